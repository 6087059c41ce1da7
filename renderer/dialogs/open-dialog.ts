import type { GuidelineQuestion } from "../../shared/contract/questions.ts";
import type { TextRange } from "../../shared/model/annotation.ts";
import type { QuestionAbout } from "../review/questions/about.ts";
import { createValueStore } from "../state/value-store.ts";

/** The dialog over the screen; at most one. */
export type OpenDialog =
  | { kind: "new-project" }
  | { kind: "new-name" }
  | { kind: "keys" }
  | { kind: "palette" }
  | { kind: "guideline"; label: string | null }
  | { kind: "export"; reports: readonly string[] | null }
  | { kind: "hand-out"; reports: readonly string[] | null }
  | { kind: "send-back" }
  | { kind: "merge"; ticket: string }
  | { kind: "open-package"; ticket: string }
  | { kind: "conflicts" }
  | { kind: "feedback" }
  | { kind: "ask-question"; about: QuestionAbout }
  | { kind: "answer-question"; question: GuidelineQuestion }
  | { kind: "correct"; report: string; at: TextRange | null };

const current = createValueStore<OpenDialog | null>(null);

export const openDialog = (dialog: OpenDialog): void => current.set(dialog);
export const closeDialog = (): void => current.set(null);
export const useOpenDialog = current.use;
