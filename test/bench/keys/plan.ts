import type { Span, TextRange } from "../../../shared/model/annotation.ts";
import type { ReadText } from "../../../shared/text/motions.ts";
import { hullOf } from "../../../shared/text/offsets.ts";
import { snapToWords, trimRange, wordAt } from "../../../shared/text/words.ts";
import { type State, stepsIn } from "./motions.ts";

/** What to press to mark one span, and where the caret is then. */
export interface Plan {
  keys: string[];
  to: State;
}

/** Nobody presses more keys than this to come to a span; such a span is said not to be reached. */
const mostKeys = 40;

/** Finds the fewest key presses from one place to a mark on another, given the spans that are there. */
export function createPlanner(read: ReadText) {
  const stepsFrom = stepsIn(read);

  /** The presses that select the range, or put the caret into it where that is enough. */
  function reach(from: State, target: TextRange, isEnough: (state: State) => boolean): Plan | null {
    const seen = new Set([nameOf(from)]);
    let front: Plan[] = [{ keys: [], to: from }];
    for (let presses = 0; presses <= mostKeys && front.length > 0; presses++) {
      const found = front.find(({ to }) => isEnough(to));
      if (found) return found;
      front = front.flatMap((plan) => goOn(plan, target, seen));
    }
    return null;
  }

  function goOn({ keys, to: from }: Plan, target: TextRange, seen: Set<string>): Plan[] {
    return stepsFrom(from, target)
      .filter(({ key, to }) => isUseful(read.text, key, to, target) && !seen.has(nameOf(to)))
      .map(({ key, to }) => {
        seen.add(nameOf(to));
        return { keys: [...keys, key], to };
      });
  }

  return {
    /** Marks one range; `others` are the spans that the caret must not be on without a selection. */
    mark(from: State, target: TextRange, others: readonly Span[]): Plan | null {
      return reach(from, target, (state) =>
        state.anchor === state.head
          ? isTheWord(read.text, state.head, target) && !isOnSpan(state.head, others)
          : isSelected(read.text, state, target),
      );
    },
    select: (from: State, target: TextRange): Plan | null =>
      reach(from, target, (state) => isSelected(read.text, state, target)),
  };
}

const nameOf = ({ anchor, head, snaps }: State) => `${anchor} ${head} ${snaps}`;

/** What is extended begins at an edge of the target; phrases are gone over one by one. */
function isUseful(text: string, key: string, { anchor, head }: State, target: TextRange): boolean {
  if (head >= text.length) return false;
  if (!key.startsWith("Shift")) return true;
  return [target.start, target.end].some((edge) => Math.abs(anchor - edge) <= 2);
}

function isSelected(text: string, { anchor, head, snaps }: State, target: TextRange): boolean {
  const range = { start: Math.min(anchor, head), end: Math.max(anchor, head) };
  const { start, end } = snaps ? snapToWords(text, range) : trimRange(text, range);
  return start < end && start === target.start && end === target.end;
}

function isTheWord(text: string, caret: number, { start, end }: TextRange): boolean {
  const word = wordAt(text, caret);
  return word !== null && word.start === start && word.end === end;
}

/** In the gaps of a discontinuous span, too: there it is at hand while it is the active one. */
function isOnSpan(caret: number, spans: readonly Span[]): boolean {
  return spans.some(({ ranges }) => {
    const { start, end } = hullOf(ranges);
    return start <= caret && caret <= end;
  });
}
