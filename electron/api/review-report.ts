import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ProjectAgreement } from "../../shared/agreement/study/study.ts";
import type { ReportProgress } from "../../shared/contract/review.ts";
import type { WrittenReport } from "../../shared/contract/review-report.ts";
import type { Input } from "../../shared/contract.ts";
import { AppError } from "../../shared/errors.ts";
import { ReviewFilter } from "../../shared/review/filter.ts";
import type { AnnotatorWork, ReviewReport } from "../../shared/review-report/contents.ts";
import {
  differenceFile,
  differenceHead,
  differenceLine,
  tableFiles,
} from "../../shared/review-report/csv-files.ts";
import { countDecisions } from "../../shared/review-report/decision-tally.ts";
import { pageFile, reportPage } from "../../shared/review-report/page.ts";
import { parseQuery } from "../../shared/search/parse.ts";
import { type OffsetConverter, offsetConverter } from "../../shared/text/offsets.ts";
import { freeName, openDestination } from "../export/destination.ts";
import { growFile } from "../export/growing-file.ts";
import { safeFileName } from "../export/layout.ts";
import { zipFolder } from "../export/zip.ts";
import type { Answers, Question } from "../review/answer.ts";
import type { ReadDb } from "../store/database.ts";
import { readProjectFacts, summarise } from "../store/project.ts";
import { readText, reportsByNumber } from "../store/reports.ts";
import { listAnnotatorStates } from "../store/review/layer-states.ts";
import { lastStep, listWorkDates } from "../store/review/work-dates.ts";
import { readScheme } from "../store/scheme/schemes.ts";
import { reportsFound } from "../store/search/find.ts";
import { version } from "../version.ts";
import { measureAgreement } from "./agreement.ts";
import type { CallContext } from "./context.ts";
import { lookThrough } from "./review.ts";
import { temporaryFolder } from "./temporary.ts";

type Request = Omit<Input<"review.report">, "ticket">;

/** A project to be reported of, and who looks through its reports. */
export interface ReportedProject extends Pick<CallContext, "signal" | "progress"> {
  db: ReadDb;
  /** Whose search it is. */
  me: string;
  look<Q extends Question>(question: Q): Promise<Answers[Q["name"]]>;
}

/** Writes the report into the folder that the person chose, or one that the host offers for download. */
export async function runReviewReport(
  context: CallContext,
  { ticket, ...request }: Input<"review.report">,
): Promise<WrittenReport> {
  const { session, signal, progress } = context;
  const [chosen] = ticket === null ? [] : session.tickets.read(ticket);
  const folder = chosen ?? temporaryFolder(session);
  const { db } = session;
  const path = freeName(folder, safeFileName(`${readProjectFacts(db).name} agreement`), "");
  const project: ReportedProject = {
    ...{ db, me: session.annotator ?? "", signal, progress },
    look: (question) => lookThrough(context, question),
  };
  const { files } = await writeReviewReport(project, path, request);
  if (chosen !== undefined) return { place: path, files, download: null };
  zipFolder(path, `${path}.zip`);
  const download = session.tickets.issue([`${path}.zip`]);
  return { place: "your downloads", files, download };
}

interface Reported {
  /** Names of files. */
  files: string[];
  agreement: ProjectAgreement;
}

/**
 * Writes the report of a review into a new folder. All of it is of one state of the project.
 * @throws AppError "bad-input" where nobody can be compared or the folder is not new, or what measuring throws.
 */
export async function writeReviewReport(
  project: ReportedProject,
  path: string,
  request: Request,
): Promise<Reported> {
  const { db, me } = project;
  const step = lastStep(db);
  const reports = chosenReports(db, me, request);
  const asked = { ...request, reports, search: null };
  const agreement = await measureAgreement(db, me, asked, project);
  if (agreement.units === 0)
    throw new AppError(
      "bad-input",
      "There is nothing to report: no two annotators have finished the same report; finish some, or choose other annotators.",
    );
  const filter = ReviewFilter.parse({
    annotators: [...agreement.annotators],
    ...{ onlyFinished: !request.unfinished, reports },
  });
  const destination = openDestination(path, "folder");
  try {
    const survey = await project.look({ name: "review.survey", input: { filter } });
    const decisions = await writeDifferences(project, filter, destination.draft);
    const report: ReviewReport = {
      ...factsOf(db),
      options: { ...request, isPart: reports !== null },
      ...(await progressOf(project, filter)),
      ...{ agreement, survey, decisions },
    };
    const files = [{ name: pageFile, text: reportPage(report) }, ...tableFiles(report)];
    for (const { name, text } of files) writeFileSync(join(destination.draft, name), text);
    if (lastStep(db) !== step) throw changedMeanwhile();
    destination.finish();
    return { files: [...files.map(({ name }) => name), differenceFile], agreement };
  } catch (error) {
    destination.discard();
    throw error;
  }
}

