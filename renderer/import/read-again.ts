import type { StagedFile } from "../../shared/staged.ts";
import { call } from "../api.ts";
import { toastError } from "../look/toasts.tsx";
import { t } from "../messages.ts";
import { runJob } from "../shell/jobs.ts";
import { getPending, putFiles } from "./import-state.ts";
import { choicesSaved } from "./save-choices.ts";

/** Reads a file of the import in the encoding that the person chose; says so when that cannot be. */
export async function readAgain({ id, file }: StagedFile, encoding: string): Promise<void> {
  const stage = getPending()?.staged.stage;
  if (stage === undefined) return;
  try {
    // What was chosen of the text before must not be written over the new one.
    await choicesSaved();
    const { files } = await runJob(t("Reading {file} again", { file }), (options) =>
      call("import.readAgain", { stage, file: id, encoding }, options),
    );
    putFiles(files);
  } catch (error) {
    toastError(error);
  }
}
