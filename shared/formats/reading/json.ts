import { badFile, type Source } from "../../extract/source.ts";

/** What is not read on into. Depth keeps a made-up file from filling the stack of whoever walks it. */
const limits = { depth: 200, characters: 400_000_000 };

/**
 * The value of a file, or of one line of it, that holds JSON in UTF-8.
 * @param lineNumber the line's number from 1, where the source is one line of a file.
 * @throws AppError "bad-file" with the place, for what is no JSON, too deep or too long, and for what no
 * text holds: half a character, or a zero.
 */
export function parseJson(source: Source, lineNumber: number | null = null): unknown {
  const text = textOf(source);
  if (text.length > limits.characters || isTooDeep(text))
    throw badFile(
      source,
      lineNumber === null
        ? "is larger or deeper than any document; split it."
        : `holds in line ${lineNumber} more than any document, or deeper; split the file.`,
    );
  const placeAt = (position: number | null) =>
    lineNumber === null ? placeIn(text, position) : `line ${lineNumber}`;
  const value = parsed(source, text, placeAt);
  const unfit = unfitEscape(text);
  if (unfit === null) return value;
  throw badFile(
    source,
    `has half a character or a zero in a text (${placeAt(unfit)}); export it again.`,
  );
}

function parsed(source: Source, text: string, placeAt: (position: number | null) => string) {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    const [, position] = /position (\d+)/.exec(String(cause)) ?? [];
    const place = placeAt(position === undefined ? null : Number(position));
    throw badFile(source, `is not JSON (${place}); export the file again.`, cause);
  }
}

/** Where JSON writes a zero, or one half of a character without the other; null where it does not. */
export function unfitEscape(json: string): number | null {
  if (!/\\u(?:0000|d[89a-f])/i.test(json)) return null;
  for (const { 0: written, index } of json.matchAll(escapes))
    if (/^\\u(?:0000|d[89a-f]..)$/i.test(written)) return index;
  return null;
}

/** Every escape of valid JSON; the two halves of a character as one. */
const escapes = /\\u[Dd][89ABab]..\\u[Dd][C-Fc-f]..|\\u....|\\[^u]/g;

/** The text of a UTF-8 file without its byte order mark. @throws AppError "bad-file" for other bytes. */
export function textOf(source: Source): string {
  const text = source.decode(source.bytes, "utf-8") ?? "";
  if (text.includes("\uFFFD") && !includesReplacement(source.bytes))
    throw badFile(source, "is not UTF-8 text; save it as UTF-8 and import it again.");
  if (text.includes("\0"))
    throw badFile(source, "holds zero bytes, so it is no text file; export it again.");
  return text.replace(/^\uFEFF/, "");
}

/** Whether the character that stands for undecodable bytes is in the file itself. */
function includesReplacement(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0xef); at >= 0; at = bytes.indexOf(0xef, at + 1))
    if (bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) return true;
  return false;
}

function isTooDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length && depth <= limits.depth; at += 1) {
    const character = text[at];
    if (character === '"') at = stringEnd(text, at);
    else if (character === "[" || character === "{") depth += 1;
    else if (character === "]" || character === "}") depth -= 1;
  }
  return depth > limits.depth;
}

/** Where the quote stands that closes the string which begins at `start`. */
function stringEnd(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at;
}

/** Line and column of a position, if there is one. */
function placeIn(text: string, position: number | null): string {
  if (position === null) return "it ends too early";
  const before = text.slice(0, position).split("\n");
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}
