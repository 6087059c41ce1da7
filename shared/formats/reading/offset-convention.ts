import type { TextRange } from "../../model/annotation.ts";
import { normaliseNewlines } from "../../text/newlines.ts";
import { countsIn, type FileUnit } from "../../text/offsets.ts";

/** How a file counts: which text it counts in and in which unit. */
export interface OffsetConvention {
  unit: FileUnit;
  /** What is unusual about it, for a warning; "" for the format's own way. */
  peculiarity: string;
  /** A range of the file as one of our text, null where it is outside. */
  toText(start: number, end: number): TextRange | null;
}

const byteOrderMark = "\uFEFF";

/**
 * Every way in which files are known to count, the format's own first: the first unit, in the file's
 * text as it is. Others leave out the byte order mark or count one that is gone, take CRLF for one
 * character, or count in another unit.
 */
export function* offsetConventions(raw: string, units: readonly FileUnit[]) {
  const seen = new Set<string>();
  for (const { counted, peculiarity } of countedTexts(raw)) {
    if (seen.has(counted)) continue;
    seen.add(counted);
    for (const unit of units) yield convention(counted, unit, peculiarity, units[0] ?? unit);
  }
}

function* countedTexts(raw: string) {
  const bare = raw.startsWith(byteOrderMark) ? raw.slice(1) : raw;
  const short = bare.replaceAll("\r\n", "\n");
  const withoutReturns = "offsets take CRLF for one character";
  yield {
    counted: raw,
    peculiarity: [
      raw === bare ? "" : "offsets count the byte order mark",
      short === bare ? "" : "offsets count CR and LF as two characters",
    ]
      .filter((part) => part !== "")
      .join(", "),
  };
  yield { counted: bare, peculiarity: "offsets do not count the byte order mark" };
  yield { counted: raw.replaceAll("\r\n", "\n"), peculiarity: withoutReturns };
  yield { counted: short, peculiarity: `${withoutReturns} and leave out the byte order mark` };
  yield {
    counted: byteOrderMark + bare,
    peculiarity: "offsets count a byte order mark that the text no longer has",
  };
}

const countedIn: Record<FileUnit, string> = {
  codepoint: "offsets count Unicode code points",
  utf16: "offsets count UTF-16 code units",
  byte: "offsets count bytes of UTF-8",
  grapheme: "offsets count grapheme clusters",
};

function convention(
  counted: string,
  unit: FileUnit,
  peculiarity: string,
  native: FileUnit,
): OffsetConvention {
  const { text, toText, changed } = normaliseNewlines(counted);
  const { toUnit, length } = countsIn(counted, unit);
  const map = (offset: number) => {
    const position = toUnit(offset);
    return position !== null && changed ? toText(position) : position;
  };
  return {
    unit,
    peculiarity: [peculiarity, unit === native ? "" : countedIn[unit]]
      .filter((part) => part !== "")
      .join("; "),
    toText(start, end) {
      if (start < 0 || end > length || end < start) return null;
      const [first, last] = [map(start), map(end)];
      // A byte in the middle of a character is no place in the text.
      if (first === null || last === null || last > text.length) return null;
      return { start: first, end: last };
    },
  };
}
