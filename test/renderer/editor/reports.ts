import type { EditorContent } from "../../../renderer/editor/editor-handle.ts";
import type { Span, TextRange } from "../../../shared/model/annotation.ts";
import type { LabelDefinition } from "../../../shared/model/scheme.ts";
import { quoteOf } from "../../../shared/text/offsets.ts";

export const labels: LabelDefinition[] = (
  [
    ["diagnosis", "blue"],
    ["marker", "orange"],
    ["procedure", "green"],
    ["drug", "purple"],
  ] as const
).map(([name, colour]) => ({ name, colour, parent: null, kind: null, key: null, guideline: "" }));

let made = 0;

export function makeSpan(text: string, label: string, ...ranges: TextRange[]): Span {
  made += 1;
  const quote = quoteOf(text, ranges);
  return { id: `span-${made}`, label, ranges, quote, attributes: {}, entity: null, note: "" };
}

/** A span on words as they stand in the text, at their n-th occurrence. */
export function spanOn(text: string, label: string, words: string, nth = 0): Span {
  return makeSpan(text, label, rangeOn(text, words, nth));
}

export function rangeOn(text: string, words: string, nth = 0): TextRange {
  let start = -1;
  for (let count = 0; count <= nth; count++) start = text.indexOf(words, start + 1);
  if (start < 0) throw new RangeError(`"${words}" is not in the text ${nth + 1} times`);
  return { start, end: start + words.length };
}

export function contentOf(text: string, spans: Span[] = []): EditorContent {
  return { text, sections: [], spans, labels };
}
