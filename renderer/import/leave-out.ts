import { call } from "../api.ts";
import { toastError } from "../look/toasts.tsx";
import { changePending, findWaiting, getPending, putFiles } from "./import-state.ts";

let leaving: Promise<void> = Promise.resolve();

/** Leaves reports out of the import, or takes them in again; it shows at once, and is kept by the host. */
export function setLeftOut(reports: readonly string[], isLeftOut: boolean): void {
  const waiting = getPending();
  if (!waiting || reports.length === 0) return;
  const meant = new Set(reports);
  const lines = waiting.files.filter(({ report }) => report !== null && meant.has(report));
  putFiles(lines.map((line) => ({ ...line, isLeftOut })));
  const { stage } = waiting.staged;
  // One after the other: the last step stands.
  leaving = leaving.then(() => keep(stage, [...reports], isLeftOut));
}

/** Settles once the host knows of all that was left out. */
export const leftOutSaved = (): Promise<void> => leaving;

async function keep(stage: string, reports: string[], isLeftOut: boolean): Promise<void> {
  try {
    const { files, additions } = await call("import.leaveOut", { stage, reports, isLeftOut });
    putFiles(files);
    const staged = getPending()?.staged;
    if (staged?.stage === stage) changePending({ staged: { ...staged, additions } });
  } catch (error) {
    toastError(error);
    await findWaiting().catch(toastError);
  }
}
