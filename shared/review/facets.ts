import type { Section, SectionKind } from "../model/report.ts";
import { sectionAt } from "../text/section-at.ts";
import type { DifferenceState } from "./decision.ts";
import type { Difference, DifferenceType, Shift, Stage } from "./difference.ts";

/** What one annotator who was asked says; a label of null is nothing. */
export interface Said {
  annotator: string;
  label: string | null;
  /** Those with the same number say just the same; -1 is nothing. */
  group: number;
}

/** All that filters and surveys look at of a difference; most differences share theirs with many others. */
export interface Facets {
  stage: Stage;
  types: DifferenceType[];
  /** In the order of names. */
  said: Said[];
  /** Of a report label its name; else empty. */
  name: string;
  section: SectionKind | "none";
  state: DifferenceState;
  shifts: Pick<Shift, "a" | "b" | "start" | "end">[];
}

export function facetsOf(
  difference: Difference,
  state: DifferenceState,
  sections: readonly Section[],
): Facets {
  const { stage, types, start, words, shifts } = difference;
  return {
    ...{ stage, types, state },
    said: saidOf(difference),
    name: stage === "labels" ? words : "",
    section: stage === "labels" ? "none" : (sectionAt(sections, start)?.kind ?? "none"),
    shifts: shifts.map(({ a, b, start: byStart, end }) => ({ a, b, start: byStart, end })),
  };
}

function saidOf({ versions, missing }: Difference): Said[] {
  const groups = new Map<string, number>();
  for (const { says } of versions) if (!groups.has(says)) groups.set(says, groups.size);
  const said = [
    ...versions.map(({ annotator, label, says }) => ({
      ...{ annotator, label, group: groups.get(says) ?? -1 },
    })),
    ...missing.map((annotator) => ({ annotator, label: null, group: -1 })),
  ];
  return said.sort((a, b) => (a.annotator < b.annotator ? -1 : 1));
}

/** Whether somebody does not say what more than anybody else say. */
export function isApart(said: readonly Said[], { group }: Said): boolean {
  const count = (wanted: number) => said.filter((one) => one.group === wanted).length;
  const own = count(group);
  return said.some((other) => other.group !== group && count(other.group) >= own);
}

/** Every two who were asked, the one whose name comes first before the other. */
export function pairsOf(said: readonly Said[]): [Said, Said][] {
  return said.flatMap((one, at) => said.slice(at + 1).map((other): [Said, Said] => [one, other]));
}
