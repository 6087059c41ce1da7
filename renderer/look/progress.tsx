import { Label, ProgressBar } from "react-aria-components";
import "./progress.css";
import { t } from "../messages.ts";

interface ProgressProps {
  label: string;
  done: number;
  /** 0 while it is not known. */
  total: number;
  detail?: string | undefined;
}

/** How far a job is; it only moves to and fro while the total is unknown. */
export function Progress({ label, done, total, detail }: ProgressProps) {
  const known = total > 0;
  return (
    <ProgressBar
      className="progress"
      value={done}
      maxValue={known ? total : 1}
      isIndeterminate={!known}
      valueLabel={known ? t("{done, number} of {total, number}", { done, total }) : ""}
    >
      {({ percentage, valueText }) => (
        <>
          <div className="row">
            <Label className="grow truncate">{label}</Label>
            <span className="small faint numeric">{detail ?? (known ? valueText : "")}</span>
          </div>
          <div className="progress-track">
            <div
              className={known ? "progress-bar" : "progress-bar unknown"}
              style={known ? { width: `${percentage ?? 0}%` } : undefined}
            />
          </div>
        </>
      )}
    </ProgressBar>
  );
}
