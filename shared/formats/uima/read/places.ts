import { badFile } from "../../../extract/source.ts";
import type { TextRange } from "../../../model/annotation.ts";
import { countsIn } from "../../../text/offsets.ts";
import { type CasAnnotation, shortName } from "../cas.ts";
import type { CasReading } from "./reading.ts";

export function placesIn(
  raw: string,
  toText: (offset: number) => number,
  { source, offsets, warnings }: CasReading,
): (annotation: CasAnnotation) => TextRange {
  const { length, toUnit } = countsIn(raw, offsets ?? "utf16");
  return ({ id, type, begin, end }) => {
    const where = `${shortName(type)} ${id}`;
    if (!isOffset(begin, length) || !isOffset(end, length))
      throw badFile(
        source,
        `has offsets outside its text: ${where} ends at ${end}; check that text and annotations belong together.`,
      );
    if (end < begin)
      throw badFile(
        source,
        `has offsets the wrong way round: ${where} ends at ${end}, before it starts at ${begin}; correct them and import it again.`,
      );
    const place = { begin: toUnit(begin) ?? begin, end: toUnit(end) ?? end };
    const start = place.begin - (isHalfway(raw, place.begin) ? 1 : 0);
    const last = place.end + (isHalfway(raw, place.end) ? 1 : 0);
    if (start < place.begin || last > place.end)
      warnings.count(
        where,
        "begins or ends within a character, and was read with the whole of it",
        "begin or end within a character, and were read with the whole of it",
      );
    return { start: toText(start), end: toText(last) };
  };
}

/** Whether an offset stands between the two halves of a character beyond the basic plane. */
function isHalfway(text: string, offset: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(Math.max(0, offset - 1), offset + 1));
}

function isOffset(offset: number, length: number): boolean {
  return Number.isInteger(offset) && offset >= 0 && offset <= length;
}
