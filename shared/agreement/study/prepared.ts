import type { TextRange } from "../../model/annotation.ts";
import type { Attributes } from "../../model/attributes.ts";
import type { Section } from "../../model/report.ts";
import { type ComparedSpan, comparedSpan } from "../spans/compared-span.ts";
import { type MarkedTokens, markedTokens } from "../tokens/marked-tokens.ts";
import { noSection, type StudyLayer, type StudyReport } from "./report.ts";

/** An annotator's work on a report, ready to be compared with several others'. */
export interface PreparedLayer {
  annotator: string;
  layer: StudyLayer;
  /** Each place and label once. */
  spans: ComparedSpan[];
  /** What each says besides. */
  attributes: Attributes[];
  /** The entity that each speaks of. */
  entityOf: (string | null)[];
  /** Where a span of the layer is among them, those marked twice too. */
  placeOf: ReadonlyMap<string, number>;
  marked: MarkedTokens;
}

/** A layer with its spans as they are compared; what is marked twice with the same label counts once. */
export function preparedLayer(layer: StudyLayer, tokens: readonly TextRange[]): PreparedLayer {
  const prepared = {
    spans: [] as ComparedSpan[],
    attributes: [] as Attributes[],
    entityOf: [] as (string | null)[],
    placeOf: new Map<string, number>(),
  };
  const known = new Map<string, number>();
  for (const span of layer.spans) {
    const compared = comparedSpan(span);
    const { placeAndLabel: key } = compared;
    const there = known.get(key);
    prepared.placeOf.set(span.id, there ?? prepared.spans.length);
    if (there !== undefined) continue;
    known.set(key, prepared.spans.length);
    prepared.spans.push(compared);
    prepared.attributes.push(span.attributes);
    prepared.entityOf.push(span.entity);
  }
  const marked = markedTokens(prepared.spans, tokens);
  return { annotator: layer.annotator, layer, ...prepared, marked };
}

/** The kind of section that each offset lies in: of those that hold it, the one that begins last. */
export function sectionKinds({ sections }: Pick<StudyReport, "sections">) {
  const inOrder = sections.toSorted((a: Section, b: Section) => a.start - b.start || b.end - a.end);
  return (offset: number): string =>
    inOrder.findLast(({ start, end }) => start <= offset && offset < end)?.kind ?? noSection;
}
