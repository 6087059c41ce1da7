import { compareTexts } from "../../dataset/order.ts";
import { getOrMake } from "../../get-or-make.ts";
import type { Coefficient } from "../coefficient.ts";
import { type Index, pairsWithin } from "./index-of.ts";
import type { Part } from "./part.ts";
import type { Axis, ProjectScope } from "./report.ts";
import type { StudyMeasure } from "./study-measure.ts";

/** What a figure is made of. */
export interface Source {
  measure: StudyMeasure;
  scope: ProjectScope;
  /** Where the figure is of many reports. */
  parts: readonly Part[] | null;
  /** Where it is of one: its coefficients. */
  values: readonly Coefficient[];
}

/** The sources of all figures of a measure: all together first, then what is told apart. */
export function sourcesOf(index: Index, measure: StudyMeasure, by: readonly Axis[]): Source[] {
  const { annotators } = index.gathered;
  const whole: ProjectScope = {
    ...{ scope: "all", annotators, label: null, section: null, report: null, attribute: null },
  };
  const all = measure.parts(index, { of: "all" });
  const of = (scope: ProjectScope, parts: readonly Part[]) => ({
    ...{ measure, scope, parts, values: [] },
  });
  return [
    of(whole, all),
    ...attributeSources(index, measure, whole, of),
    ...(by.includes("label") ? numbered(index, measure, "label", whole, of) : []),
    ...(by.includes("section") ? numbered(index, measure, "section", whole, of) : []),
    ...(by.includes("pair") ? pairSources(index, measure, whole, of) : []),
    ...(by.includes("report") ? reportSources(index, measure, whole, all) : []),
  ];
}

type Make = (scope: ProjectScope, parts: readonly Part[]) => Source;

function attributeSources(
  index: Index,
  measure: StudyMeasure,
  whole: ProjectScope,
  of: Make,
): Source[] {
  const found = [...(measure.partsByAttribute?.(index) ?? [])];
  return found
    .sort(([a], [b]) => compareTexts(a, b))
    .map(([attribute, parts]) => of({ ...whole, scope: "attribute", attribute }, parts));
}

function namedScope(whole: ProjectScope, scope: "label" | "section", name: string): ProjectScope {
  if (scope === "label") return { ...whole, scope, label: name };
  // The names of sections are those that sectionKinds gives.
  return { ...whole, scope, section: name as ProjectScope["section"] };
}

/** By label or by section, in the order of their names. */
function numbered(
  index: Index,
  measure: StudyMeasure,
  axis: "label" | "section",
  whole: ProjectScope,
  of: Make,
): Source[] {
  if (!measure.axes.includes(axis)) return [];
  const { labels, relationLabels, sections } = index.gathered;
  const ofLabels = measure.labelsOf === "relations" ? relationLabels : labels;
  const names = axis === "label" ? ofLabels.all : sections.all;
  return names
    .map((name, number) => ({ name, number }))
    .sort((a, b) => compareTexts(a.name, b.name))
    .map(({ name, number }) =>
      of(namedScope(whole, axis, name), measure.parts(index, { of: axis, number })),
    );
}

function pairSources(index: Index, measure: StudyMeasure, whole: ProjectScope, of: Make): Source[] {
  const { annotators, pairs } = index.gathered;
  return pairsWithin(index, { of: "all" }).map((number) => {
    const names = (pairs[number] ?? []).map((at) => annotators[at] ?? "");
    return of(
      { ...whole, scope: "pair", annotators: names },
      measure.parts(index, { of: "pair", number }),
    );
  });
}

function reportSources(
  { gathered }: Index,
  measure: StudyMeasure,
  whole: ProjectScope,
  all: readonly Part[],
): Source[] {
  const values = new Map<number, Coefficient[]>();
  for (const part of all)
    for (const { report, value } of part.byReport())
      getOrMake(values, report, () => []).push(value);
  return gathered.reports.map(({ id, title, isFinished }, report) => ({
    measure,
    scope: {
      ...{ ...whole, scope: "report", report: { id, title } },
      annotators: gathered.annotators.filter((_, at) => isFinished[at]),
    },
    parts: null,
    values: values.get(report) ?? [],
  }));
}
