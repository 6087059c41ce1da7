import type { Asked } from "../../shared/contract.ts";
import { message, t } from "../messages.ts";
import type { WriteName } from "./app-store.ts";

// By what an operation's name begins with; the first that fits.
const kinds: readonly [start: string, words: string][] = [
  ["span.add", message("New spans")],
  ["span.remove", message("Spans removed")],
  ["span.", message("A span changed")],
  ["entity.add", message("A new entity")],
  ["entity.remove", message("An entity removed")],
  ["entity.", message("An entity changed")],
  ["relation.", message("A relation")],
  ["layer.setStatus", message("The report's status")],
  ["layer.", message("A label or note of the report")],
  ["history.undo", message("A step taken back")],
  ["history.redo", message("A step done again")],
  ["scheme.", message("A change of the scheme")],
  ["report.remove", message("Reports removed")],
  ["report.", message("A report's title or case")],
  ["text.", message("A correction of the text")],
  ["import.", message("An import")],
  ["deidentify.", message("A decision on identifiers")],
];

/** What somebody did, in a few words, for while it is not saved. */
export function describeWrite<N extends WriteName>(name: N, input: Asked<N> | null): string {
  const mark = markedIn(input);
  if (mark !== null) return mark;
  return t(kinds.find(([start]) => name.startsWith(start))?.[1] ?? message("A change"));
}

function markedIn(input: unknown): string | null {
  if (typeof input !== "object" || input === null || !("draft" in input)) return null;
  const { draft } = input;
  if (typeof draft !== "object" || draft === null) return null;
  if (!("quote" in draft && "label" in draft)) return null;
  return t("“{quote}” as {label}", { quote: `${draft.quote}`, label: `${draft.label}` });
}
