import { lengthOf, united } from "../../../shared/reading/ranges.ts";
import { t } from "../../messages.ts";
import { useReport } from "../session.ts";
import { useReading } from "./reading-hook.ts";
import type { ReadingStore } from "./reading-store.ts";
import "./reading.css";

/** A thin line below the header: how much of the report was read, or skipped on purpose. */
export function ReadingProgress() {
  const length = useReport(({ report }) => report.text.length);
  const percent = useReading((store) => percentDone(store, length));
  const minutes = useReading((store) => Math.floor(store.reading().seconds / 60));
  return (
    <div
      className="reading-progress"
      role="progressbar"
      aria-label={t("Read")}
      aria-valuenow={percent}
      aria-valuetext={t("{percent} percent", { percent })}
      title={t("{percent} % read, {minutes, number} min of work", { percent, minutes })}
    >
      <div style={{ width: `${percent}%` }} />
    </div>
  );
}

// White space that nobody read does not keep a report from being read.
function percentDone(store: ReadingStore, length: number): number {
  if (store.unfinished().length === 0) return 100;
  const { read, skipped } = store.reading();
  return Math.min(99, Math.floor((100 * lengthOf(united([...read, ...skipped]))) / length));
}
