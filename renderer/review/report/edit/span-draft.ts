import type { TextRange } from "../../../../shared/model/annotation.ts";
import type { Attributes } from "../../../../shared/model/attributes.ts";
import type { Choice } from "../../../../shared/review/decision.ts";
import type { Version } from "../../../../shared/review/difference.ts";
import {
  type Edge,
  type EdgeStep,
  nextEdge,
  offsetOf,
  stepEdge,
  withEdgeAt,
} from "../../../../shared/text/edges.ts";
import { quoteOf } from "../../../../shared/text/offsets.ts";
import type { LayerIndex } from "../layer-index.ts";

/** A span in the making. */
export interface DraftSpan {
  label: string;
  ranges: readonly TextRange[];
  attributes: Attributes;
}

/** The spans of a version while they are edited, and the edge that the keys move. */
export interface SpanDraft {
  spans: readonly DraftSpan[];
  /** Which of the spans is edited. */
  at: number;
  edge: Edge;
}

export function draftOf({ members }: Version, index: LayerIndex): SpanDraft {
  const spans = members.flatMap((id) => {
    const span = index.spans.get(id);
    return span ? [{ label: span.label, ranges: span.ranges, attributes: span.attributes }] : [];
  });
  return { spans, at: 0, edge: { range: 0, side: "end" } };
}

/** The span that is edited, changed. */
export function changed(draft: SpanDraft, change: Partial<DraftSpan>): SpanDraft {
  const span = draft.spans[draft.at];
  if (!span) return draft;
  return { ...draft, spans: draft.spans.with(draft.at, { ...span, ...change }) };
}

/** The edge moved by a word or a character; the same where it can go no further. */
export function movedEdge(
  text: string,
  draft: SpanDraft,
  direction: -1 | 1,
  step: EdgeStep,
): SpanDraft {
  const span = draft.spans[draft.at];
  if (!span) return draft;
  const to = stepEdge(text, span.ranges, draft.edge, direction, step);
  const ranges = withEdgeAt(text, span.ranges, draft.edge, to);
  // Two ranges may have grown together.
  const edge = ranges.length === span.ranges.length ? draft.edge : firstEdgeAt(ranges, to);
  return { ...changed(draft, { ranges }), edge };
}

const firstEdgeAt = (ranges: readonly TextRange[], offset: number): Edge => ({
  range: Math.max(
    0,
    ranges.findIndex(({ start, end }) => start <= offset && offset <= end),
  ),
  side: "end",
});

/** The next edge of the same span, and behind the last the first one of the next span. */
export function otherEdge(draft: SpanDraft): SpanDraft {
  const span = draft.spans[draft.at];
  if (!span) return draft;
  const edge = nextEdge(span.ranges, draft.edge);
  const isRound = offsetOf(span.ranges, edge) < offsetOf(span.ranges, draft.edge);
  if (!isRound || draft.spans.length < 2) return { ...draft, edge };
  const at = (draft.at + 1) % draft.spans.length;
  return { ...draft, at, edge: { range: 0, side: "start" } };
}

/** What is decided by it. */
export function choiceOf(text: string, { spans }: SpanDraft): Choice {
  return {
    do: "edit",
    spans: spans.map(({ label, ranges, attributes }) => ({
      ...{ label, ranges: [...ranges], quote: quoteOf(text, ranges), attributes },
    })),
  };
}
