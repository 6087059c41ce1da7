import { type Selection, TextSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import type { Span, TextRange } from "../../shared/model/annotation.ts";
import { hullOf } from "../../shared/text/offsets.ts";
import { snapToWords, trimRange } from "../../shared/text/words.ts";
import { catchUp } from "./catch-up.ts";
import type { Positions } from "./positions.ts";

/** What is selected, in offsets of the report's text. */
export interface Selecting {
  /** From the selection's start to its end, white space and all; empty where the caret stands. */
  range(): TextRange;
  /** Without white space at its ends, and whole words where it snaps; null when nothing else is selected. */
  words(): TextRange | null;
  /** Null leaves the caret where it is and nothing selected. */
  select(range: TextRange | null): void;
  /** Puts the caret at one side of a range, and there into view. */
  caretTo(offset: number, side: "start" | "end"): void;
  /**
   * The caret behind the last piece of a span that was just marked, to be given to the editor; null
   * where something else has been selected since.
   */
  behind(span: Span): Selection | null;
  /** Takes the words whole that the selection begins or ends in. */
  snap(): void;
}

export function createSelecting(
  view: () => EditorView,
  positions: Positions,
  text: string,
  snaps: () => boolean,
): Selecting {
  function range() {
    const { from, to } = view().state.selection;
    return { start: positions.toOffset(from), end: positions.toOffset(to) };
  }

  function words() {
    const found = snaps() ? snapToWords(text, range()) : trimRange(text, range());
    return found.start < found.end ? found : null;
  }

  function select(wanted: TextRange | null) {
    const { doc, selection, tr } = view().state;
    const from = wanted ? positions.toPosition(wanted.start, "start") : selection.head;
    const to = wanted ? positions.toPosition(wanted.end, "end") : selection.head;
    view().dispatch(tr.setSelection(TextSelection.create(doc, from, to)));
  }

  function caretTo(offset: number, side: "start" | "end") {
    const { doc, tr } = view().state;
    const place = TextSelection.create(doc, positions.toPosition(offset, side));
    view().dispatch(tr.setSelection(place).scrollIntoView());
  }

  function behind({ ranges }: Span) {
    catchUp();
    const { start, end } = range();
    const marked = hullOf(ranges);
    if (end < marked.start || start > marked.end) return null;
    const at = positions.toPosition(hullOf(ranges).end, "end");
    return TextSelection.create(view().state.doc, at);
  }

  function snap() {
    catchUp();
    const selected = words();
    if (selected) select(snapToWords(text, selected));
  }

  return { range, words, select, caretTo, behind, snap };
}
