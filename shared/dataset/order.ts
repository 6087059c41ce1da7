/** The order of code units, which no machine's language changes; for sorting. */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
