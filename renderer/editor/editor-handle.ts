import type { Id, Span, TextRange } from "../../shared/model/annotation.ts";
import type { Section } from "../../shared/model/report.ts";
import type { LabelDefinition } from "../../shared/model/scheme.ts";
import type { Direction, MotionUnit } from "../../shared/text/motions.ts";
import type { Lanes } from "./lanes.ts";

/** What a report editor shows. Offsets are those of shared/text/offsets.ts, everywhere. */
export interface EditorContent {
  text: string;
  sections: readonly Section[];
  spans: readonly Span[];
  labels: readonly LabelDefinition[];
  /** Draws each person's spans in a line of their own; left out: each span by its label. */
  lanes?: Lanes;
  /** The span that is chosen at first; left out: none. */
  active?: Id | null;
}

export interface EditorEvents {
  /** The caret or the selection moved; `null` while nothing is selected. */
  onSelect(range: TextRange | null): void;
  /** A span was clicked, or the caret was put on one and Enter was pressed; null: beside all. */
  onActivate(span: Id | null): void;
  /** An edge of a span was dragged elsewhere; what is drawn waits for the answer. */
  onReshape(span: Id, ranges: TextRange[]): Promise<unknown>;
  /** Whether what is selected takes words whole; left out: it does not. */
  snaps?(): boolean;
  /** A key that does not move the caret by itself. Answer true to keep it from doing anything else. */
  onKey(event: KeyboardEvent): boolean;
}

/** Where somebody is reading: the first character in view, and how far below the upper edge it stands. */
export interface ReadingPlace {
  offset: number;
  /** In pixels. */
  top: number;
}

/** The report as it stands on the page; made by createEditor, driven by the Annotate screen. */
export interface EditorHandle {
  /**
   * Draws other spans; only what changed near the viewport is touched. In the same drawing one that
   * was just marked is shown as the chosen one, and the caret goes behind it, so that reading and
   * selecting go on from there.
   */
  setSpans(spans: readonly Span[], marked?: Span | null): void;
  setLabels(labels: readonly LabelDefinition[]): void;
  /** Shows this span as the chosen one. */
  setActive(span: Id | null): void;
  /** Brings a place into view, without moving the caret. */
  reveal(range: TextRange): void;
  place(): ReadingPlace;
  /** The text between the upper and the lower edge; null for none. Reads the layout. */
  inView(): TextRange | null;
  /** Scrolls so that the character stands just there again. */
  returnTo(place: ReadingPlace): void;
  select(range: TextRange | null): void;
  /** Moves the caret to the next or the previous unit, and there into view; what is selected may follow it. */
  move(unit: MotionUnit, direction: Direction, extend: boolean): void;
  /** Selects the words in a row behind or before what is selected; answers false where there are none. */
  selectPhrase(direction: Direction): boolean;
  /** What is selected now, cut at white space at both ends, and whole words where it snaps; null when nothing is. */
  selection(): TextRange | null;
  /** Puts the caret where a range begins or ends, and there into view. */
  caretTo(offset: number, side: "start" | "end"): void;
  /** Where the caret stands; of a selection, the end that moves. */
  caret(): number;
  /** The smallest span that holds or touches the offset; null where there is none. */
  spanAt(offset: number): Span | null;
  /** All spans that hold or touch the offset, the smallest first. */
  spansAt(offset: number): readonly Span[];
  /** Where a range stands on the screen, for things that float beside it; null when out of view. */
  box(range: TextRange): DOMRect | null;
  focus(): void;
  hasFocus(): boolean;
  destroy(): void;
}
