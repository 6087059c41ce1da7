import { useState } from "react";
import { TextField, type TextFieldProps } from "../../look/fields.tsx";

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
  const onKeyDown: TextFieldProps["onKeyDown"] = (event) => {
    if (event.key === "Enter" && !rest.multiline) commit();
    // Escape and the commands' chords are heard further out; Escape leaves the field, which saves it.
    event.continuePropagation();
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
