import type { Id, Span, TextRange } from "../../shared/model/annotation.ts";
import { quoteOf } from "../../shared/text/offsets.ts";
import type { ReportStore } from "../state/report-store.ts";
import type { Writes } from "../state/writes.ts";

/** A span's new ranges, from those that it has when its turn comes; null leaves it as it is. */
type Reshape = (text: string, ranges: readonly TextRange[]) => readonly TextRange[] | null;

/** What gives spans another shape. */
export interface ShapeActions {
  /** Answers whether it was saved. */
  reshape(span: Id, shape: Reshape): Promise<boolean>;
  /** Makes two spans of one; the first stays the one that is chosen. */
  split(span: Id, at: number): Promise<boolean>;
  /** Answers the span that they have become; null when that was not saved. */
  join(spans: readonly Id[]): Promise<Id | null>;
}

export function createShapeActions(store: ReportStore, write: Writes["write"]): ShapeActions {
  const patchOf = (id: Id, shape: Reshape) => {
    const { spans, report } = store.state();
    const patch = reshaped(spans.get(id), report.text, shape);
    return patch && { span: id, patch };
  };
  return {
    reshape: async (id, shape) => (await write("span.update", () => patchOf(id, shape))) !== null,
    split: async (span, at) => (await write("span.split", () => ({ span, at }))) !== null,
    async join(spans) {
      const change = await write("span.join", () => ({ spans: [...spans] }));
      return change?.put.spans[0]?.id ?? null;
    },
  };
}

function reshaped(span: Span | undefined, text: string, shape: Reshape) {
  const next = span && shape(text, span.ranges);
  if (!next || next.length === 0) return null;
  const ranges = [...next];
  const isSame = JSON.stringify(ranges) === JSON.stringify(span.ranges);
  // Put where it was, a span that was flagged has been looked at.
  return isSame && !span.flag ? null : { ranges, quote: quoteOf(text, ranges) };
}
