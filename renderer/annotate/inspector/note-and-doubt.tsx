import { ToggleButton } from "../../look/button.tsx";
import { t } from "../../messages.ts";
import { DraftField } from "./draft-field.tsx";

interface NoteAndDoubtProps {
  note: string;
  unsure: boolean;
  isClosed: boolean;
  /** The key that says unsure, where there is one. */
  keys?: string | undefined;
  onNote: (note: string) => void;
  onUnsure: (unsure: boolean) => void;
}

/** What somebody notes on a span, an entity or a report, and whether they are unsure of it. */
export function NoteAndDoubt(props: NoteAndDoubtProps) {
  const { note, unsure, isClosed, keys } = props;
  return (
    <div className="inspector-part inspector-note">
      <DraftField
        label={t("Note")}
        value={note}
        isDisabled={isClosed}
        multiline
        onCommit={props.onNote}
      />
      <div className="flags">
        <ToggleButton
          label={t("unsure")}
          keys={keys ?? ""}
          isSelected={unsure}
          isDisabled={isClosed}
          onChange={props.onUnsure}
        />
      </div>
    </div>
  );
}
