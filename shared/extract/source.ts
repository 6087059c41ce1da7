import { AppError } from "../errors.ts";

/** A file to be read, and what its reader may ask of the host. */
export interface Source {
  fileName: string;
  bytes: Uint8Array;
  /** Text of bytes in an encoding named as in the Encoding Standard; null where there is none of that name. */
  decode(bytes: Uint8Array, encoding: string): string | null;
  /** Whether the time that the host gives one file is used up. */
  isTimeUp(): boolean;
}

/** What is wrong with a file and what to do, as one sentence that begins with its name. */
export function badFile({ fileName }: Pick<Source, "fileName">, problem: string, cause?: unknown) {
  return new AppError("bad-file", `"${fileName}" ${onOneLine(problem)}`, { cause });
}

/** A sentence that quotes a file, without what would break it: line ends and halves of characters. */
export function onOneLine(sentence: string): string {
  return sentence.replace(/\p{Cc}/gu, " ").toWellFormed();
}

/** @throws AppError "bad-file" once the time for this file is used up. */
export function checkTime(source: Source): void {
  if (source.isTimeUp())
    throw badFile(
      source,
      "takes too long to read; save its text in a file of its own and import that.",
    );
}
