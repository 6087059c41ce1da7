import type { Span } from "../../../shared/model/annotation.ts";
import type { AnnotatedDocument, DocumentLayer } from "../../../shared/model/document.ts";
import { quoteOf } from "../../../shared/text/offsets.ts";

/** A document as short as a test needs it. */
export function documentOf(
  text: string,
  layers: DocumentLayer[],
  facts: Partial<AnnotatedDocument> = {},
): AnnotatedDocument {
  const { name = "report" } = facts;
  return { name, title: name, case: name, text, sections: [], metadata: {}, layers, ...facts };
}

export function layerOf(
  annotator: string,
  spans: Span[],
  others: Partial<DocumentLayer> = {},
): DocumentLayer {
  const nothing = { entities: [], relations: [], events: [], groups: [], labels: {}, source: null };
  return { annotator, status: "done", spans, ...nothing, ...others };
}

/** A span over the first place where the text has these words. */
export function spanOf(
  text: string,
  id: string,
  label: string,
  words: string,
  others: Partial<Span> = {},
): Span {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`no ${words} in ${text}`);
  const ranges = [{ start, end: start + words.length }];
  const quote = quoteOf(text, ranges);
  return { id, label, ranges, quote, attributes: {}, entity: null, note: "", ...others };
}
