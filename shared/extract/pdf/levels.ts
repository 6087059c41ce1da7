import { textOfLines } from "./paragraphs.ts";
import type { Part } from "./roles.ts";

/** Levels of headings: by their number ("2.1") where they have one, else by how their type ranks. */
export function levelsOf(parts: readonly Part[]): Map<Part, number> {
  const headings = parts.filter(({ kind }) => kind === "heading");
  const ranks = [...new Set(headings.map(prominence))].sort((a, b) => b - a);
  return new Map(
    headings.map((part) => [
      part,
      numberedLevel(part) ?? Math.min(6, ranks.indexOf(prominence(part)) + 1),
    ]),
  );
}

function numberedLevel(part: Part): number | null {
  const number = /^(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s/.exec(textOfLines(part))?.[1];
  return number === undefined ? null : number.split(".").length;
}

/** Larger type before smaller, then capitals, bold and upright before the rest. */
function prominence({ lines }: Part): number {
  const [first] = lines;
  if (!first) return 0;
  const isCapitals = lines.every(({ text }) => !/\p{Ll}/u.test(text));
  const weight = (isCapitals ? 0.4 : 0) + (first.bold ? 0.2 : 0) + (first.italic ? 0 : 0.1);
  return Math.round(first.size) + weight;
}
