import type { Span } from "../../../shared/model/annotation.ts";
import type { AnnotatedDocument, DocumentLayer } from "../../../shared/model/document.ts";
import { seededRandom } from "../../../shared/random.ts";
import { wordRanges } from "../../../shared/text/words.ts";
import { documentOf } from "../project-of.ts";

const size = { words: 10_000, spans: 0 };
const labels = ["diagnosis", "marker", "procedure", "drug"];

/**
 * A report of 10,000 words that so many annotators have done, each with so many spans: nine in ten of
 * them where all others have theirs, some of those with another label or a word more.
 */
export function largeReport(annotators: number, spans: number, number = 1): AnnotatedDocument {
  const document = documentOf(number, size);
  const { text } = document;
  const words = wordRanges(text, { start: 0, end: text.length });
  const step = Math.floor(words.length / spans);
  const layers = Array.from({ length: annotators }, (_, at): DocumentLayer => {
    const random = seededRandom(number * 10 + at).next;
    return {
      ...{ annotator: `Annotator ${at + 1}`, status: "done", labels: {}, source: null },
      ...{ entities: [], relations: [], events: [], groups: [] },
      spans: Array.from({ length: spans }, (_, n): Span => {
        const place = n * step + (random() < 0.1 ? 1 : 0);
        const first = words[place] ?? { start: 0, end: 1 };
        const last = (random() < 0.1 ? words[place + 1] : undefined) ?? first;
        const label = labels[random() < 0.1 ? Math.floor(random() * 4) : n % 4] ?? "marker";
        const ranges = [{ start: first.start, end: last.end }];
        const quote = text.slice(first.start, last.end);
        return { id: `s${n}`, label, ranges, quote, attributes: {}, entity: null, note: "" };
      }),
    };
  });
  return { ...document, layers };
}
