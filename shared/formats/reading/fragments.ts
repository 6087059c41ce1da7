/**
 * A quote of several fragments with three dots between them, as MAE and Knowtator write it, with one space between
 * them; null where it does not fall into that many.
 */
export function fragmentsJoined(quote: string, count: number): string | null {
  if (count === 1) return quote;
  const splits = [" ... ", "..."].map((dots) => quote.split(dots));
  return splits.find((pieces) => pieces.length === count)?.join(" ") ?? null;
}
