import type { MatrixWords } from "../../../shared/plots/label-matrix.ts";
import type { PairWords } from "../../../shared/plots/pair-heat.ts";
import { rangeName, type ShiftWords } from "../../../shared/plots/shift-histogram.ts";
import type { TypeWords } from "../../../shared/plots/type-bars.ts";
import type { PairCount } from "../../../shared/review/survey.ts";
import { inNumber, pageLanguage, t } from "../../messages.ts";
import { typeNames } from "../difference-words.ts";
import { type Person, personIn } from "../people.ts";

/* What the plots of shared/plots say on the page. */

const more = (count: number) =>
  t("{count, plural, one {and one more label} other {and # more labels}}", { count });

const nothing = t("nothing");

export const matrixWords: MatrixWords = {
  title: t("Labels against labels"),
  rows: t("First annotator says"),
  columns: t("Second annotator says"),
  nothing,
  more,
  number: inNumber,
  said: ({ row, column, count }) =>
    t("“{row}” against “{column}”: {count, number}.", {
      ...{ row: row ?? nothing, column: column ?? nothing, count },
    }),
};

export const typeWords: TypeWords = {
  title: t("Differences by label and type"),
  type: (type) => typeNames[type],
  more,
  number: inNumber,
  said: ({ type, label, count }) =>
    t("{label}, {type}: {count, number}.", { label, type: typeNames[type], count }),
};

export const edgeNames = { start: t("Start"), end: t("End") };

export const shiftWords: ShiftWords = {
  title: t("Shifted boundaries"),
  start: edgeNames.start,
  end: edgeNames.end,
  characters: t("characters"),
  number: inNumber,
  said: (bin) =>
    t("{edge} shifted by {range} characters: {count, number}.", {
      ...{ edge: edgeNames[bin.edge], range: rangeName(bin), count: bin.count },
    }),
  unmoved: (starts, ends) =>
    t("Only the other edge is shifted: {starts, number} same starts, {ends, number} same ends.", {
      ...{ starts, ends },
    }),
};

const percent = new Intl.NumberFormat(pageLanguage, {
  style: "percent",
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

export const shareOf = ({ count, of }: PairCount): string =>
  percent.format(of > 0 ? count / of : 0);

export const pairWords = (people: readonly Person[]): PairWords => {
  const name = (annotator: string) => personIn(people, annotator).name;
  const of = ({ count, of: all }: PairCount) =>
    t("{count, number} of {all, number}", { count, all });
  return {
    title: t("Two annotators at a time"),
    name,
    of,
    share: (share) => percent.format(share),
    said: (pair) =>
      t("{a} and {b} differ at {share}: {of}.", {
        ...{ a: name(pair.a), b: name(pair.b), share: shareOf(pair), of: of(pair) },
      }),
  };
};
