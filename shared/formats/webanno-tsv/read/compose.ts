import { badFile, type Source } from "../../../extract/source.ts";
import type { TextRange } from "../../../model/annotation.ts";
import { countsIn, type Unit } from "../../../text/offsets.ts";
import type { CountedWarnings } from "../../reading/counted-warnings.ts";
import type { GivenRow, GivenSentence } from "./rows.ts";

/** The text that sentences and the offsets of their tokens give. */
export interface Composed {
  unit: Unit;
  text: string;
  /** In the unit. */
  length: number;
  ranges: TextRange[];
  /** The first token that begins before the sentence above it has ended, or far behind it. */
  clash: GivenRow | null;
  /** How many rows name the words that the text has at their offsets. */
  matches: number;
}

/**
 * The text, its tokens counted in the unit given or else in UTF-16, as the format has it, or in code points where
 * only so they are the words that the rows name.
 * @throws AppError "bad-file" for offsets that leave a sentence no place, or half a character in the text.
 */
export function composedText(
  given: readonly GivenSentence[],
  unit: Unit | null,
  source: Source,
  warnings: CountedWarnings,
): Composed {
  const native = compose(given, unit ?? "utf16");
  const rows = given.reduce((sum, sentence) => sum + sentence.rows.length, 0);
  const isDoubtful = unit === null && native.matches < rows && /[\uD800-\uDBFF]/.test(native.text);
  const other = isDoubtful ? compose(given, "codepoint") : null;
  const composed = other && other.matches > native.matches ? other : native;
  if (composed === other) warnings.say(`${inCodePoints}; they were read so.`);
  if (composed.clash !== null)
    throw badFile(
      source,
      `has offsets that do not fit its text: the sentence at line ${composed.clash.lineNumber} cannot begin at ${composed.clash.range.start}; check that text and annotations belong together.`,
    );
  if (!composed.text.isWellFormed() || composed.text.includes("\0"))
    throw badFile(source, "has half a character or a zero in its text; export it again.");
  return composed;
}

/**
 * Each sentence where its first token begins, a line end behind the one before where there is room for it, and
 * spaces for what is missing: what stood there is not in the file.
 */
function compose(given: readonly GivenSentence[], unit: Unit): Composed {
  const lengthOf = (text: string) => (unit === "utf16" ? text.length : [...text].length);
  const pieces: string[] = [];
  const ranges: TextRange[] = [];
  let length = 0;
  let clash: GivenRow | null = null;
  for (const { lines, rows } of given) {
    const words = lines.join("\n");
    const [first] = rows;
    const start = first
      ? first.range.start - lengthOf(spaceBefore(words, first.word))
      : length + Math.min(pieces.length, 1);
    if (start < length || start > length + widestGap) clash ??= first ?? null;
    else if (start > length)
      pieces.push(pieces.length > 0 ? "\n" : " ", " ".repeat(start - length - 1));
    pieces.push(words);
    length = Math.max(start, length) + lengthOf(words);
    ranges.push({ start: length - lengthOf(words), end: length });
  }
  const text = pieces.join("");
  const matches = clash === null ? matchesOf(given, text, unit, length) : 0;
  return { unit, text, length, ranges, clash, matches };
}

const inCodePoints = "offsets count Unicode code points";

/** In characters. A wider one is a mistake in the offsets, not a text. */
const widestGap = 1_000_000;

/** White space in which a sentence begins though its first token does not; the format does not have it so. */
function spaceBefore(words: string, word: string): string {
  const trimmed = words.trimStart();
  return word !== "" && !words.startsWith(word) && trimmed.startsWith(word)
    ? words.slice(0, words.length - trimmed.length)
    : "";
}

function matchesOf(given: readonly GivenSentence[], text: string, unit: Unit, length: number) {
  const { toUnit } = countsIn(text, unit);
  const all = given.flatMap(({ rows }) => rows);
  return all.filter(({ range: { start, end }, word }) => {
    if (end > length || start > end) return false;
    return text.slice(toUnit(start) ?? 0, toUnit(end) ?? 0) === word;
  }).length;
}
