import type { Placed } from "./compare-spans.ts";

/** Spans by where they overlap, told at a glance. */
export interface Runs {
  /** At most one span of each annotator, each overlapping another: they belong together, whatever they say. */
  easy: Placed[][];
  /** All others, in the order in which they were given. */
  others: Placed[];
}

/** Most places are easy, and need no alignment. */
export function runsOf(all: readonly Placed[]): Runs {
  const order = all.toSorted((a, b) => a.place.start - b.place.start);
  const easy: Placed[][] = [];
  const isEasy = new Set<Placed>();
  let run: Placed[] = [];
  let end = 0;
  const close = () => {
    if (run.length === 0 || !isEasyRun(run)) return;
    easy.push(run.sort((a, b) => a.annotator - b.annotator));
    for (const one of run) isEasy.add(one);
  };
  for (const one of order) {
    const { start } = one.place;
    if (start >= end && start !== run[0]?.place.start) {
      close();
      run = [];
      end = 0;
    }
    run.push(one);
    end = Math.max(end, one.place.end);
  }
  close();
  return { easy, others: all.filter((one) => !isEasy.has(one)) };
}

/** Between the ranges of a discontinuous span others may lie that share nothing with it. */
function isEasyRun(run: readonly Placed[]): boolean {
  return run.every(
    ({ place, annotator }, at) =>
      place.ranges.length === 1 &&
      place.length > 0 &&
      !run.some((other, before) => before < at && other.annotator === annotator),
  );
}
