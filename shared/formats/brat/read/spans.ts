import { quoteOf, type Unit } from "../../../text/offsets.ts";
import { sourceKey } from "../source-key.ts";
import type { Reading } from "./reading.ts";
import { readSpanLines } from "./span-lines.ts";

/** Reads T lines; without a unit, their offsets are in the one that makes the quotes match. */
export function readSpans(reading: Reading, raw: string, unit?: Unit): void {
  const lines = reading.lines.filter(({ name }) => /^T\d/.test(name));
  const units: Unit[] = unit === undefined ? ["codepoint", "utf16"] : [unit];
  const read = readSpanLines(lines, raw, reading.text, units, reading.warnings);
  for (const { line, label, ranges, extra } of read) {
    reading.spans.set(line.name, {
      id: line.name,
      label: reading.trueName(label),
      ranges,
      quote: quoteOf(reading.text, ranges),
      attributes: {},
      entity: null,
      note: "",
    });
    const name = extra === "" ? line.name : `${line.name}\t${extra}`;
    reading.claim(line, sourceKey.annotation(line.name), name);
  }
}
