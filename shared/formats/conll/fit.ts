import type { Span, TextRange } from "../../model/annotation.ts";
import type { AnnotatedDocument, DocumentLayer } from "../../model/document.ts";
import { countWhile } from "../../text/count-while.ts";
import { dropped } from "../fit/fitting.ts";
import { shown } from "../fit/shown.ts";
import type { Fitted, WriteOptions } from "../format.ts";
import { type LossBook, lossBook } from "../losses.ts";
import { type Respellings, respellings } from "../texts/respelling.ts";
import { type TokenisedText, tokenise } from "./tokenise.ts";

/** A span by its first and last word. */
interface WordSpan {
  span: Span;
  first: number;
  last: number;
}

interface Fitting {
  name: string;
  book: LossBook;
}

/**
 * A document as words in columns can hold it: the text made anew of its words, spans on whole words that no
 * other has. Sentences that a span goes across are written as one, so that the span stays.
 */
export function fitToWords(document: AnnotatedDocument, { scheme }: WriteOptions): Fitted {
  const { name, text } = document;
  const fitting = { name, book: lossBook() };
  const words = tokenise(text);
  const layers = document.layers.map((layer) => ({
    layer,
    spans: withoutShared(wordSpans(layer, words.tokens, fitting), fitting),
  }));
  for (const { spans } of layers)
    for (const { first, last } of spans) words.begins.fill(false, first + 1, last + 1);
  const rebuilt = rebuild(text, words);
  if (rebuilt.text !== text)
    fitting.book.lose(
      "White space of texts",
      "read back as one space between words and one line for each sentence.",
      name,
    );
  const labels = [...scheme.labels.map((label) => label.name), ...labelsOf(document.layers)];
  const spellings = respellings(labels, asTag);
  const fitted = layers.map(({ layer, spans }) => ({
    ...layer,
    spans: spans.map((span) => placed(span, rebuilt, spellings, fitting)),
  }));
  return {
    document: { ...document, text: rebuilt.text, layers: fitted },
    losses: fitting.book.losses(),
  };
}

function wordSpans(
  { spans }: DocumentLayer,
  tokens: readonly TextRange[],
  { name, book }: Fitting,
): WordSpan[] {
  return spans.flatMap((span) => {
    const { start, end } = span.ranges[0] ?? { start: 0, end: 0 };
    const first = countWhile(tokens.length, (at) => (tokens[at]?.end ?? 0) <= start);
    const last = countWhile(tokens.length, (at) => (tokens[at]?.start ?? 0) < end) - 1;
    const [one, other] = [tokens[first], tokens[last]];
    if (first > last || !one || !other) {
      book.lose("Spans without words", dropped, shown(name, span.quote));
      return [];
    }
    if (start > one.start || end < other.end)
      book.lose(
        "Spans that begin or end within a word",
        "widened to whole words.",
        shown(name, span.quote),
      );
    else if (start < one.start || end > other.end)
      book.lose("White space at the ends of spans", dropped, shown(name, span.quote));
    return [{ span, first, last }];
  });
}

/** Of spans that share a word, once they are whole words, the longest stays. */
function withoutShared(spans: readonly WordSpan[], { name, book }: Fitting): WordSpan[] {
  const byLength = (a: WordSpan, b: WordSpan) => b.last - b.first - (a.last - a.first);
  const taken = new Set<number>();
  const kept = new Set<WordSpan>();
  for (const one of spans.toSorted(byLength)) {
    const words = Array.from({ length: one.last - one.first + 1 }, (_, at) => one.first + at);
    if (words.some((word) => taken.has(word)))
      book.lose(
        "Spans that share a word with another",
        "left out; the longer ones stay.",
        shown(name, one.span.quote),
      );
    else {
      for (const word of words) taken.add(word);
      kept.add(one);
    }
  }
  return spans.filter((one) => kept.has(one));
}

interface RebuiltText {
  text: string;
  tokens: TextRange[];
}

function rebuild(text: string, { tokens, begins }: TokenisedText): RebuiltText {
  let length = 0;
  const places: TextRange[] = [];
  const parts = tokens.map(({ start, end }, at) => {
    const space = at === 0 ? "" : begins[at] ? "\n" : " ";
    const from = length + space.length;
    length = from + end - start;
    places.push({ start: from, end: length });
    return space + text.slice(start, end);
  });
  return { text: parts.join(""), tokens: places };
}

function placed(
  { span, first, last }: WordSpan,
  { text, tokens }: RebuiltText,
  spellings: Respellings,
  { name, book }: Fitting,
): Span {
  const start = tokens[first]?.start ?? 0;
  const end = tokens[last]?.end ?? 0;
  const label = spellings.get(span.label) ?? span.label;
  if (label !== span.label)
    book.lose("Labels with white space", "written with “_” for it.", `${name}: ${span.label}`);
  return { ...span, label, ranges: [{ start, end }], quote: text.slice(start, end) };
}

const labelsOf = (layers: readonly DocumentLayer[]) =>
  layers.flatMap(({ spans }) => spans.map(({ label }) => label));

/** White space would begin another column. */
function asTag(label: string): string {
  return label.replace(/[\s\p{Cc}]/gu, "_");
}
