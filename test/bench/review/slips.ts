import type { Span, TextRange } from "../../../shared/model/annotation.ts";
import type { AnnotatedDocument, DocumentLayer } from "../../../shared/model/document.ts";
import { seededRandom } from "../../../shared/random.ts";
import { quoteOf } from "../../../shared/text/offsets.ts";
import { wordRanges } from "../../../shared/text/words.ts";

/** How often an annotator slips, of all that they mark. */
const slipShare = 0.12;

type Random = () => number;

/** The report as several annotators have done it who all mean its first layer, each with slips of their own; the same for the same seed. */
export function withSlips(
  document: AnnotatedDocument,
  annotators: readonly string[],
  seed: number,
): AnnotatedDocument {
  const [meant] = document.layers;
  if (!meant) throw new Error(`${document.name} has no layer`);
  const layers = annotators.map((annotator, at) =>
    slipped(document.text, meant, annotator, seededRandom(seed * 100 + at).next),
  );
  return { ...document, layers };
}

function slipped(
  text: string,
  meant: DocumentLayer,
  annotator: string,
  random: Random,
): DocumentLayer {
  const labels = [...new Set(meant.spans.map(({ label }) => label))];
  const spans = meant.spans.flatMap((span) =>
    random() < slipShare ? slip(text, span, labels, random) : [span],
  );
  const spoken = new Set(spans.map(({ entity }) => entity));
  const entities = meant.entities.filter(({ id }) => spoken.has(id));
  return { ...meant, annotator, status: "done", spans, entities, source: null };
}

function slip(text: string, span: Span, labels: readonly string[], random: Random): Span[] {
  const kind = random();
  if (kind < 0.3) return [];
  if (kind < 0.55) return [{ ...span, label: otherThan(span.label, labels, random) }];
  return [boundarySlip(text, span, random)];
}

function otherThan(label: string, labels: readonly string[], random: Random): string {
  const others = labels.filter((other) => other !== label);
  return others[Math.floor(random() * others.length)] ?? label;
}

/** A word too many or too few at the end. */
function boundarySlip(text: string, span: Span, random: Random): Span {
  const [range] = span.ranges;
  if (span.ranges.length !== 1 || !range) return span;
  const end = random() < 0.5 ? longer(text, range) : shorter(text, range);
  const ranges = [{ start: range.start, end }];
  return { ...span, ranges, quote: quoteOf(text, ranges) };
}

function longer(text: string, { end }: TextRange): number {
  const line = text.indexOf("\n", end);
  const behind = wordRanges(text, { start: end, end: line < 0 ? text.length : line });
  return behind[0]?.end ?? end;
}

function shorter(text: string, range: TextRange): number {
  return wordRanges(text, range).at(-2)?.end ?? range.end;
}
