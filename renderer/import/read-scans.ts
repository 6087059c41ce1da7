import type { OcrLanguage } from "../../shared/extract/ocr-languages.ts";
import type { StagedFile } from "../../shared/staged.ts";
import { call } from "../api.ts";
import { toastError } from "../look/toasts.tsx";
import { t } from "../messages.ts";
import { runJob } from "../shell/jobs.ts";
import { createValueStore } from "../state/value-store.ts";
import { getPending, putFiles } from "./import-state.ts";
import { choicesSaved } from "./save-choices.ts";

/** The language that scans are read in until the person chooses another. */
export const scanLanguage = createValueStore<OcrLanguage>("eng");

/** Reads the scanned pages of these files by OCR, with progress; cancelling keeps what was read. */
export async function readScans(
  scans: readonly StagedFile[],
  language: OcrLanguage = scanLanguage.get(),
): Promise<void> {
  const stage = getPending()?.staged.stage;
  const [first] = scans;
  if (stage === undefined || !first) return;
  const title =
    scans.length === 1
      ? t("Reading {file} by OCR", { file: first.file })
      : t("{count, plural, one {Reading # scan by OCR} other {Reading # scans by OCR}}", {
          count: scans.length,
        });
  try {
    // What was chosen of the text before must not be written over the new one.
    await choicesSaved();
    const files = scans.map(({ id }) => id);
    const changed = await runJob(title, (options) =>
      call("import.readScans", { stage, files, language }, options),
    );
    putFiles(changed.files);
  } catch (error) {
    toastError(error);
  }
}
