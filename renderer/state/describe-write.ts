import type { Asked } from "../../shared/contract.ts";
import type { WriteName } from "./app-store.ts";

// By what an operation's name begins with; the first that fits.
const kinds: readonly [start: string, words: string][] = [
  ["span.add", "New spans"],
  ["span.remove", "Spans removed"],
  ["span.", "A span changed"],
  ["entity.add", "A new entity"],
  ["entity.remove", "An entity removed"],
  ["entity.", "An entity changed"],
  ["relation.", "A relation"],
  ["layer.setStatus", "The report's status"],
  ["layer.", "A label or note of the report"],
  ["history.undo", "A step taken back"],
  ["history.redo", "A step done again"],
  ["scheme.", "A change of the scheme"],
  ["report.remove", "Reports removed"],
  ["report.", "A report's title or case"],
  ["text.", "A correction of the text"],
  ["import.", "An import"],
];

/** What somebody did, in a few words, for while it is not saved. */
export function describeWrite<N extends WriteName>(name: N, input: Asked<N> | null): string {
  const mark = markedIn(input);
  if (mark !== null) return mark;
  return kinds.find(([start]) => name.startsWith(start))?.[1] ?? "A change";
}

function markedIn(input: unknown): string | null {
  if (typeof input !== "object" || input === null || !("draft" in input)) return null;
  const { draft } = input;
  if (typeof draft !== "object" || draft === null) return null;
  if (!("quote" in draft && "label" in draft)) return null;
  return `“${draft.quote}” as ${draft.label}`;
}
