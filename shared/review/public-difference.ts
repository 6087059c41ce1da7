import type { Entity, Layer, Relation, Span } from "../model/annotation.ts";
import type { AttributeValue } from "../model/attributes.ts";
import { hullOf, type OffsetConverter } from "../text/offsets.ts";
import { labelMember } from "./compare-labels.ts";
import type { Standing } from "./decision.ts";
import type { Difference, Shift, Version } from "./difference.ts";

/** What an annotator has there, as it is said outside: offsets are code points. */
interface PublicVersion {
  annotator: string;
  label: string;
  spans: (Pick<Span, "id" | "label" | "quote" | "attributes"> & { ranges: [number, number][] })[];
  entities: Pick<Entity, "id" | "kind" | "name" | "codes" | "fields">[];
  relations: Pick<Relation, "id" | "label" | "from" | "to" | "attributes">[];
  /** Of a report label. */
  value: AttributeValue | null;
}

/** A difference as it is said outside: offsets are code points, end exclusive. */
export interface PublicDifference
  extends Pick<Difference, "key" | "stage" | "types" | "start" | "end" | "words" | "missing"> {
  state: Standing["state"];
  /** What was chosen and by whom; null while nobody has decided. */
  decision: { choice: string; annotator: string; at: string } | null;
  versions: PublicVersion[];
  shifts: Shift[];
}

export function toPublicDifference(
  difference: Difference,
  { state, decision }: Standing,
  layers: readonly Layer[],
  { toCodePoint }: OffsetConverter,
): PublicDifference {
  const { key, stage, types, words, missing, versions, shifts } = difference;
  return {
    ...{ key, stage, types, words, missing, state },
    start: toCodePoint(difference.start),
    end: toCodePoint(difference.end),
    decision: decision && {
      choice: decision.choice.do,
      annotator: decision.annotator,
      at: decision.at,
    },
    versions: versions.map((version) => publicVersion(version, words, layers, toCodePoint)),
    shifts: shifts.map((shift) => publicShift(shift, difference, layers, toCodePoint)),
  };
}

function publicVersion(
  { annotator, members, label }: Version,
  name: string,
  layers: readonly Layer[],
  toCodePoint: OffsetConverter["toCodePoint"],
): PublicVersion {
  const layer = layers.find((one) => one.annotator === annotator);
  const isOwn = ({ id }: { id: string }) => members.includes(id);
  const isLabel = layer !== undefined && members.includes(labelMember(layer.id, name));
  return {
    annotator,
    label,
    spans: (layer?.spans ?? []).filter(isOwn).map((span) => ({
      ...{ id: span.id, label: span.label, quote: span.quote, attributes: span.attributes },
      ranges: span.ranges.map(({ start, end }) => [toCodePoint(start), toCodePoint(end)]),
    })),
    entities: (layer?.entities ?? [])
      .filter(isOwn)
      .map(({ id, kind, name: called, codes, fields }) => ({
        id,
        kind,
        name: called,
        codes,
        fields,
      })),
    relations: (layer?.relations ?? [])
      .filter(isOwn)
      .map(({ id, label: of, from, to, attributes }) => ({ id, label: of, from, to, attributes })),
    value: isLabel ? (layer.labels[name] ?? null) : null,
  };
}

/** Counted anew, since what lies between two edges may hold characters of two code units. */
function publicShift(
  shift: Shift,
  { versions }: Difference,
  layers: readonly Layer[],
  toCodePoint: OffsetConverter["toCodePoint"],
): Shift {
  const edges = (name: string) => {
    const id = versions.find(({ annotator }) => annotator === name)?.members[0];
    const layer = layers.find(({ annotator }) => annotator === name);
    const { start, end } = hullOf(layer?.spans.find((span) => span.id === id)?.ranges ?? []);
    return { start: toCodePoint(start), end: toCodePoint(end) };
  };
  const [a, b] = [edges(shift.a), edges(shift.b)];
  return { ...shift, start: b.start - a.start, end: b.end - a.end };
}
