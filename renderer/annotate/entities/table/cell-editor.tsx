import { type CSSProperties, type KeyboardEvent, useEffect, useId, useRef } from "react";

interface CellEditorProps {
  label: string;
  initial: string;
  choices: readonly string[];
  /** Where the row stands, and its columns. */
  style: CSSProperties;
  column: number;
  onCommit: (text: string) => void;
  onCancel: () => void;
}

/** A field over the cell that is being written in. Enter, Tab and leaving it keep what is written. */
export function CellEditor({
  label,
  initial,
  choices,
  style,
  column,
  onCommit,
  onCancel,
}: CellEditorProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  useEffect(() => input.current?.focus(), []);
  const end = (act: () => void) => {
    if (!isDone.current) act();
    isDone.current = true;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    event.stopPropagation();
    const { value } = event.currentTarget;
    if (event.key === "Escape") end(onCancel);
    else if (event.key === "Enter" || event.key === "Tab") end(() => onCommit(value));
    else return;
    event.preventDefault();
  };
  return (
    <div className="cell-editor" style={style}>
      <input
        ref={input}
        className="input"
        aria-label={label}
        defaultValue={initial}
        list={choices.length > 0 ? id : undefined}
        style={{ gridColumn: column + 1 }}
        onKeyDown={onKeyDown}
        onBlur={({ currentTarget }) => end(() => onCommit(currentTarget.value))}
      />
      <datalist id={id}>
        {choices.map((choice) => (
          <option key={choice} value={choice} />
        ))}
      </datalist>
    </div>
  );
}
