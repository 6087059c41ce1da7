import { type DifferenceType, differenceTypes } from "../../../shared/review/difference.ts";
import type { ReviewFilter } from "../../../shared/review/filter.ts";
import { t } from "../../messages.ts";
import { stageNames, typeNames } from "../difference-words.ts";
import { type Person, personIn } from "../people.ts";

/** What of a filter only figures and plots ask for, in words; null for nothing. */
export function figureWords(
  { annotators, onlyFinished, stages, types, pair, said, shift, section }: ReviewFilter,
  people: readonly Person[],
): string | null {
  const words: string[] = [];
  if (stages) words.push(stages.map((stage) => stageNames[stage]).join(", "));
  // One alone is chosen in a field of its own.
  if (types && types.length > 1) words.push(typesWords(types));
  if (annotators && onlyFinished && annotators.length < people.length) {
    const names = annotators.map((name) => personIn(people, name).name).join(", ");
    words.push(t("only {names}", { names }));
  }
  if (pair) {
    const names = { a: personIn(people, pair.a).name, b: personIn(people, pair.b).name };
    words.push(t("{a} and {b} differ", names));
  }
  if (said)
    words.push(t("“{a}” against “{b}”", { a: said.a ?? t("nothing"), b: said.b ?? t("nothing") }));
  if (shift) words.push(shiftWords(shift));
  if (section) words.push(t("section: {section}", { section }));
  return words.length === 0 ? null : words.join(", ");
}

function typesWords(types: readonly DifferenceType[]): string {
  const isEverything = differenceTypes.every((type) => types.includes(type));
  return isEverything ? t("agreed, too") : types.map((type) => typeNames[type]).join(", ");
}

/** Either end may be far beyond what any text has. */
const endless = 1_000_000;

function shiftWords({ edge, by, to }: NonNullable<ReviewFilter["shift"]>): string {
  const far = shiftedBy(by, to ?? by);
  return edge === "start"
    ? t("start shifted by {far}", { far })
    : t("end shifted by {far}", { far });
}

function shiftedBy(from: number, to: number): string {
  if (from === to)
    return t("{count, plural, one {# character} other {# characters}}", { count: from });
  if (to > endless) return t("{from, number} characters or more", { from });
  if (from < -endless) return t("{to, number} characters or less", { to });
  return t("{from, number} to {to, number} characters", { from, to });
}
