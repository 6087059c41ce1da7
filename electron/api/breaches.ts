import type { SchemeBreach } from "../../shared/contract/scheme.ts";
import { isOfCandidates } from "../../shared/deidentify/layer.ts";
import { AppError } from "../../shared/errors.ts";
import { getOrMake } from "../../shared/get-or-make.ts";
import type { Scheme } from "../../shared/model/scheme.ts";
import { conformityTo } from "../../shared/scheme/conformity.ts";
import { readLayers } from "../store/layers.ts";
import { listReportIds, reportTitle } from "../store/reports.ts";
import type { CallContext } from "./context.ts";

/** In milliseconds: so long nothing else is answered. */
const slice = 12;
const mostExamples = 50;

interface Found extends Omit<SchemeBreach, "annotators" | "reports"> {
  annotators: Set<string>;
  reports: Set<string>;
  /** Report and annotator. */
  places: Set<string>;
}

/**
 * Where the annotations of all reports do not keep to a scheme, most frequent first. Other calls are
 * answered in between. @throws AppError "cancelled"
 */
export async function findBreaches(
  { session, signal, progress }: CallContext,
  scheme: Scheme,
): Promise<SchemeBreach[]> {
  const { db } = session;
  const problemsOf = conformityTo(scheme);
  const found = new Map<string, Found>();
  const reports = listReportIds(db);
  let began = performance.now();
  for (const [done, report] of reports.entries()) {
    if (performance.now() - began > slice) {
      progress({ done, total: reports.length, doing: "Looking at annotations" });
      await new Promise((resolve) => setImmediate(resolve));
      // A report may have gone meanwhile, and the project may be another one.
      if (signal.aborted || session.db !== db)
        throw new AppError("cancelled", "The annotations were not looked at to the end.");
      began = performance.now();
    }
    for (const layer of readLayers(db, report).filter((each) => !isOfCandidates(each)))
      for (const sentence of problemsOf(layer))
        add(found, sentence, { report, annotator: layer.annotator });
  }
  return [...found.values()]
    .sort((a, b) => b.count - a.count)
    .map(({ sentence, count, annotators, reports: touched, examples }) => ({
      sentence,
      count,
      annotators: [...annotators],
      reports: touched.size,
      examples: examples.map((example) => ({
        ...example,
        title: reportTitle(db, example.report),
      })),
    }));
}

function add(
  found: Map<string, Found>,
  problem: string,
  where: { report: string; annotator: string },
): void {
  const breach = getOrMake(found, problem, () => ({
    sentence: `${problem}.`,
    count: 0,
    annotators: new Set<string>(),
    reports: new Set<string>(),
    places: new Set<string>(),
    examples: [],
  }));
  const isNew = !breach.places.has(`${where.report} ${where.annotator}`);
  breach.count += 1;
  breach.annotators.add(where.annotator);
  breach.reports.add(where.report);
  breach.places.add(`${where.report} ${where.annotator}`);
  if (isNew && breach.examples.length < mostExamples) breach.examples.push({ ...where, title: "" });
}
