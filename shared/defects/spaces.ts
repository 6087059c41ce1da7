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
  const start = text.lastIndexOf("\n", at) + 1;
  const line = text.slice(start, end < 0 ? text.length : end);
  if (/\t|\S[ \u00a0]{3}/.test(line)) return true;
  const [before, after] = [line.slice(0, at - start), line.slice(at - start + 2)];
  return /^\s*[^\p{L}\p{N}\s]+$/u.test(before) || (field.test(before) && field.test(after));
}

/** "Age: 48  Sex: M": a name and a colon, on either side of what parts two fields. */
const field = /^\s*\p{Lu}[\p{L}º.]*(?: \p{L}+)?:/u;
