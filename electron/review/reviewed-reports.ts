import type { ReviewCounts } from "../../shared/contract/review.ts";
import type { Standing } from "../../shared/review/decision.ts";
import type { Comparison, NothingToCompare } from "../../shared/review/difference.ts";
import { gold } from "../../shared/review/gold.ts";
import { countStandings, type Standings, standingsOf } from "../../shared/review/standing.ts";
import { type FacetsKept, type Tally, tallyOf } from "../../shared/review/tally.ts";
import type { ReadDb } from "../store/database.ts";
import { readReport } from "../store/reports.ts";
import { isGoldFinished } from "../store/review/gold.ts";
import { annotatorsAsTheyCame, listReportStates } from "../store/review/layer-states.ts";
import { listReportsToReview, type ReportToReview } from "../store/review/review-reports.ts";
import { compareReport, readDecisions } from "../store/review/reviewing.ts";
import type { Watch } from "../store/watch.ts";

/** What is kept of a report that was compared: counts, and no annotations. */
export interface Glance {
  report: ReportToReview;
  /** Who was to be compared there. */
  asked: readonly string[];
  annotators: string[];
  nothing: NothingToCompare;
  tally: Tally;
  counts: ReviewCounts;
  isFinished: boolean;
}

/** A report's differences with how each stands. */
export interface Look {
  comparison: Comparison;
  standings: Standings;
  standingOf(key: string): Standing;
}

/** Compares reports once, as long as they stay as they are. Lives as long as its thread. */
export interface ReviewedReports {
  /** Every report that is asked for and has a layer, in the order they came. */
  glances(db: ReadDb, asked: Asked, watch: Watch): Glance[];
}

interface Asked {
  annotators: readonly string[] | null;
  onlyFinished: boolean;
  reports: readonly string[] | null;
}

/** Of so many ways to choose annotators what was found is kept. */
const mostKept = 4;

export function keepReviewedReports(): ReviewedReports {
  const kept = new Map<string, Map<string, Glance>>();
  const facets: FacetsKept = new Map();
  return {
    glances(db, { annotators, onlyFinished, reports }, watch) {
      const isByState = onlyFinished || annotators === null;
      const finished = isByState ? finishedOf(db, annotators, reports) : null;
      const known = keptFor(kept, JSON.stringify([annotators, finished !== null]));
      const wanted = reports && new Set(reports);
      const all = listReportsToReview(db).filter(({ id }) => !wanted || wanted.has(id));
      return all.map((report, done) => {
        const asked = finished ? (finished.get(report.id) ?? []) : (annotators ?? []);
        const before = known.get(report.id);
        if (before?.report.state === report.state && isSame(before.asked, asked)) return before;
        watch(done, all.length);
        const glance = glanceAt(db, report, asked, facets);
        known.set(report.id, glance);
        return glance;
      });
    },
  };
}

const isSame = (before: Glance["asked"], now: Glance["asked"]) =>
  JSON.stringify(before) === JSON.stringify(now);

/** Who of those named, or with null of all but gold, has finished each report, or has only work that came in files. */
function finishedOf(
  db: ReadDb,
  annotators: readonly string[] | null,
  reports: readonly string[] | null,
): ReadonlyMap<string, string[]> {
  const came = annotatorsAsTheyCame(db);
  return new Map(
    listReportStates(db, reports).map(({ id, layers }) => [
      id,
      layers
        .filter(({ annotator, status }) => status !== "open" || came.has(annotator))
        .map(({ annotator }) => annotator)
        .filter((annotator) => annotators?.includes(annotator) ?? annotator !== gold),
    ]),
  );
}

/** The one that was asked for longest ago gives way. */
function keptFor(kept: Map<string, Map<string, Glance>>, key: string): Map<string, Glance> {
  const known = kept.get(key) ?? new Map<string, Glance>();
  kept.delete(key);
  kept.set(key, known);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return known;
}

function glanceAt(
  db: ReadDb,
  report: ReportToReview,
  asked: Glance["asked"],
  facets: FacetsKept,
): Glance {
  const { comparison, standings } = lookAt(db, report.id, asked);
  const { sections } = readReport(db, report.id);
  return {
    ...{ report, asked },
    annotators: comparison.annotators,
    nothing: comparison.nothing,
    tally: tallyOf(comparison.differences, standings.of, sections, facets),
    counts: countStandings(comparison, standings),
    isFinished: isGoldFinished(db, report.id),
  };
}

const open: Standing = { state: "open", decision: null };

export function lookAt(db: ReadDb, report: string, annotators: readonly string[] | null): Look {
  const { comparison } = compareReport(db, report, annotators);
  const standings = standingsOf(comparison, readDecisions(db, report, comparison));
  return { comparison, standings, standingOf: (key) => standings.of.get(key) ?? open };
}
