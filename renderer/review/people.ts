import type { Colour } from "../look/colour.ts";
import { t } from "../messages.ts";
import { createValueStore } from "../state/value-store.ts";

/** An annotator as Review shows them: in a blind review by a letter. */
export interface Person {
  annotator: string;
  name: string;
  colour: Colour;
}

const key = "review names";

/** Whether annotators are shown by name; else by letters, so that nobody is believed for who they are. */
export const areNamesShown = createValueStore(remembered());

export function toggleNames(): void {
  const next = !areNamesShown.get();
  localStorage.setItem(key, next ? "shown" : "hidden");
  areNamesShown.set(next);
}

function remembered(): boolean {
  return typeof localStorage !== "undefined" && localStorage.getItem(key) === "shown";
}

// Far from each other by day and by night; gold is what was decided.
const colours: readonly Colour[] = [
  ...(["blue", "orange", "teal", "purple", "pink", "green"] as const),
  ...(["red", "indigo", "lime", "brown", "slate"] as const),
];

/** The annotators of a project, in the order of their names, which says their letters and their colours. */
export function peopleOf(annotators: readonly string[], withNames: boolean): Person[] {
  return annotators.map((annotator, at) => ({
    annotator,
    name: withNames ? annotator : letterOf(at),
    colour: colours[at % colours.length] ?? "slate",
  }));
}

/** A to Z, then A2 to Z2 and so on. */
function letterOf(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : `${letter}${Math.floor(at / 26) + 1}`;
}

/** Somebody who is not among them is shown by what they are called, for there is nothing to hide them behind. */
export function personIn(people: readonly Person[], annotator: string): Person {
  const known = people.find((person) => person.annotator === annotator);
  return known ?? { annotator, name: annotator || t("Somebody"), colour: "slate" };
}
