import { graphemeWidener, quoteOf } from "../../text/offsets.ts";
import type { FitStep } from "../fit/fit-facts.ts";
import { shown } from "../fit/shown.ts";

/** With spans that begin and end between graphemes, where these are counted. */
export const wholeGraphemes: FitStep = (document, book) => {
  const { name, text } = document;
  const widened = graphemeWidener(text);
  const layers = document.layers.map((layer) => ({
    ...layer,
    spans: layer.spans.map((span) => {
      const ranges = span.ranges.map(widened);
      const quote = quoteOf(text, ranges);
      if (quote === span.quote) return span;
      book.lose(
        "Spans that begin or end within a grapheme",
        "written with the whole of it.",
        shown(name, span.quote),
      );
      return { ...span, ranges, quote };
    }),
  }));
  return { ...document, layers };
};
