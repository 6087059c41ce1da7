import type { Figure } from "../../../shared/agreement/study/figure.ts";
import type { Axis, ProjectScope } from "../../../shared/agreement/study/report.ts";
import { factsOf } from "../../../shared/review-report/measure-facts.ts";
import { pageLanguage, t } from "../../messages.ts";
import { type Person, personIn } from "../people.ts";

/** What figures can be told apart by. */
export const axisNames: Record<Axis, string> = {
  label: t("Label"),
  section: t("Section"),
  report: t("Report"),
  pair: t("Two annotators"),
};

export const measureName = (id: string): string => t(factsOf(id).name);

/** What a figure is of. */
export function scopeWords(of: ProjectScope, people: readonly Person[]): string {
  switch (of.scope) {
    case "all":
      return t("all together");
    case "label":
      return of.label ?? "";
    case "section":
      return of.section === "none" ? t("outside of sections") : (of.section ?? "");
    case "attribute":
      return of.attribute ?? "";
    case "report":
      return of.report?.title ?? "";
    case "pair":
      return namesOf(of.annotators, people);
    default:
      return of.scope satisfies never;
  }
}

const lists = new Intl.ListFormat(pageLanguage, { type: "conjunction" });

export const namesOf = (annotators: readonly string[], people: readonly Person[]): string =>
  lists.format(annotators.map((name) => personIn(people, name).name));

const threeDigits = new Intl.NumberFormat(pageLanguage, {
  minimumFractionDigits: 3,
  maximumFractionDigits: 3,
});

/** Three digits behind the point, as papers print coefficients. */
export const inThree = (value: number): string => threeDigits.format(value);

export const intervalWords = ({ ci }: Pick<Figure, "ci">): string =>
  ci ? t("{low} to {high}", { low: inThree(ci[0]), high: inThree(ci[1]) }) : "";
