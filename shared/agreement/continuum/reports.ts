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

/** Reports one after another, each a continuum of its own; see `Continuum`. */
export interface ReportContinua {
  continua: Continuum[];
  /** Spans of several fragments, each taken as one unit from its first fragment to its last. */
  discontinuous: number;
}

/**
 * The reports of a project as continua, for `alphaUStudy` and `gammaStudy`: a span is one unit, its
 * label the category. A discontinuous span is one unit as well, from its first fragment to its last:
 * fragments as units of their own would count one decision several times.
 * To compare some labels or annotators only, leave the others' spans out of the input.
 */
export function continuumOfReports(reports: readonly ReportSpans[]): ReportContinua {
  let discontinuous = 0;
  const continua = reports.map(({ length, annotators }): Continuum => {
    const units = annotators.flatMap((spans, annotator) =>
      spans.map((span) => {
        if (span.ranges.length > 1) discontinuous += 1;
        return unitOf(span, annotator);
      }),
    );
    return { begin: 0, end: length, annotators: annotators.length, units };
  });
  return { continua, discontinuous };
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
