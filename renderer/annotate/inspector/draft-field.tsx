import { type KeyboardEvent, useState } from "react";
import { TextField } from "../../look/fields.tsx";

interface DraftFieldProps {
  label: string;
  value: string;
  /** Called when the field is left, or with Enter, and only when the text is another. */
  onCommit: (text: string) => void;
  hideLabel?: boolean;
  placeholder?: string;
  isDisabled?: boolean;
  /** For texts of several lines, where Enter makes a new one. */
  multiline?: boolean;
}

/** A text that is saved as a whole, not letter by letter: one change, one step of undo. */
export function DraftField({ value, onCommit, isDisabled = false, ...rest }: DraftFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const commit = () => {
    if (draft !== null && draft.trim() !== value) onCommit(draft.trim());
    setDraft(null);
  };
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === "Escape") setDraft(null);
    if (key === "Enter" && !rest.multiline) commit();
  };
  return (
    <TextField
      {...rest}
      {...(rest.multiline && { rows: 2 })}
      value={draft ?? value}
      onChange={setDraft}
      onBlur={commit}
      onKeyDown={onKeyDown}
      isDisabled={isDisabled}
    />
  );
}
