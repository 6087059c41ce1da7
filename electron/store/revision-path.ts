import { mappingOf, type RangeMapping } from "../../shared/correct/mapping.ts";
import { movesOf } from "../../shared/correct/moved.ts";
import type { TextRange } from "../../shared/model/annotation.ts";
import { united, without } from "../../shared/reading/ranges.ts";
import type { ReadDb } from "./database.ts";
import { editsBetween, readRevision } from "./texts.ts";

/** From one text of a report to the next on the way to another: what changed, and where places are then. */
interface Hop {
  moved: TextRange[];
  map: RangeMapping;
}

/** Where a place of one text of a report stands in another, through every correction between them. */
export function carryRange(db: ReadDb, report: string, from: number, to: number): RangeMapping {
  const hops = hopsBetween(db, report, from, to);
  return (range) => hops.reduce((carried, { map }) => map(carried), range);
}

/** The same for all characters of stretches; those that moved go with their text. */
export function carryStretches(db: ReadDb, report: string, from: number, to: number) {
  const hops = hopsBetween(db, report, from, to);
  return (stretches: readonly TextRange[]): TextRange[] =>
    hops.reduce<TextRange[]>(
      (carried, { moved, map }) => united(cutAt(carried, moved).map(map)),
      united(stretches),
    );
}

/** The stretches in parts that lie wholly in or wholly out of what moved. */
function cutAt(stretches: readonly TextRange[], moved: readonly TextRange[]): TextRange[] {
  return moved.reduce<TextRange[]>(
    (parts, move) => parts.flatMap((one) => parted(one, move)),
    [...stretches],
  );
}

function parted(range: TextRange, move: TextRange): TextRange[] {
  const inside = { start: Math.max(range.start, move.start), end: Math.min(range.end, move.end) };
  return inside.start < inside.end ? [...without(range, [inside]), inside] : [range];
}

function hopsBetween(db: ReadDb, report: string, from: number, to: number): Hop[] {
  if (from === to) return [];
  const path = pathBetween(ancestorsOf(db, report, from), ancestorsOf(db, report, to));
  return path.slice(1).map((next, at) => {
    const before = path[at] ?? from;
    const edits = editsBetween(db, report, before, next);
    const { text } = readRevision(db, report, before);
    return { moved: movesOf(edits), map: mappingOf(text, edits) };
  });
}

/** Up to the text that both were made of, and down again. */
function pathBetween(from: readonly number[], to: readonly number[]): number[] {
  const common = from.find((revision) => to.includes(revision)) ?? 1;
  const up = from.slice(0, from.indexOf(common) + 1);
  return [...up, ...to.slice(0, to.indexOf(common)).toReversed()];
}

/** A text, the one it was made of, and so on to the first. */
function ancestorsOf(db: ReadDb, report: string, revision: number): number[] {
  const { base } = readRevision(db, report, revision);
  return base === null ? [revision] : [revision, ...ancestorsOf(db, report, base)];
}
