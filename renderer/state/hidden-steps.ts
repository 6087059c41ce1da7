import { sentence, t } from "../messages.ts";
import { createValueStore } from "./value-store.ts";

/** Whether nobody is told what a step did, as it names whose work a blind review shows. */
export const areStepsHidden = createValueStore(false);

/** What is said of a step that was taken back. */
export const undoneInWords = (step: string): string =>
  areStepsHidden.get() ? t("Undone.") : t("Undone: {step}.", { step: sentence(step) });

/** What is said of a step that was done again. */
export const redoneInWords = (step: string): string =>
  areStepsHidden.get() ? t("Done again.") : t("Done again: {step}.", { step: sentence(step) });
