import type { Choices } from "../../shared/extract/choices.ts";
import { call } from "../api.ts";
import type { CallOptions } from "../doors/door.ts";
import { toastError } from "../look/toasts.tsx";
import { getPending, putFiles } from "./import-state.ts";

/** What is still to be written, by report; the newest choices stand for all before. */
const waiting = new Map<string, { stage: string; choices: Choices }>();
let writing: Promise<void> = Promise.resolve();

// Long enough for a run of key presses, short enough that nobody leaves before.
const pause = 300;

addEventListener("pagehide", () => void writeAll({ outlivesPage: true }));

/** Keeps the choices of a report that waits; several in a row are written once. */
export function saveChoices(report: string, choices: Choices): void {
  const stage = getPending()?.staged.stage;
  if (stage === undefined) return;
  waiting.set(report, { stage, choices });
  setTimeout(choicesSaved, pause);
}

/** Writes what was chosen and not written yet; settles when all of it is. */
export function choicesSaved(): Promise<void> {
  writing = writing.then(() => writeAll({}));
  return writing;
}

/** Choices that were made and are not written yet. */
export const unsavedChoices = (report: string): Choices | null =>
  waiting.get(report)?.choices ?? null;

async function writeAll(options: CallOptions): Promise<void> {
  for (const [report, { stage, choices }] of waiting) {
    try {
      const { files } = await call("import.choose", { stage, report, choices }, options);
      putFiles(files);
    } catch (error) {
      toastError(error);
    }
    // Newer choices may have come in the meantime; they wait for the next turn.
    if (waiting.get(report)?.choices === choices) waiting.delete(report);
  }
}
