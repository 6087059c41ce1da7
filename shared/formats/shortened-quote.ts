/** Enough of a quote to recognise it in a sentence, on one line. */
export function shortenedQuote(quote: string): string {
  const shown = quote.replaceAll("\n", " ");
  return shown.length <= 60 ? shown : `${shown.slice(0, 40)} … ${shown.slice(-15)}`;
}