function changedMeanwhile(): AppError {
  return new AppError(
    "bad-input",
    "The project was changed while its report was written, so nothing was kept of it; write it again.",
  );
}

/** Null: all. @throws AppError "bad-input" for a query that is not understood. */
function chosenReports(db: ReadDb, me: string, { reports, search }: Request): string[] | null {
  if (search === null) return reports;
  const [problem] = parseQuery(search).problems;
  if (problem) throw new AppError("bad-input", problem.sentence);
  const listed = reports && new Set(reports);
  return reportsByNumber(db, reportsFound(db, me, search)).filter((id) => listed?.has(id) ?? true);
}

function factsOf(
  db: ReadDb,
): Pick<ReviewReport, "project" | "scheme" | "appVersion" | "annotators"> {
  const { reports, cases, layers } = summarise(db);
  const { scheme, version: schemeVersion } = readScheme(db);
  const dates = new Map(listWorkDates(db).map((one) => [one.annotator, one]));
  const spans = new Map(layers.map((layer) => [layer.annotator, layer.spans]));
  return {
    project: { name: readProjectFacts(db).name, reports, cases },
    scheme: { name: scheme.name, version: schemeVersion },
    appVersion: version,
    annotators: listAnnotatorStates(db).map(
      ({ annotator, finished, open }): AnnotatorWork => ({
        ...{ annotator, finished, open, spans: spans.get(annotator) ?? 0 },
        from: dates.get(annotator)?.from ?? null,
        to: dates.get(annotator)?.to ?? null,
      }),
    ),
  };
}

const rowsAtOnce = 1000;

/** Writes every difference as it is read, and what is decided of agreed places; counts the decisions. */
async function writeDifferences(project: ReportedProject, filter: ReviewFilter, folder: string) {
  const counting = countDecisions();
  const file = growFile(join(folder, differenceFile));
  const converterOf = lastConverter(project.db);
  try {
    file.append(differenceHead);
    const decided = { ...filter, types: ["agreed" as const], states: ["decided" as const] };
    for (const wanted of [filter, decided])
      for (let after: string | null = null; ; ) {
        const page: Answers["review.list"] = await project.look({
          name: "review.list",
          input: { filter: wanted, after, limit: rowsAtOnce },
        });
        for (const row of page.rows) counting.add(row);
        file.append(page.rows.map((row) => differenceLine(row, converterOf(row.report))).join(""));
        after = page.next;
        if (after === null) break;
      }
  } finally {
    file.close();
  }
  return counting.tally();
}

/** Rows come report by report, so that one text at a time is enough. */
function lastConverter(db: ReadDb): (report: string) => OffsetConverter {
  let last: { report: string; converter: OffsetConverter } | null = null;
  return (report) => {
    if (last?.report !== report)
      last = { report, converter: offsetConverter(readText(db, report)) };
    return last.converter;
  };
}

/** How far the review is, by report and all together. */
async function progressOf(
  project: ReportedProject,
  { annotators, onlyFinished, reports }: ReviewFilter,
): Promise<Pick<ReviewReport, "reports" | "counts">> {
  const all: ReportProgress[] = [];
  for (let after: string | null = null; ; ) {
    const page: Answers["review.progress"] = await project.look({
      name: "review.progress",
      input: { annotators, onlyFinished, reports, after, limit: rowsAtOnce },
    });
    all.push(...page.reports);
    after = page.next;
    if (after === null) return { reports: all, counts: page.total };
  }
}
