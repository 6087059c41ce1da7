import { z } from "zod";
import type {
  AlikeRow,
  ProgressPage,
  ReportProgress,
  ReviewCounts,
  ReviewPage,
  ReviewRow,
} from "../../shared/contract/review.ts";
import type { Input } from "../../shared/contract.ts";
import { compareTexts } from "../../shared/dataset/order.ts";
import { AppError } from "../../shared/errors.ts";
import { getOrMake } from "../../shared/get-or-make.ts";
import { contextIn } from "../../shared/review/context.ts";
import { stages } from "../../shared/review/difference.ts";
import { type Facets, facetsOf } from "../../shared/review/facets.ts";
import { matches } from "../../shared/review/matches.ts";
import { noCounts } from "../../shared/review/standing.ts";
import type { Survey } from "../../shared/review/survey.ts";
import { startSurvey } from "../../shared/review/survey-of.ts";
import type { ReadDb } from "../store/database.ts";
import { readReport, readText } from "../store/reports.ts";
import type { Watch } from "../store/watch.ts";
import { type Glance, lookAt, type ReviewedReports } from "./reviewed-reports.ts";

/** What is looked for in many reports. */
export interface Finding {
  db: ReadDb;
  reports: ReviewedReports;
  watch: Watch;
}

const isCompared = ({ nothing }: Glance) => nothing !== "no-layers" && nothing !== "one-annotator";

/** The differences that fit a filter, page by page, and how many they are in all. */
export function listDifferences(
  { db, reports, watch }: Finding,
  { filter, after, limit }: Input<"review.list">,
): ReviewPage {
  const place = placeOf(after);
  const found: Found[] = [];
  let total = 0;
  for (const glance of reports.glances(db, filter, watch)) {
    const here = countOf(glance, (facets) => matches(filter, facets));
    total += here;
    if (here === 0 || found.length > limit || glance.report.number < place.number) continue;
    const all = foundIn(db, glance, (facets) => matches(filter, facets));
    found.push(...all.filter((one) => isBehind(one, place)));
  }
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const next = found.length > limit && last ? JSON.stringify(last.place) : null;
  return { rows: page.map(({ row }) => row), next, total };
}

/** Undecided differences like one, but for that one itself. @throws AppError "not-found" */
export function findAlike(
  { db, reports, watch }: Finding,
  { report, key, annotators, sameWords, everywhere, limit }: Input<"review.alike">,
): { rows: AlikeRow[]; total: number } {
  const { comparison, standingOf } = lookAt(db, report, annotators);
  const model = comparison.differences.find((difference) => difference.key === key);
  if (!model)
    throw new AppError("not-found", "That difference is no longer there; open the report again.");
  const wanted = likenessOf(facetsOf(model, standingOf(key).state, []));
  const isAlike = (facets: Facets) =>
    (facets.state === "open" || facets.state === "stale") && likenessOf(facets) === wanted;
  const asked = { annotators, onlyFinished: false, reports: everywhere ? null : [report] };
  const found = reports
    .glances(db, asked, watch)
    .filter((glance) => countOf(glance, isAlike) > 0)
    .flatMap((glance) => foundIn(db, glance, isAlike))
    .map(({ row }) => row)
    .filter((row) => row.difference.key !== key || row.report !== report)
    .filter((row) => !sameWords || row.difference.words === model.words);
  return { rows: inContext(db, found.slice(0, limit)), total: found.length };
}

function inContext(db: ReadDb, rows: readonly ReviewRow[]): AlikeRow[] {
  const texts = new Map<string, string>();
  return rows.map((row) => {
    const { difference, report } = row;
    if (difference.end === 0) return { ...row, context: null };
    const text = getOrMake(texts, report, () => readText(db, report));
    return { ...row, context: contextIn(text, difference) };
  });
}

/** The same for differences of the same stage and types, in which everybody uses the same labels. */
function likenessOf({ stage, types, said, name }: Facets): string {
  return JSON.stringify([
    stage,
    types,
    name,
    said.map(({ annotator, label }) => [annotator, label]),
  ]);
}

export function surveyDifferences(
  { db, reports, watch }: Finding,
  { filter }: Input<"review.survey">,
): Survey {
  const surveying = startSurvey(filter);
  for (const glance of reports.glances(db, filter, watch)) {
    const { report, tally } = glance;
    surveying.add({
      report: report.id,
      title: report.title,
      tally: isCompared(glance) ? tally : null,
    });
  }
  return surveying.survey();
}

/** How far each report is, page by page, and all together. */
export function readProgress(
  { db, reports, watch }: Finding,
  { annotators, onlyFinished, reports: wanted, after, limit }: Input<"review.progress">,
): ProgressPage {
  const all = reports.glances(db, { annotators, onlyFinished, reports: wanted }, watch);
  const total = { ...noCounts(), reports: all.length, finished: 0, compared: 0 };
  for (const glance of all) {
    addCounts(total, glance.counts);
    total.finished += Number(glance.isFinished);
    total.compared += Number(isCompared(glance));
  }
  const behind = all.filter(({ report }) => report.number > Number(after ?? 0));
  const page = behind.slice(0, limit);
  const next = behind.length > limit ? String(page.at(-1)?.report.number) : null;
  return { reports: page.map(progressOf), next, total };
}

function progressOf({ report, counts, annotators, nothing, isFinished }: Glance): ReportProgress {
  return { report: report.id, title: report.title, annotators, nothing, isFinished, ...counts };
}

function addCounts(sum: ReviewCounts, more: ReviewCounts): void {
  for (const name of Object.keys(more) as (keyof ReviewCounts)[]) sum[name] += more[name];
}

function countOf({ tally }: Glance, isMeant: (facets: Facets) => boolean): number {
  return tally.reduce((sum, { facets, count }) => sum + (isMeant(facets) ? count : 0), 0);
}

/** Where a row stands among all, for the page that follows it. */
const Place = z.object({
  number: z.number(),
  stage: z.number(),
  start: z.number(),
  key: z.string(),
});
type Place = z.output<typeof Place>;

interface Found {
  place: Place;
  row: ReviewRow;
}

function foundIn(
  db: ReadDb,
  { report, asked }: Glance,
  isMeant: (facets: Facets) => boolean,
): Found[] {
  const { comparison, standingOf } = lookAt(db, report.id, asked);
  const { sections } = readReport(db, report.id);
  return comparison.differences
    .map((difference): Found & { facets: Facets } => {
      const { key, stage, start } = difference;
      const standing = standingOf(key);
      return {
        place: { number: report.number, stage: stages.indexOf(stage), start, key },
        row: { report: report.id, title: report.title, difference, ...standing },
        facets: facetsOf(difference, standing.state, sections),
      };
    })
    .filter(({ facets }) => isMeant(facets))
    .map(({ place, row }) => ({ place, row }))
    .sort((a, b) => inOrder(a.place, b.place));
}

function inOrder(a: Place, b: Place): number {
  return (
    a.number - b.number || a.stage - b.stage || a.start - b.start || compareTexts(a.key, b.key)
  );
}

const isBehind = ({ place }: Found, after: Place) => inOrder(place, after) > 0;

/** Before everything for none. @throws AppError "bad-input" for what no page has said. */
function placeOf(after: string | null): Place {
  if (after === null) return { number: 0, stage: 0, start: 0, key: "" };
  try {
    return Place.parse(JSON.parse(after));
  } catch (cause) {
    throw new AppError("bad-input", "There is no such page of differences; begin with the first.", {
      cause,
    });
  }
}
