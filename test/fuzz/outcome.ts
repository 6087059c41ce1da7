import { AppError } from "../../shared/errors.ts";
import { firstChoices } from "../../shared/extract/choices.ts";
import { composeText } from "../../shared/extract/compose.ts";
import type { Extracted } from "../../shared/extract/extracted.ts";

/** The name that every file has while it is mutated. */
export const fileName = "mutated.file";

/** What can be wrong with a file. */
const codes: ReadonlySet<string> = new Set(["bad-file", "bad-encoding", "needs-ocr"]);

/** Longer sentences are no longer read. */
const longestSentence = 600;

/** @throws Error where an error is not one clear sentence for a person that says which file. */
export function checkProblem(error: unknown): void {
  if (!(error instanceof AppError)) throw error;
  const { code, message } = error;
  const isClear =
    codes.has(code) &&
    message.includes(fileName) &&
    message.endsWith(".") &&
    message.length <= longestSentence &&
    message.isWellFormed() &&
    !/[\p{Cc}\p{Cs}]/u.test(message);
  if (!isClear) throw new Error(`not one clear sentence: ${code} ${JSON.stringify(message)}`);
}

/** @throws Error where a reader's value could not be kept as it is, shown, or put together. */
export function checkExtracted(extracted: Extracted): void {
  const { text, title, sections } = composeText(extracted, firstChoices(extracted));
  checkText(text);
  checkText(title ?? "");
  for (const { start, end } of sections)
    if (!(start >= 0 && start <= end && end <= text.length))
      throw new Error(`a section from ${start} to ${end} in a text of ${text.length}`);
  for (const { pieces } of extracted.blocks)
    for (const { text: shown, original, repair } of pieces) {
      // Of a PDF that has zeros in its text, they are shown as what they are.
      if (!original.isWellFormed()) throw new Error("half a character is in what the file has");
      if (repair === null && shown !== original)
        throw new Error(`"${shown}" is no repair, but the file has "${original}"`);
    }
  checkText([...extracted.warnings, ...Object.values(extracted.metadata)].join(" "));
  // It goes from thread to thread and into the project as this.
  JSON.stringify(extracted);
}

/** @throws Error for half a character, which files and databases would change, and for zeros, which end texts. */
export function checkText(text: string): void {
  if (!text.isWellFormed()) throw new Error("half a character is in the text");
  if (text.includes("\0")) throw new Error("a zero character is in the text");
}
