import type { Selection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import type { Id, Span } from "../../shared/model/annotation.ts";
import type { LabelDefinition } from "../../shared/model/scheme.ts";
import { draw, drawingKey, type Report } from "./drawing.ts";
import type { EditorContent } from "./editor-handle.ts";
import { type LabelLooks, labelLooks } from "./labels.ts";
import { spansAt } from "./span-at.ts";
import { indexSpans, reindexSpans, type SpanIndex } from "./span-index.ts";

/** The spans that an editor shows, and how their labels look. */
export interface ShownSpans {
  index(): SpanIndex;
  looks(): LabelLooks;
  spanOf(id: Id): Span | undefined;
  /** The chosen span. */
  active(): Span | null;
  /** Those that hold or touch the offset, the smallest first. */
  at(offset: number): readonly Span[];
  /** Draws these instead. One that was just marked is chosen in the same drawing, and the caret put where one is given. */
  set(next: readonly Span[], marked: { id: Id; caret: Selection | null } | null): void;
  setLabels(labels: readonly LabelDefinition[]): void;
  /** Draws one of them in another shape; null: as it is again. */
  preview(shape: Span | null): void;
}

export function createShownSpans(
  view: () => EditorView,
  root: HTMLElement,
  { chunks, positions }: Report,
  content: EditorContent,
): ShownSpans {
  const { chunkAt } = positions;
  let { spans } = content;
  let index = indexSpans(spans, chunks, chunkAt);
  let looks = labelLooks(content.labels);
  looks.applyTo(root);

  const spanOf = (id: Id) => spans.find((span) => span.id === id);

  return {
    index: () => index,
    looks: () => looks,
    spanOf,
    active() {
      const id = drawingKey.getState(view().state)?.active ?? null;
      return id === null ? null : (spanOf(id) ?? null);
    },
    at(offset) {
      const chunk = chunkAt(offset);
      // A span of the chunk before may end right here.
      return spansAt([...(index[chunk - 1] ?? []), ...(index[chunk] ?? [])], offset);
    },
    set(next, marked) {
      index = reindexSpans(index, spans, next, chunks, chunkAt);
      spans = next;
      if (marked) draw(view(), { index, active: marked.id }, marked.caret);
      else draw(view(), { index });
    },
    setLabels(labels) {
      looks = labelLooks(labels);
      looks.applyTo(root);
      draw(view(), { looks });
    },
    preview(shape) {
      const span = shape && spanOf(shape.id);
      const isShaped = shape && span;
      draw(view(), {
        index: isShaped ? reindexSpans(index, [span], [shape], chunks, chunkAt) : index,
      });
    },
  };
}
