import { type Key, ToggleButton, ToggleButtonGroup } from "react-aria-components";
import "./segments.css";

interface SegmentsProps {
  label: string;
  options: readonly { id: string; label: string }[];
  value: string;
  onChange: (id: string) => void;
}

/** Two to five choices side by side, one of them chosen. */
export function Segments({ label, options, value, onChange }: SegmentsProps) {
  const choose = (keys: Set<Key>) => {
    for (const key of keys) onChange(String(key));
  };
  return (
    <ToggleButtonGroup
      aria-label={label}
      className="segments"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={choose}
    >
      {options.map((option) => (
        <ToggleButton key={option.id} id={option.id} className="segment">
          {option.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
