import { call } from "../api.ts";
import { toastError } from "../look/toasts.tsx";
import { onChange } from "../state/app-store.ts";
import type { ReportStore } from "../state/report-store.ts";

/** Reads the open layer again whenever a step changed annotations of any number of reports. */
export function followRewrites(store: ReportStore): () => void {
  let changes = 0;
  const read = async () => {
    const { report } = store.state();
    const seen = changes;
    const open = await call("report.open", { report: report.id });
    // What was saved meanwhile may not be in what was read.
    if (seen === changes) store.dispatch({ type: "read-again", open });
    else await read();
  };
  return onChange(({ stale }) => {
    changes += 1;
    if (stale.includes("layers")) read().catch(toastError);
  });
}
