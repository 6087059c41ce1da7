import type { ReviewFilter } from "../../../shared/review/filter.ts";
import { t } from "../../messages.ts";
import { type Person, personIn } from "../people.ts";

/** What of a filter only figures and plots ask for, in words; null for nothing. */
export function figureWords(
  { pair, said, shift, section }: ReviewFilter,
  people: readonly Person[],
): string | null {
  const words: string[] = [];
  if (pair) {
    const names = { a: personIn(people, pair.a).name, b: personIn(people, pair.b).name };
    words.push(t("{a} and {b} differ", names));
  }
  if (said)
    words.push(t("“{a}” against “{b}”", { a: said.a ?? t("nothing"), b: said.b ?? t("nothing") }));
  if (shift)
    words.push(
      shift.edge === "start"
        ? t("start shifted by {by, plural, one {# character} other {# characters}}", shift)
        : t("end shifted by {by, plural, one {# character} other {# characters}}", shift),
    );
  if (section) words.push(t("section: {section}", { section }));
  return words.length === 0 ? null : words.join(", ");
}
