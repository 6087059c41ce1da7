import { suggestionKeys } from "../../../shared/commands.ts";
import type { Because } from "../../../shared/link/compare-names.ts";
import { KeyCap } from "../../look/key-cap.tsx";
import { t } from "../../messages.ts";
import type { Offer } from "../../state/report-state.ts";
import { kindOf } from "../marking.ts";
import { useReport, useSession } from "../session.ts";

const reasons: Readonly<Record<string, string>> = {
  "same words": t("same words"),
  "same but for form": t("same but for form"),
  abbreviation: t("abbreviation"),
  "another name": t("another name"),
  "part of the name": t("part of the name"),
  similar: t("similar"),
} satisfies Record<Because, string>;

/** The entities that a span may mean, each with the key that takes it, and a new one. */
export function Suggestions({ offer }: { offer: Offer }) {
  const { actions, scheme, focusText } = useSession();
  const entities = useReport((state) => state.entities);
  const label = useReport((state) => state.spans.get(offer.span)?.label ?? "");
  const take = (entity: string) => {
    actions.link(offer.span, entity);
    focusText();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame of its own
    <div role="group" className="suggestions" aria-label={t("Link to")}>
      <span className="suggestions-title small faint">{t("Link to")}</span>
      {offer.suggestions.map(({ entity, because }, at) => (
        <button
          type="button"
          className="suggestion"
          key={suggestionKeys[at]}
          onClick={() => take(entity)}
        >
          <KeyCap keys={suggestionKeys[at] ?? ""} />
          <span className="truncate strong">{entities.get(entity)?.name}</span>
          <span className="faint small truncate">{reasons[because] ?? because}</span>
        </button>
      ))}
      <button type="button" className="suggestion" onClick={() => take("new")}>
        <KeyCap keys="0" />
        <span className="truncate soft">
          {t("New {kind}", { kind: kindOf(scheme, label) ?? "" })}
        </span>
      </button>
    </div>
  );
}
