import type { Defect } from "./defect.ts";
import type { PastedText } from "./pasted-text.ts";

/** Two spaces inside a line. Three and more are a table's columns, and so is what stands beside them. */
export function findDoubleSpaces({ text }: PastedText): Defect[] {
  return Array.from(text.matchAll(/(?<=[^\s])[ \u00a0]{2}(?=[^\s])/g), ({ index }) => index)
    .filter((start) => !isInTable(text, start))
    .map((start) => ({
      kind: "spaces",
      start,
      end: start + 2,
      replacement: " ",
      because: "Two spaces stand where one belongs.",
      certainty: "sure",
    }));
}

function isInTable(text: string, at: number): boolean {
  const end = text.indexOf("\n", at);
  const line = text.slice(text.lastIndexOf("\n", at) + 1, end < 0 ? text.length : end);
  return /\t|\S[ \u00a0]{3}/.test(line);
}
