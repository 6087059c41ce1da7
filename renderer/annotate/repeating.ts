import type { Id } from "../../shared/model/annotation.ts";

/** What was done to a span, so that it can be done to another. */
export type Deed =
  | { do: "label"; label: string }
  | { do: "flag"; name: string }
  | { do: "link"; entity: Id | "new" }
  | { do: "result"; result: string };

/** What "Repeat" does again: all that was done to the last span, from its label on. */
export interface Repeatable {
  deeds: readonly Deed[];
  span: Id | null;
}

export const nothingYet: Repeatable = { deeds: [], span: null };

/** What there is to repeat after one thing more; what was done to another span before is forgotten. */
export function withDeed(before: Repeatable, deed: Deed, span: Id): Repeatable {
  if (deed.do === "label" || span !== before.span) return { deeds: [deed], span };
  const rest = before.deeds.filter((other) => !replaces(deed, other));
  // A flag that is set and taken back was not done.
  const isTakenBack = deed.do === "flag" && rest.length < before.deeds.length;
  return { deeds: isTakenBack ? rest : [...rest, deed], span };
}

function replaces(deed: Deed, other: Deed): boolean {
  if (deed.do !== other.do) return false;
  return deed.do !== "flag" || (other.do === "flag" && deed.name === other.name);
}

let last = nothingYet;
let label: string | null = null;

/** Remembers what a person did to a span. */
export function remember(deed: Deed, span: Id): void {
  last = withDeed(last, deed, span);
  if (deed.do === "label") label = deed.label;
}

export const lastDeeds = (): readonly Deed[] => last.deeds;

/** The label that was given last; null before the first. */
export const lastLabel = (): string | null => label;
