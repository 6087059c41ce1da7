import { TextSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import type { TextRange } from "../../shared/model/annotation.ts";
import {
  type Caret,
  type Direction,
  type MotionUnit,
  moved,
  phraseBeyond,
  type ReadText,
} from "../../shared/text/motions.ts";
import { snapToWords } from "../../shared/text/words.ts";
import { catchUp } from "./catch-up.ts";
import type { Positions } from "./positions.ts";

/** Moves the caret by what a reader sees in the text. */
export interface Moving {
  move(unit: MotionUnit, direction: Direction, extend: boolean): void;
  /** Selects the phrase behind or before what is selected; answers false where there is none. */
  selectPhrase(direction: Direction): boolean;
}

export function createMoving(
  view: () => EditorView,
  positions: Positions,
  read: ReadText,
  snaps: () => boolean,
  reveal: (range: TextRange) => void,
): Moving {
  function caret(): Caret {
    catchUp();
    const { anchor, head } = view().state.selection;
    return { anchor: positions.toOffset(anchor), head: positions.toOffset(head) };
  }

  function place({ anchor, head }: Caret, isNear: boolean) {
    const { doc, tr } = view().state;
    const [anchorEdge, headEdge] = edges({ anchor, head });
    const from = positions.toPosition(anchor, anchorEdge);
    const to = positions.toPosition(head, headEdge);
    tr.setSelection(TextSelection.create(doc, from, to));
    view().dispatch(isNear ? tr.scrollIntoView() : tr);
    if (!isNear) reveal(besideOf({ anchor, head }, read.text.length));
  }

  return {
    move(unit, direction, extend) {
      const next = moved(read, caret(), unit, direction, extend);
      place(snaps() ? snapped(read.text, next) : next, unit === "word");
    },
    selectPhrase(direction) {
      const { anchor, head } = caret();
      const from = direction === 1 ? Math.max(anchor, head) : Math.min(anchor, head);
      const phrase = phraseBeyond(read, from, direction);
      if (phrase) place({ anchor: phrase.start, head: phrase.end }, false);
      return phrase !== null;
    },
  };
}

/** At which side of a gap between two paragraphs each end of the selection stands. */
function edges({ anchor, head }: Caret): ["start" | "end", "start" | "end"] {
  if (anchor < head) return ["start", "end"];
  return anchor > head ? ["end", "start"] : ["start", "start"];
}

/** The selection with whole words; a caret stays where it is. */
function snapped(text: string, { anchor, head }: Caret): Caret {
  const range = { start: Math.min(anchor, head), end: Math.max(anchor, head) };
  const { start, end } = snapToWords(text, range);
  if (start === end) return { anchor, head };
  // White space at an end that moves is kept: going on would not get over it.
  if (head > anchor) return { anchor: Math.min(anchor, start), head: Math.max(head, end) };
  return { anchor: Math.max(anchor, end), head: Math.min(head, start) };
}

/** The character at the end that moves, which can be brought into view. */
function besideOf({ anchor, head }: Caret, length: number): TextRange {
  if (head > anchor) return { start: Math.max(0, head - 1), end: head };
  return { start: head, end: Math.min(length, head + 1) };
}
