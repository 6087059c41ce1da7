/*
 * How WebAnno TSV 3 writes what would be taken for its own signs: INCEpTION's user guide, "WebAnno TSV 3.3
 * File format", "Reserved Characters".
 */

/** What stands for an annotation without a value. */
export const noValue = "*";
/** What stands where there is no annotation. */
export const noAnnotation = "_";

const valueEscapes: readonly (readonly [plain: string, escaped: string])[] = [
  ["\\", "\\\\"],
  ["[", "\\["],
  ["]", "\\]"],
  ["|", "\\|"],
  ["_", "\\_"],
  ["->", "\\->"],
  [";", "\\;"],
  ["\t", "\\t"],
  ["\n", "\\n"],
  ["*", "\\*"],
];
const escapedValues = new Map(valueEscapes);
const plainValues = new Map(valueEscapes.map(([plain, escaped]) => [escaped, plain]));

/** A feature's value as it stands in a cell. */
export function escapeValue(value: string): string {
  return value.replace(/->|[\\[\]|_;\t\n*]/g, (sign) => escapedValues.get(sign) ?? sign);
}

/** A value as it was before `escapeValue`. */
export function unescapeValue(value: string): string {
  if (!value.includes("\\")) return value;
  return value.replace(/\\(?:->|.)/gs, (sign) => plainValues.get(sign) ?? sign);
}

const textEscapes: readonly (readonly [plain: string, letter: string])[] = [
  ["\t", "t"],
  ["\n", "n"],
  ["\f", "f"],
  ["\r", "r"],
  ["\b", "b"],
  ["\\", "\\"],
];
const textLetters = new Map(textEscapes);
const textSigns = new Map(textEscapes.map(([plain, letter]) => [letter, plain]));

/** A line of a sentence as it stands behind `#Text=`; controls without a letter keep their character. */
export function escapeText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are escaped
  return text.replace(/[\\\0-\x0A\x0C-\x1F]/g, (sign) => `\\${textLetters.get(sign) ?? sign}`);
}

/** What stood in the text. Up to version 3.1 it was written with the escapes of Java. */
export function unescapeText(text: string, version: number): string {
  return version <= 3.1 ? unescapeJava(text) : text.replace(/\\(.)/gs, textSign);
}

function textSign(escaped: string, letter: string): string {
  return textSigns.get(letter) ?? (letter < " " ? letter : escaped);
}

function unescapeJava(text: string): string {
  return text.replace(
    /\\(?:u+([0-9a-fA-F]{4})|([0-3]?[0-7]{1,2})|(.))/gs,
    (_, hexadecimal?: string, octal?: string, letter = "") => {
      if (hexadecimal !== undefined) return String.fromCharCode(Number.parseInt(hexadecimal, 16));
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
      return textSigns.get(letter) ?? letter;
    },
  );
}

/** The parts between separators that no backslash stands before. */
export function splitUnescaped(cell: string, separator: "|" | ";"): string[] {
  if (!cell.includes(separator)) return [cell];
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < cell.length; at += 1) {
    if (cell[at] === "\\") at += 1;
    else if (cell[at] === separator) {
      parts.push(cell.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, cell.slice(start)];
}

/** A value and what stands in brackets behind it: "PER[12]" is PER and 12, "1-1[0_2]" has 0 and 2. */
export interface Suffixed {
  value: string;
  numbers: number[];
}

/** Numbers in brackets at the end, or behind the arrow of a chain's link: "coref->1-2". */
export function takeSuffix(cell: string): Suffixed {
  const inBrackets = cell.endsWith("]");
  const start = cell.lastIndexOf(inBrackets ? "[" : "->");
  if (start < 0 || isEscaped(cell, start)) return { value: cell, numbers: [] };
  const digits = inBrackets ? cell.slice(start + 1, -1) : cell.slice(start + 2);
  if (!oneOrTwoNumbers.test(digits)) return { value: cell, numbers: [] };
  return { value: cell.slice(0, start), numbers: digits.split(/[_-]/).map(Number) };
}

const oneOrTwoNumbers = /^\d+([_-]\d+)?$/;

function isEscaped(cell: string, index: number): boolean {
  let backslashes = 0;
  while (cell[index - 1 - backslashes] === "\\") backslashes += 1;
  return backslashes % 2 === 1;
}
