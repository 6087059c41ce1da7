import { gammaDefaults } from "../../shared/agreement/continuum/gamma-study.ts";
import { leftOutBook } from "../../shared/agreement/study/left-out.ts";
import { isGamma } from "../../shared/agreement/study/measure-ids.ts";
import type { StudyReport } from "../../shared/agreement/study/report.ts";
import { type ProjectAgreement, startProjectStudy } from "../../shared/agreement/study/study.ts";
import { isOfCandidates } from "../../shared/deidentify/layer.ts";
import { gold } from "../../shared/review/gold.ts";
import { openBesideForReading, type ReadDb } from "../store/database.ts";
import { readReport, reportsByNumber } from "../store/reports.ts";
import {
  annotatorsAsTheyCame,
  listReportStates,
  type ReportState,
} from "../store/review/layer-states.ts";
import { studyLayersReader } from "../store/review/study-layers.ts";
import type { MeasureRequest } from "./request.ts";

/** Hears how far it is; what it throws ends the work. */
export type Follow = (doing: string, done: number, total: number) => void;

/** Measures agreement in a project's file over a connection of its own; all of it is of one moment. */
export async function measureProject(
  request: MeasureRequest,
  follow: Follow,
): Promise<ProjectAgreement> {
  const db = openBesideForReading(request.file);
  try {
    db.exec("BEGIN");
    return await measureIn(db, request, follow);
  } finally {
    db.close();
  }
}

async function measureIn(
  db: ReadDb,
  request: MeasureRequest,
  follow: Follow,
): Promise<ProjectAgreement> {
  const came = annotatorsAsTheyCame(db);
  const book = leftOutBook();
  const states = listReportStates(db, await chosenReports(db, request)).map((state) => ({
    ...state,
    layers: state.layers.map((layer) => {
      const why = whyTaken(layer, came, request);
      if (why === null) return layer;
      book.count(
        `Layers that are not finished: ${why}.`,
        () => `${state.title}, ${layer.annotator}`,
      );
      return { ...layer, status: "done" as const };
    }),
  }));
  const annotators = request.annotators ?? whoFinished(states);
  const study = startProjectStudy({ ...request, annotators });
  const layersOf = studyLayersReader(db);
  for (const [at, state] of states.entries()) {
    study.add(
      isCompared(state, annotators) ? wholeReport(db, state, layersOf) : emptyReport(state),
    );
    follow("Comparing the reports", at + 1, states.length);
  }
  if (request.measures.some(isGamma)) {
    const options = { ...gammaDefaults, seed: request.seed };
    // What few ask for is not loaded for everybody.
    const { loadSolver } = await import("./solver.ts");
    for (const { done, of } of study.align(options, await loadSolver()))
      follow("Aligning spans for gamma", done, of);
  }
  const steps = study.figures();
  for (;;) {
    const { done, value } = steps.next();
    if (done) {
      const leftOut = [...value.leftOut, ...book.all()];
      return { ...value, measures: behindAll(value.measures, request), leftOut };
    }
    const doing = value.done === 0 ? "Computing the figures" : "Drawing cases for the intervals";
    follow(doing, value.done, value.of);
  }
}

/** Where unfinished layers are compared, their differences lie behind the figures, too. */
function behindAll(
  measures: ProjectAgreement["measures"],
  { unfinished }: MeasureRequest,
): ProjectAgreement["measures"] {
  if (!unfinished) return measures;
  return measures.map((one) => ({ ...one, behind: { ...one.behind, onlyFinished: false } }));
}

/** Why a layer is compared though nobody said that it is finished; null where it is not, or is finished. */
function whyTaken(
  layer: ReportState["layers"][number],
  came: ReadonlySet<string>,
  { annotators, unfinished }: MeasureRequest,
): string | null {
  const { annotator, status } = layer;
  if (status !== "open" || isOfCandidates(layer)) return null;
  if (annotators?.includes(annotator) === false) return null;
  if (came.has(annotator)) return "compared, since all that their annotator has came in files";
  return unfinished && (annotators !== null || annotator !== gold)
    ? "compared, as was asked for"
    : null;
}

/** Null: all. */
async function chosenReports(
  db: ReadDb,
  { reports, search }: MeasureRequest,
): Promise<readonly string[] | null> {
  if (search === null) return reports;
  const { reportsFound } = await import("../store/search/find.ts");
  const found = reportsByNumber(db, reportsFound(db, search.me, search.query));
  const listed = reports && new Set(reports);
  return found.filter((id) => listed?.has(id) ?? true);
}

function whoFinished(states: readonly ReportState[]): string[] {
  const finished = states.flatMap(({ layers }) =>
    layers.filter((layer) => layer.status !== "open" && !isOfCandidates(layer)),
  );
  const names = new Set(finished.map(({ annotator }) => annotator));
  names.delete(gold);
  return [...names].sort();
}

function isCompared({ layers }: ReportState, annotators: readonly string[]): boolean {
  const finished = layers.filter(
    ({ annotator, status }) => status !== "open" && annotators.includes(annotator),
  );
  return finished.length > 1;
}

function wholeReport(
  db: ReadDb,
  { id, layers: states }: ReportState,
  layersOf: ReturnType<typeof studyLayersReader>,
): StudyReport {
  const { title, case: caseName, text, sections } = readReport(db, id);
  const statusOf = new Map(states.map(({ annotator, status }) => [annotator, status]));
  const layers = layersOf(id).map((layer) => ({
    ...layer,
    status: statusOf.get(layer.annotator) ?? layer.status,
  }));
  return { id, title, case: caseName, text, sections, layers };
}

/** Nobody looks into a report that cannot be compared; that it is there is counted. */
function emptyReport({ id, title, case: caseName, layers }: ReportState): StudyReport {
  const nothing = { spans: [], entities: [], relations: [], events: [], groups: [], labels: {} };
  const all = layers.map((layer) => ({ ...layer, ...nothing }));
  return { id, title, case: caseName, text: "", sections: [], layers: all };
}
