import { Check } from "lucide-react";
import type { MouseEvent } from "react";
import "./row-check.css";

/** The box that shows whether a list's row is chosen; the row itself says so to who cannot see it. */
export function RowCheck({ onToggle }: { onToggle?: () => void }) {
  const toggle = (event: MouseEvent) => {
    event.stopPropagation();
    onToggle?.();
  };
  return <Check className="row-check" aria-hidden onClick={onToggle && toggle} />;
}
