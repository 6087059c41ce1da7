import type { FigureInterval } from "../bootstrap.ts";
import type { Coefficient, UndefinedReason } from "../coefficient.ts";

/** What a figure is of: the whole study, two of its annotators, or one category against the others. */
export type StudyScope =
  | { scope: "all" }
  | { scope: "pair"; annotators: readonly [string, string] }
  | { scope: "label"; label: string };

/** Of what to measure besides the whole study. */
export type StudyBy = "pair" | "label";

/** One measure's value over a study, with all that a reader needs to know of it. */
export type StudyFigure = StudyScope &
  FigureInterval & {
    id: string;
    value: number | null;
    /** Why there is no value. */
    undefined: UndefinedReason | null;
    observed: number | null;
    expected: number | null;
    n: number;
    assumes: string;
    leftOut: readonly { what: string; count: number }[];
    /** The value of each item, null for one that was left out; only with measures of items. */
    items?: readonly (number | null)[];
    /** How chance was drawn, and how many unitary alignments there are; only with gamma. */
    alignments?: number;
    samples?: number;
    seed?: number;
  };

/** A coefficient as figures have it. */
export function shown(coefficient: Coefficient) {
  const { observed, expected, n } = coefficient;
  if (coefficient.defined)
    return { value: coefficient.value, undefined: null, observed, expected, n };
  return { value: null, undefined: coefficient.reason, observed, expected, n };
}
