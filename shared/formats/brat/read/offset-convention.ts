import type { TextRange } from "../../../model/annotation.ts";
import { normaliseNewlines } from "../../../text/newlines.ts";
import { offsetConverter, type Unit } from "../../../text/offsets.ts";

/** How a file counts: which text it counts in and in which unit. */
export interface OffsetConvention {
  /** What is unusual about it, for a warning; "" for brat's own way. */
  peculiarity: string;
  /** A range of the file as one of our text, null where it is outside. */
  toText(start: number, end: number): TextRange | null;
}

const byteOrderMark = "\uFEFF";

/**
 * Every way in which files are known to count, brat's own first: code points of the file as it is.
 * Others leave out the byte order mark or count one that is gone, take CRLF for one character, or
 * count UTF-16 code units.
 */
export function* offsetConventions(raw: string, units: readonly Unit[]) {
  const seen = new Set<string>();
  for (const { counted, peculiarity } of countedTexts(raw)) {
    if (seen.has(counted)) continue;
    seen.add(counted);
    for (const unit of units) yield convention(counted, unit, peculiarity);
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

function convention(counted: string, unit: Unit, peculiarity: string): OffsetConvention {
  const { text, toText, changed } = normaliseNewlines(counted);
  const { toUnit, toCodePoint } = offsetConverter(counted);
  const map = (offset: number) => {
    const position = unit === "utf16" ? offset : toUnit(offset);
    return changed ? toText(position) : position;
  };
  const length = unit === "utf16" ? counted.length : toCodePoint(counted.length);
  return {
    peculiarity: [peculiarity, unit === "utf16" ? "offsets count UTF-16 code units" : ""]
      .filter((part) => part !== "")
      .join("; "),
    toText(start, end) {
      if (end > length || end < start) return null;
      const range = { start: map(start), end: map(end) };
      return range.end > text.length ? null : range;
    },
  };
}
