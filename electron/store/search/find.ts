import {
  mostHitsShown,
  type SearchGroup,
  type SearchPage,
} from "../../../shared/contract/search.ts";
import type { Input } from "../../../shared/contract.ts";
import type { ReadDb } from "../database.ts";
import { type Candidate, effortOf, type Found, hitsInReport, markedIn, withLine } from "./hits.ts";
import { type Looked, lookFor } from "./looked.ts";

/** Reports on a page; of reports as a whole a page has as many as it may have hits. */
const mostReports = 60;
/** What a page may cost, in reports whose spans are looked at. Then it ends, though it be short. */
const mostEffort = 2000;

/** A report with what a page says of it. */
interface Opened extends Candidate {
  number: number;
  title: string;
  case_name: string;
  status: SearchGroup["status"];
}

/** One page of the hits of a query, report by report in the order in which they came. */
export function findHits(
  db: ReadDb,
  me: string,
  { query, after, limit }: Input<"search.find">,
): SearchPage {
  const looked = lookFor(db, me, query);
  const { numbers } = looked;
  const groups: SearchGroup[] = [];
  const most = looked.areReports ? limit : mostReports;
  let [hits, effort, at] = [0, 0, firstAfter(numbers, Number(after ?? 0))];
  const costs = effortOf(looked.groups);
  while (at < numbers.length && groups.length < most && hits < limit && effort < mostEffort) {
    const group = groupOf(db, me, looked, numbers[at] ?? 0);
    if (group) groups.push(group);
    hits += group?.hits.length ?? 0;
    effort += costs;
    at += 1;
  }
  return {
    groups,
    next: at < numbers.length ? String(numbers[at - 1]) : null,
    reports: { count: numbers.length, isExact: looked.isExact },
  };
}

/** Where the numbers begin that are larger. */
function firstAfter(numbers: readonly number[], number: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= number) low = middle + 1;
    else high = middle;
  }
  return low;
}

function groupOf(db: ReadDb, me: string, looked: Looked, number: number): SearchGroup | null {
  const report = openCandidate(db, me, number);
  const found = report && hitsOfReport(db, looked, report);
  if (!report || !found) return null;
  const shown = found.slice(0, mostHitsShown);
  const people = new Set(looked.groups.flatMap(({ scope }) => scope.annotators));
  const marked = shown.length === 0 ? [] : markedIn(db, report.id, people);
  return {
    report: report.id,
    title: report.title,
    case: report.case_name,
    status: report.status,
    hits: shown.map((hit) => withLine(hit, report.text, marked)),
    total: found.length,
  };
}

/** The places in a report where any group holds, in order and each once; null when none does. */
export function hitsOfReport(db: ReadDb, { groups }: Looked, report: Opened): Found[] | null {
  // What a group says of reports holds of its own ones alone.
  const found = groups
    .filter(({ own }) => own === null || own.has(report.number))
    .map((group) => hitsInReport(db, group, report));
  if (found.every((hits) => hits === null)) return null;
  const byId = new Map(found.flatMap((hits) => hits ?? []).map((hit) => [hit.id, hit]));
  const startOf = ({ ranges }: Found) => ranges[0]?.start ?? 0;
  return [...byId.values()].sort((a, b) => startOf(a) - startOf(b));
}

/** A report by its number; null when there is none. */
export function openCandidate(db: ReadDb, me: string, number: number): Opened | null {
  const row = db
    .prepare<unknown[], Opened>(
      `SELECT report.number, report.id, title, case_name, sections, text,
              coalesce(layer.status, 'new') AS status
       FROM report JOIN report_text
         ON report_text.report = report.id AND report_text.revision = report.revision
       LEFT JOIN layer ON layer.report = report.id AND layer.annotator = @me
       WHERE report.number = @number`,
    )
    .get({ number, me });
  return row ?? null;
}

/** Each report that a query finds, with all its hits, for those who act on them. */
export function* everyHit(
  db: ReadDb,
  me: string,
  query: string,
): Generator<{ report: string; hits: Found[]; done: number; total: number }> {
  const looked = lookFor(db, me, query);
  for (const [at, number] of looked.numbers.entries()) {
    const report = openCandidate(db, me, number);
    const hits = (report && hitsOfReport(db, looked, report)) ?? [];
    yield { report: report?.id ?? "", hits, done: at + 1, total: looked.numbers.length };
  }
}

/** The numbers of the reports that a query finds, for lists of them. */
export function reportsFound(db: ReadDb, me: string, query: string): readonly number[] {
  const looked = lookFor(db, me, query);
  if (looked.isExact) return looked.numbers;
  looked.checked ??= looked.numbers.filter((number) => {
    const report = openCandidate(db, me, number);
    return report !== null && hitsOfReport(db, looked, report) !== null;
  });
  return looked.checked;
}
