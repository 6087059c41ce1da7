import { isRecord, recordsIn, wordIn } from "../reading/json-lines.ts";
import { type OffsetReading, offsetIn } from "../reading/json-values.ts";
import { iriOf, type Json } from "./bodies.ts";

/** One place of a target. */
export interface Place {
  range: { start: number; end: number };
  /** What the file says that is there; null where it does not say. */
  quote: string | null;
}

function targetsIn({ target }: Json): unknown[] {
  return [target ?? []].flat();
}

/** What the annotation is about as a whole: sources, or other annotations. */
export function referencesIn(annotation: Json): string[] {
  return targetsIn(annotation).flatMap((target) => iriOf(target) ?? []);
}

/** Whether it is about a part of its source. */
export function isAboutPart(annotation: Json): boolean {
  return targetsIn(annotation).some((target) => isRecord(target) && target.selector !== undefined);
}

/** The places of all targets; null where one of them has no offsets. */
export function placesIn(annotation: Json, where: string, reading: OffsetReading): Place[] | null {
  const places = targetsIn(annotation).map((target) => placeIn(target, where, reading));
  return places.every((place) => place !== null) ? places : null;
}

function placeIn(target: unknown, where: string, reading: OffsetReading): Place | null {
  const selectors = isRecord(target) ? recordsIn([target.selector].flat()) : [];
  const offsets = selectors.map(offsetsIn).find((found) => found !== null);
  if (!offsets) return null;
  const quoted = selectors.find(({ type }) => type === "TextQuoteSelector");
  const [start, end] = offsets.map((offset) => offsetIn(offset, where, reading));
  const quote = typeof quoted?.exact === "string" ? quoted.exact : null;
  return { range: { start: start ?? 0, end: end ?? 0 }, quote };
}

/** Of a position in text, or of a fragment as RFC 5147 has it: "char=3,7". */
function offsetsIn({ type, start, end, value }: Json): [unknown, unknown] | null {
  if (type === "TextPositionSelector") return [start, end];
  const [, from, to] = /^char=(\d+),(\d+)$/.exec(wordIn(value) ?? "") ?? [];
  return from === undefined ? null : [Number(from), Number(to)];
}
