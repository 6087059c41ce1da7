import {
  type Comparison,
  differenceTypes,
  type NothingToCompare,
} from "../../../shared/review/difference.ts";
import { facetsOf } from "../../../shared/review/facets.ts";
import { ReviewFilter } from "../../../shared/review/filter.ts";
import { matches, matchesBesidesType } from "../../../shared/review/matches.ts";
import {
  type PublicDifference,
  toPublicDifference,
} from "../../../shared/review/public-difference.ts";
import { isAgreed, standingsOf } from "../../../shared/review/standing.ts";
import { offsetConverter } from "../../../shared/text/offsets.ts";
import type { ReadDb } from "../../store/database.ts";
import { listReportsToReview } from "../../store/review/review-reports.ts";
import { readReviewed } from "../../store/review/reviewing.ts";
import {
  type Command,
  counted,
  oneOf,
  reading,
  required,
  stringOf,
  type Values,
} from "./command.ts";
import { requireAnnotators } from "./known-annotators.ts";

/** What a report's annotators differ in. */
interface ReportDifferences {
  report: string;
  title: string;
  annotators: string[];
  nothing: NothingToCompare;
  notCompared: Comparison["notCompared"] & { annotators: string[] };
  agreed: number;
  differences: PublicDifference[];
}

export const diff: Command = {
  usage: `casemark diff PROJECT [--annotators A,B,...] [--type ${differenceTypes.join("|")}] [--label LABEL]`,
  about:
    "Says where annotators differ and how: those who have finished a report or whose work only came in files, or those named. What all agree on is counted; --type agreed lists it.",
  options: {
    annotators: { type: "string" },
    type: { type: "string" },
    label: { type: "string" },
  },
  run(positionals, values) {
    return reading(required(positionals, 0, "PROJECT"), (db) => {
      const filter = filterOf(db, values);
      const reports = listReportsToReview(db).map(({ id }) => differencesOf(db, id, filter));
      const types = Object.fromEntries(
        differenceTypes.map((type) => [
          type,
          sum(
            reports,
            (one) => one.differences.filter(({ types: own }) => own.includes(type)).length,
          ),
        ]),
      );
      const differences = sum(reports, (one) => one.differences.length);
      const agreed = sum(reports, (one) => one.agreed);
      const json = { annotators: annotatorsOf(reports), differences, agreed, types, reports };
      return { json, text: textOf(reports, differences, agreed) };
    });
  },
};

/** @throws AppError for an annotator who has no layer. */
function filterOf(db: ReadDb, values: Values): ReviewFilter {
  const names = stringOf(values, "annotators")
    ?.split(",")
    .map((name) => name.trim());
  requireAnnotators(db, names ?? []);
  const label = stringOf(values, "label");
  return ReviewFilter.parse({
    annotators: names ?? null,
    types: values.has("type") ? [oneOf(values, "type", differenceTypes, null)] : null,
    labels: label === null ? null : [label],
  });
}

function differencesOf(db: ReadDb, id: string, filter: ReviewFilter): ReportDifferences {
  const { report, layers, comparison, decisions, notCompared } = readReviewed(
    db,
    id,
    filter.annotators,
  );
  const { of } = standingsOf(comparison, decisions);
  const converter = offsetConverter(report.text);
  const { annotators, nothing, differences } = comparison;
  const looked = differences.map((difference) => {
    const standing = of.get(difference.key) ?? { state: "open" as const, decision: null };
    return {
      ...{ difference, standing },
      facets: facetsOf(difference, standing.state, report.sections),
    };
  });
  return {
    ...{ report: id, title: report.title, annotators, nothing },
    notCompared: {
      annotators: notCompared.map(({ annotator }) => annotator),
      ...comparison.notCompared,
    },
    agreed: looked.filter(
      ({ difference, facets }) => isAgreed(difference) && matchesBesidesType(filter, facets),
    ).length,
    differences: looked
      .filter(({ facets }) => matches(filter, facets))
      .map(({ difference, standing }) =>
        toPublicDifference(difference, standing, layers, converter),
      ),
  };
}

function annotatorsOf(reports: readonly ReportDifferences[]): string[] {
  return [...new Set(reports.flatMap(({ annotators }) => annotators))].sort();
}

/** One line a difference, as tables have them, and what was left out. */
function textOf(
  reports: readonly ReportDifferences[],
  differences: number,
  agreed: number,
): string {
  const lines = reports.flatMap(({ title, differences: own }) =>
    own.map((one) =>
      [title, `${one.start}-${one.end}`, one.types.join("+"), one.words, saidIn(one)].join("\t"),
    ),
  );
  const compared = reports.filter(({ annotators }) => annotators.length > 1).length;
  return [
    ...lines,
    `${counted(differences, "difference")} and ${agreed} agreed in ${counted(compared, "report")}.`,
    ...leftOut(reports),
  ].join("\n");
}

function saidIn({ versions, missing }: PublicDifference): string {
  return [
    ...versions.map(({ annotator, label }) => `${annotator}: ${label}`),
    ...missing.map((annotator) => `${annotator}: nothing`),
  ].join("; ");
}

function leftOut(reports: readonly ReportDifferences[]): string[] {
  const left = reports.filter(({ annotators }) => annotators.length < 2);
  const open = new Set(reports.flatMap(({ notCompared }) => notCompared.annotators));
  const things = (["event", "group", "relation"] as const).flatMap((thing) => {
    const count = sum(reports, ({ notCompared }) => notCompared[`${thing}s`]);
    return count > 0 ? counted(count, thing) : [];
  });
  return [
    ...left.map(
      ({ title, annotators }) =>
        `Not compared: ${title}, ${annotators.length === 0 ? "nobody has finished it" : "only one annotator's work is compared"}.`,
    ),
    ...(open.size > 0
      ? [`Not compared: work of ${[...open].sort().join(", ")} that is not finished or not named.`]
      : []),
    ...(things.length > 0 ? [`Not compared: ${things.join(", ")}.`] : []),
  ];
}

function sum<One>(all: readonly One[], of: (one: One) => number): number {
  return all.reduce((total, one) => total + of(one), 0);
}
