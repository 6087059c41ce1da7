import { suggestionKeys } from "../../shared/commands.ts";
import { KeyCap } from "../look/key-cap.tsx";
import type { Offer } from "../state/report-state.ts";
import { kindOf } from "./marking.ts";
import { useReportInText, useSession } from "./session.ts";

/** The entities that a span may mean, each with the key that takes it, and a new one. */
export function Suggestions({ offer }: { offer: Offer }) {
  const { actions, scheme, focusText } = useSession();
  const entities = useReportInText((state) => state.entities);
  const label = useReportInText((state) => state.spans.get(offer.span)?.label ?? "");
  const take = (entity: string) => {
    actions.link(offer.span, entity);
    focusText();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame of its own
    <div role="group" className="suggestions" aria-label="Link to">
      <span className="suggestions-title small faint">Link to</span>
      {offer.suggestions.map(({ entity, because }, at) => (
        <button
          type="button"
          className="suggestion"
          key={suggestionKeys[at]}
          onClick={() => take(entity)}
        >
          <KeyCap keys={suggestionKeys[at] ?? ""} />
          <span className="truncate strong">{entities.get(entity)?.name}</span>
          <span className="faint small truncate">{because}</span>
        </button>
      ))}
      <button type="button" className="suggestion" onClick={() => take("new")}>
        <KeyCap keys="0" />
        <span className="truncate soft">New {kindOf(scheme, label)}</span>
      </button>
    </div>
  );
}
