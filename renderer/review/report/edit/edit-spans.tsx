import { type KeyboardEvent, useEffect, useMemo, useState } from "react";
import { suggestionKeys } from "../../../../shared/commands.ts";
import { plainKey } from "../../../../shared/keys.ts";
import type { TextRange } from "../../../../shared/model/annotation.ts";
import type { AttributeValue } from "../../../../shared/model/attributes.ts";
import { AttributeFields } from "../../../annotate/inspector/attribute-fields.tsx";
import { schemeKeys } from "../../../annotate/key-intents.ts";
import { attributesOn, withAttribute } from "../../../annotate/marking.ts";
import { KeyCap } from "../../../look/key-cap.tsx";
import { LabelTag } from "../../../look/label-tag.tsx";
import { platform } from "../../../look/platform.ts";
import { rich, t } from "../../../messages.ts";
import { useCommands } from "../../../shell/commands.ts";
import { shownKey } from "../../../state/command-keys.ts";
import { grouped } from "../../grouped.ts";
import { contextParts, windowOf } from "../context-parts.ts";
import { useDesk } from "../desk-session.ts";
import { EditFrame, type EditProps } from "./edit-frame.tsx";
import { changed, choiceOf, draftOf, movedEdge, otherEdge, type SpanDraft } from "./span-draft.ts";

interface EditSpansProps extends EditProps {
  onDraft: (ranges: readonly TextRange[] | null) => void;
}

/** Another label by its letter, other edges by the keys that move them, attributes in their fields. */
export function EditSpans({ difference, onDraft, onSave, onClose }: EditSpansProps) {
  const { state, scheme, index } = useDesk();
  const { text } = state.reviewed.report;
  const versions = useMemo(() => grouped(difference.versions).map(([one]) => one), [difference]);
  const keys = useMemo(() => schemeKeys(scheme), [scheme]);
  const [draft, setDraft] = useState<SpanDraft>(() =>
    versions[0]
      ? draftOf(versions[0], index)
      : { spans: [], at: 0, edge: { range: 0, side: "end" } },
  );
  const span = draft.spans[draft.at];
  // biome-ignore lint/correctness/useExhaustiveDependencies: told whenever it stands elsewhere
  useEffect(() => onDraft(draft.spans.flatMap(({ ranges }) => ranges)), [draft]);

  const move = (direction: -1 | 1, step: "word" | "character") => () =>
    setDraft((now) => movedEdge(text, now, direction, step));
  useCommands({
    "span.edge": () => setDraft(otherEdge),
    "span.edgeBack": move(-1, "word"),
    "span.edgeOn": move(1, "word"),
    "span.edgeBackCharacter": move(-1, "character"),
    "span.edgeOnCharacter": move(1, "character"),
  });
  const setAttribute = (name: string, value: AttributeValue | null) =>
    span && setDraft(changed(draft, { attributes: withAttribute(span.attributes, name, value) }));
  const onKey = (event: KeyboardEvent) => {
    const key = plainKey(event.nativeEvent, platform) ?? "";
    const version = versions[suggestionKeys.indexOf(key)];
    const label = keys.labels.get(key);
    if (version) setDraft(draftOf(version, index));
    else if (label !== undefined) setDraft(changed(draft, { label }));
    return version !== undefined || label !== undefined;
  };
  if (!span) return null;
  return (
    <EditFrame onKey={onKey} onSave={() => onSave(choiceOf(text, draft))} onClose={onClose}>
      <Said text={text} draft={draft} />
      <div className="edit-labels">
        {scheme.labels.map(({ name, colour, key }) => (
          <button
            key={name}
            type="button"
            className="edit-label"
            aria-pressed={name === span.label}
            onClick={() => setDraft(changed(draft, { label: name }))}
          >
            <LabelTag name={name} colour={colour} keys={key} />
          </button>
        ))}
      </div>
      <div className="edit-attributes">
        <AttributeFields
          definitions={attributesOn(scheme, span.label)}
          values={span.attributes}
          onChange={setAttribute}
          isDisabled={false}
        />
      </div>
      <p className="soft small edit-keys">
        {rich("<back></back> <on></on> move the edge by a word", {
          back: () => <KeyCap keys={shownKey("span.edgeBack") ?? ""} />,
          on: () => <KeyCap keys={shownKey("span.edgeOn") ?? ""} />,
        })}
        {rich("<back></back> <on></on> by a character", {
          back: () => <KeyCap keys={shownKey("span.edgeBackCharacter") ?? ""} />,
          on: () => <KeyCap keys={shownKey("span.edgeOnCharacter") ?? ""} />,
        })}
        {rich("<other></other> the other edge", {
          other: () => <KeyCap keys={shownKey("span.edge") ?? ""} />,
        })}
        {versions.length > 1 && (
          <span>
            {rich("<first></first> to <last></last> begin with another version", {
              first: () => <KeyCap keys="1" />,
              last: () => <KeyCap keys={`${Math.min(9, versions.length)}`} />,
            })}
          </span>
        )}
      </p>
    </EditFrame>
  );
}

/** The words as they are now, with a stroke at the edge that the keys move. */
function Said({ text, draft }: { text: string; draft: SpanDraft }) {
  const all = draft.spans.map(({ ranges }) => ranges);
  const window = windowOf(text, all);
  const own = all.flat();
  const range = draft.spans[draft.at]?.ranges[draft.edge.range];
  const parts = contextParts(text, window, own, [own]);
  return (
    <p className="version-words" role="status" aria-label={t("The version now")}>
      {parts.map(({ words, has, start, end }) => {
        const isMoved = range?.start === start && range.end === end;
        return (
          <span
            key={start}
            className={[has === "own" ? "own" : "", isMoved ? `edge-${draft.edge.side}` : ""].join(
              " ",
            )}
          >
            {words}
          </span>
        );
      })}
    </p>
  );
}
