import type { TextRange } from "../../model/annotation.ts";
import { separated } from "./separate-units.ts";
import type { Continuum, Unit } from "./unit.ts";

/** What a measure on a continuum needs of a span. */
interface LabelledRanges {
  label: string;
  ranges: readonly TextRange[];
}

/** One report as measures on a continuum read it. */
export interface ReportSpans {
  /** How long its text is, in the unit of the spans' offsets. */
  length: number;
  /** The spans of each annotator; all reports have the annotators in the same order. */
  annotators: readonly (readonly LabelledRanges[])[];
}

/**
 * A report of a project as a continuum, for `alphaUStudy` and `gammaStudy`: a span is one unit, its
 * label the category. A discontinuous span is one unit as well, from its first fragment to its last:
 * fragments as units of their own would count one decision several times.
 * To compare some labels or annotators only, leave the others' spans out of the input.
 */
export function continuumOf({ length, annotators }: ReportSpans): Continuum {
  const units = annotators.flatMap((spans, annotator) =>
    spans.map((span) => unitOf(span, annotator)),
  );
  return { begin: 0, end: length, annotators: annotators.length, units };
}

/** Stretches of a report, each a continuum of its own; a unit is of the one in which it begins, and cut off at its end. */
export function continuaOfStretches(
  continuum: Continuum,
  stretches: readonly TextRange[],
): Continuum[] {
  return stretches.map(({ start, end }) => ({
    ...{ begin: start, end, annotators: continuum.annotators },
    units: continuum.units
      .filter(({ begin }) => start <= begin && begin < end)
      .map((unit) => ({ ...unit, end: Math.min(unit.end, end) })),
  }));
}

/** How many spans of a report go on beyond the stretch in which they begin. */
export function spansBeyond(report: ReportSpans, stretches: readonly TextRange[]): number {
  const isBeyond = ({ begin, end }: Unit) =>
    stretches.some((stretch) => stretch.start <= begin && begin < stretch.end && stretch.end < end);
  return continuumOf(report).units.filter(isBeyond).length;
}

/** How many spans of a report overlap another of the same annotator and label, and are one with it for alpha-U. */
export function overlappingSpans({ annotators }: ReportSpans): number {
  let merged = 0;
  for (const [annotator, spans] of annotators.entries()) {
    const units = Map.groupBy(
      spans.map((span) => unitOf(span, annotator)),
      ({ category }) => category,
    );
    for (const ofLabel of units.values()) merged += separated(ofLabel).merged;
  }
  return merged;
}

function unitOf({ label, ranges }: LabelledRanges, annotator: number): Unit {
  const [only] = ranges;
  if (only && ranges.length === 1)
    return { annotator, category: label, begin: only.start, end: only.end };
  const begin = Math.min(...ranges.map(({ start }) => start));
  const end = Math.max(...ranges.map(({ end }) => end));
  return { annotator, category: label, begin, end };
}
