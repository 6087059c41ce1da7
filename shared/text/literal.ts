/** Words as a regular expression that finds just them. */
export const literal = (words: string): string => words.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
