import { EditorState } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import type { TextRange } from "../../shared/model/annotation.ts";
import { findBlocks } from "../../shared/text/blocks.ts";
import type { ReadText } from "../../shared/text/motions.ts";
import { t } from "../messages.ts";
import { catchUp } from "./catch-up.ts";
import { chunkViews } from "./chunk-view.ts";
import { type Chunk, makeChunks } from "./chunks.ts";
import { copyPlugin } from "./copy.ts";
import { draw, drawingPlugin, type Report } from "./drawing.ts";
import { listenToEdges } from "./edges.ts";
import type { EditorContent, EditorEvents, EditorHandle } from "./editor-handle.ts";
import { createHover } from "./hover.ts";
import { inViewOf } from "./in-view.ts";
import { keysPlugin } from "./keys.ts";
import { applyLanes } from "./lanes.ts";
import { createNumbers } from "./marks.ts";
import { createMoving } from "./moving.ts";
import { boxOf, placeOf, returnTo, reveal } from "./places.ts";
import { listenToPointer } from "./pointer.ts";
import { createPositions } from "./positions.ts";
import { readOnlyPlugin } from "./read-only.ts";
import { makeDocument } from "./schema.ts";
import { createSelecting } from "./selecting.ts";
import { createShownSpans } from "./shown-spans.ts";
import { createWindow, type ReadingWindow } from "./window.ts";
import "./editor.css";

let editors = 0;

/**
 * Shows a report in the parent, which it fills and scrolls in. The class `report-tags` on the
 * parent shows the labels' names over the spans.
 */
export function createEditor(
  parent: HTMLElement,
  content: EditorContent,
  events: EditorEvents,
): EditorHandle {
  const report = readReport(content);
  const { chunks, positions, numbers } = report;
  const scroller = makeScroller(parent);
  if (content.lanes) applyLanes(scroller, content.lanes);
  const shown = createShownSpans(() => view, scroller, report, content);
  const near = createWindow(scroller, chunks, () => view);
  const snaps = () => events.snaps?.() ?? false;
  const selecting = createSelecting(() => view, positions, content.text, snaps);
  const hover = createHover(`#${scroller.id}`, numbers, shown.spanOf, shown.looks);
  const tellSelection = onChange(events.onSelect);

  const view = new EditorView(scroller, {
    state: EditorState.create({
      doc: makeDocument(content.text, chunks),
      plugins: [
        drawingPlugin(report, {
          near: near.first(),
          index: shown.index(),
          looks: shown.looks(),
          active: content.active ?? null,
        }),
        readOnlyPlugin(t("Report")),
        copyPlugin(selecting.range, content.text),
        keysPlugin({ onKey: (event) => events.onKey(event), onEnter: activateAtCaret }),
      ],
    }),
    nodeViews: { chunk: chunkViews(near.heightOf) },
    scrollMargin: 48,
    scrollThreshold: 24,
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction));
      if (transaction.selectionSet) tellSelection(selecting.words());
    },
  });

  const show = (range: TextRange) => reveal(view, scroller, positions, near, range);
  const moving = createMoving(() => view, positions, readTextOf(content, chunks), snaps, show);

  const spanAt = (offset: number) => shown.at(offset)[0] ?? null;

  function activateAtCaret(): boolean {
    const here = spanAt(selecting.range().start);
    if (here) events.onActivate(here.id);
    return here !== null;
  }

  listenToPointer(view.dom, numbers, {
    onActivate: (span) => events.onActivate(span),
    onHover: hover.set,
    onWord: selecting.snap,
    onDragged: () => snaps() && selecting.snap(),
  });
  listenToEdges(scroller, {
    view,
    text: content.text,
    positions,
    active: shown.active,
    preview: shown.preview,
    onReshape: (span, ranges) => events.onReshape(span, ranges),
  });
  const stopWatching = watch(scroller, near);

  return {
    setSpans: (next, marked) =>
      shown.set(next, marked ? { id: marked.id, caret: selecting.behind(marked) } : null),
    setLabels: shown.setLabels,
    setActive: (active) => draw(view, { active }),
    reveal: show,
    place: () => placeOf(view, scroller, positions),
    inView: () => inViewOf(view, scroller, positions),
    returnTo: (place) => returnTo(view, scroller, positions, near, place),
    select: selecting.select,
    caretTo: selecting.caretTo,
    ...moving,
    selection() {
      catchUp();
      return selecting.words();
    },
    caret() {
      catchUp();
      return positions.toOffset(view.state.selection.head);
    },
    spanAt,
    spansAt: shown.at,
    box: (range) => boxOf(view, scroller, positions, range),
    focus: () => view.focus(),
    hasFocus: () => view.hasFocus(),
    destroy() {
      stopWatching();
      hover.remove();
      view.destroy();
      scroller.remove();
    },
  };
}

function readReport({ text, sections, lanes }: EditorContent): Report {
  const chunks = makeChunks(text, findBlocks(text, sections));
  return {
    chunks,
    positions: createPositions(chunks),
    numbers: createNumbers(),
    lanes: lanes ?? null,
  };
}

function readTextOf({ text, sections }: EditorContent, chunks: readonly Chunk[]): ReadText {
  return { text, sections, paragraphs: chunks.flatMap(({ blocks }) => blocks) };
}

function makeScroller(parent: HTMLElement): HTMLElement {
  const scroller = document.createElement("div");
  editors += 1;
  scroller.id = `report-${editors}`;
  scroller.className = "report-scroller";
  parent.append(scroller);
  return scroller;
}

/** Passes a range on when it is another one than last time. */
function onChange(tell: (range: TextRange | null) => void): (range: TextRange | null) => void {
  let last: TextRange | null = null;
  return (range) => {
    if (range?.start === last?.start && range?.end === last?.end) return;
    last = range;
    tell(range);
  };
}

/** Scrolling and resizing may bring other text near. What is out of view can wait for the paint. */
function watch(scroller: HTMLElement, { refresh, resize }: ReadingWindow): () => void {
  let later = 0;
  let top = 0;
  function refreshInTwo(ahead?: number) {
    refresh(ahead);
    clearTimeout(later);
    later = window.setTimeout(refresh, 80);
  }
  function onScroll() {
    const leaps = Math.abs(scroller.scrollTop - top) > scroller.clientHeight;
    top = scroller.scrollTop;
    refreshInTwo(leaps ? 0 : undefined);
  }
  scroller.addEventListener("scroll", onScroll, { passive: true });
  const resizes = new ResizeObserver(() => {
    resize();
    refreshInTwo(0);
  });
  resizes.observe(scroller);
  return () => {
    scroller.removeEventListener("scroll", onScroll);
    resizes.disconnect();
    clearTimeout(later);
  };
}
