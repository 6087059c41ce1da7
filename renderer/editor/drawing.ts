import type { Node } from "prosemirror-model";
import {
  type EditorState,
  Plugin,
  PluginKey,
  type Selection,
  type Transaction,
} from "prosemirror-state";
import { Decoration, DecorationSet, type EditorView } from "prosemirror-view";
import type { Id, Span } from "../../shared/model/annotation.ts";
import { catchUp } from "./catch-up.ts";
import type { Chunk, DrawnBlock } from "./chunks.ts";
import { drawEmpty } from "./empty-marks.ts";
import type { LabelLooks } from "./labels.ts";
import { type Lanes, laneAttributes } from "./lanes.ts";
import { markAttributes, type SpanNumbers } from "./marks.ts";
import type { Positions } from "./positions.ts";
import { cutSegments } from "./segments.ts";
import { type SpanIndex, sameSpans } from "./span-index.ts";
import { tagRooms } from "./tag-room.ts";

/** What is drawn now. Chunks that are not near the reader are empty boxes and have no marks. */
export interface Drawing {
  near: ReadonlySet<number>;
  index: SpanIndex;
  looks: LabelLooks;
  /** The chosen span, whose pieces are lit. */
  active: Id | null;
  drawn: ReadonlyMap<number, readonly Decoration[]>;
  decorations: DecorationSet;
}

export type DrawingChange = Partial<Pick<Drawing, "near" | "index" | "looks" | "active">>;

export interface Report {
  chunks: readonly Chunk[];
  positions: Positions;
  numbers: SpanNumbers;
  /** Where several people's spans are shown, each in their own line. */
  lanes: Lanes | null;
}

export const drawingKey = new PluginKey<Drawing>("drawing");

/** Makes each chunk near the reader, and each span in it, visible; touches only what changed. */
export function drawingPlugin(report: Report, first: Required<DrawingChange>): Plugin<Drawing> {
  return new Plugin<Drawing>({
    key: drawingKey,
    state: {
      init: (_, state) =>
        redraw(report, { ...first, drawn: new Map(), decorations: DecorationSet.empty }, state, {}),
      apply: (transaction, drawing, _, state) =>
        redraw(report, drawing, state, changeIn(transaction)),
    },
    props: { decorations: (state) => drawingKey.getState(state)?.decorations },
  });
}

/** Draws other spans, other labels or other chunks, and leaves the rest as it is; the selection too, unless another is given. */
export function draw(
  view: EditorView,
  what: DrawingChange,
  selection: Selection | null = null,
): void {
  if (!selection) catchUp();
  const change = view.state.tr.setMeta(drawingKey, what);
  view.dispatch(selection ? change.setSelection(selection) : change);
}

function changeIn(transaction: Transaction): DrawingChange {
  // Only `draw` above writes it.
  return (transaction.getMeta(drawingKey) as DrawingChange | undefined) ?? {};
}

function redraw(
  report: Report,
  old: Drawing,
  state: EditorState,
  { near = old.near, index = old.index, looks = old.looks, active = old.active }: DrawingChange,
): Drawing {
  const wanted = withSelection(report, near, state);
  const isLitAnew = (span: Span) => span.id === active || span.id === old.active;
  const isCurrent = (chunk: number) =>
    looks === old.looks &&
    (index === old.index || sameSpans(index[chunk], old.index[chunk])) &&
    (active === old.active || !index[chunk]?.some(isLitAnew));
  const gone = [...old.drawn.keys()].filter((chunk) => !wanted.has(chunk) || !isCurrent(chunk));
  const fresh = [...wanted].filter((chunk) => !old.drawn.has(chunk) || !isCurrent(chunk));
  if (gone.length + fresh.length === 0) return { ...old, near, index, looks, active };
  const drawn = new Map(old.drawn);
  for (const chunk of gone) drawn.delete(chunk);
  for (const chunk of fresh)
    drawn.set(chunk, drawChunk(report, state, chunk, { index, looks, active }));
  // Both calls use up the arrays that they are given, which are new ones here.
  const decorations = old.decorations
    .remove(gone.flatMap((chunk) => old.drawn.get(chunk) ?? []))
    .add(
      state.doc,
      fresh.flatMap((chunk) => drawn.get(chunk) ?? []),
    );
  return { near, index, looks, active, drawn, decorations };
}

/** The browser can only hold a selection whose two ends are on the page. */
function withSelection({ positions }: Report, near: ReadonlySet<number>, state: EditorState) {
  const { anchor, head } = state.selection;
  return new Set([
    ...near,
    positions.chunkAt(positions.toOffset(anchor)),
    positions.chunkAt(positions.toOffset(head)),
  ]);
}

function drawChunk(
  { chunks, positions, numbers, lanes }: Report,
  { doc }: EditorState,
  at: number,
  { index, looks, active }: Pick<Drawing, "index" | "looks" | "active">,
): Decoration[] {
  const chunk = chunks[at];
  if (!chunk) return [];
  const from = positions.chunkPosition(at);
  const size = doc.nodeAt(from)?.nodeSize ?? 0;
  const spans = index[at] ?? [];
  const context = { looks, numbers, active };
  const breaks = chunk.blocks.map(({ start }) => start);
  const segments = cutSegments(spans, chunk, breaks);
  const rooms = lanes ? [] : tagRooms(segments, chunk.blocks);
  return [
    Decoration.node(from, from + size, {}, { near: true }),
    ...chunk.blocks.flatMap((block) => drawHeadingSigns(block, positions, doc)),
    ...segments.flatMap((segment, number) => {
      const start = positions.toPosition(segment.start, "start");
      const end = positions.toPosition(segment.end, "end");
      // Nothing can be drawn on the blank lines between two blocks.
      if (start >= end) return [];
      const attributes = lanes
        ? laneAttributes(segment, lanes, context)
        : markAttributes(segment, context, rooms[number]);
      return Decoration.inline(start, end, attributes);
    }),
    ...drawEmpty(spans, chunk, positions, context),
  ];
}

/** Markdown's number signs are the report's own text, so they stay; only quieter. */
function drawHeadingSigns({ kind, start, end }: DrawnBlock, positions: Positions, doc: Node) {
  if (kind !== "heading") return [];
  const from = positions.toPosition(start, "start");
  const [signs = ""] = /^#+/.exec(doc.textBetween(from, from + Math.min(6, end - start))) ?? [];
  return signs === ""
    ? []
    : [Decoration.inline(from, from + signs.length, { class: "heading-signs" })];
}
