import { type KeyboardEvent, useId, useState } from "react";

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
  /** Stands behind the value: "%". */
  unit?: string;
  /** Which keys a small screen offers. */
  inputMode?: "decimal";
}

/**
 * A text that is saved as a whole, not letter by letter: one change, one step of undo. The browser's
 * own field: it is drawn again with every span that is chosen, and has to cost next to nothing.
 */
export function DraftField(props: DraftFieldProps) {
  const { label, value, onCommit, hideLabel, isDisabled = false, multiline, unit } = props;
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const commit = () => {
    if (draft !== null && draft.trim() !== value) onCommit(draft.trim());
    setDraft(null);
  };
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === "Enter") commit();
  };
  const shared = {
    id,
    className: "input",
    value: draft ?? value,
    placeholder: props.placeholder,
    disabled: isDisabled,
    "data-disabled": isDisabled || undefined,
    onBlur: commit,
  };
  return (
    <div className="field">
      <label htmlFor={id} className={hideLabel ? "visually-hidden" : "field-label"}>
        {label}
      </label>
      {multiline ? (
        <textarea {...shared} rows={2} onChange={({ target }) => setDraft(target.value)} />
      ) : (
        <span className="input-box" data-unit={unit}>
          <input
            {...shared}
            type="text"
            inputMode={props.inputMode}
            onChange={({ target }) => setDraft(target.value)}
            onKeyDown={onKeyDown}
          />
        </span>
      )}
    </div>
  );
}
