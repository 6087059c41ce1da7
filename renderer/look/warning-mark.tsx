import { CircleAlert } from "lucide-react";
import "./warning-mark.css";

/** A sign in a table's cell that something is to be looked at; `more` says what, below the mouse. */
export function WarningMark({ label, more = label }: { label: string; more?: string }) {
  return (
    <span className="warning-mark" title={more}>
      <CircleAlert aria-label={label} />
    </span>
  );
}
