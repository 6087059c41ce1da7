import { badFile, type Source } from "../../extract/source.ts";
import { parseJson } from "./json.ts";

/** One line of a file that holds a JSON value in every line. */
export interface JsonLine {
  value: unknown;
  /** From 1, in the whole file. */
  lineNumber: number;
}

const lineFeed = 0x0a;

/**
 * The values of a file's lines; empty lines are passed over.
 * @throws AppError "bad-file" with the line's number for one that is no JSON.
 */
export function* jsonLines(source: Source, firstLine: number): Generator<JsonLine> {
  const { bytes } = source;
  let lineNumber = firstLine;
  for (let start = 0; start < bytes.length; lineNumber += 1) {
    const found = bytes.indexOf(lineFeed, start);
    const end = found < 0 ? bytes.length : found;
    const line = bytes.subarray(start, end);
    start = end + 1;
    if (line.some((byte) => byte > 0x20))
      yield { value: parseJson({ ...source, bytes: line }, lineNumber), lineNumber };
  }
}

/** A JSON object, or what is wrong with the place where one was looked for. */
export function recordAt(
  value: unknown,
  where: string,
  source: Pick<Source, "fileName">,
): Record<string, unknown> {
  if (isRecord(value)) return value;
  throw badFile(source, `has no JSON object at ${where}; export the file again.`);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The records of a list; [] for what is no list. */
export function recordsIn(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** The value where it is a text with something in it; else null. */
export function wordIn(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
