import { randomUUID } from "node:crypto";
import { AppError } from "../../../shared/errors.ts";
import { onOneLine } from "../../../shared/extract/source.ts";
import type { MergeReport } from "../../../shared/merge/report.ts";
import type { Change } from "../../../shared/model/change.ts";
import { usageCollector } from "../../../shared/scheme/usage.ts";
import { giveRoom, type ReadDb, type WriteDb } from "../database.ts";
import { type Author, write } from "../history.ts";
import type { Journal } from "../journal.ts";
import { readProjectFacts } from "../project.ts";
import { readScheme } from "../scheme/schemes.ts";
import { stepToCome } from "../versions/carried.ts";
import { type Lines, readLines } from "../versions/read-versions.ts";
import { readSchemeLine, type SchemeLine } from "../versions/scheme-line.ts";
import { unwatched, type Watch } from "../watch.ts";
import { joinReport, packedTexts } from "./join-report.ts";
import { addUsed, driftOf, keepSchemes, noteUsage } from "./join-schemes.ts";
import type { PackageSource } from "./source.ts";
import { takeScheme } from "./take-scheme.ts";
import { emptyReport } from "./tally.ts";

/** What so many reports touch stays in the usual cache. */
const mostInUsualRoom = 50;

export interface Merged {
  change: Change;
  merged: { file: string; report: MergeReport }[];
}

/**
 * Merges packages into the project that they are of, all in one step. What was merged before, and is
 * not undone, changes nothing again. @throws AppError for a package of another project, or one that is
 * damaged or whose texts are others; then nothing is changed.
 */
export function mergePackages(
  db: WriteDb,
  author: Author,
  packages: readonly PackageSource[],
  watch: Watch = unwatched,
): Merged {
  const merged: Merged["merged"] = [];
  const work = (journal: Journal) => {
    merged.push(...mergeAll(journal, author, packages));
    return { summary: summaryOf(merged), report: null };
  };
  return { change: write(db, author, "packages.merge", work, watch), merged };
}

/** Refuses another project's package, and one of other texts; the rest is found out by merging. @throws AppError */
export function checkPackage(db: ReadDb, source: PackageSource): void {
  refuseOther(db, source);
  for (const { report } of source.reports()) packedTexts(db, source.file, report);
}

/** What merging would do; nothing is changed. */
export function previewMerge(
  db: WriteDb,
  author: Author,
  source: PackageSource,
  watch: Watch = unwatched,
): MergeReport {
  const stop = new Error("only looked");
  let found: MergeReport | null = null;
  try {
    write(
      db,
      author,
      "packages.merge",
      (journal) => {
        found = mergeAll(journal, author, [source])[0]?.report ?? null;
        throw stop;
      },
      watch,
    );
  } catch (error) {
    if (error !== stop) throw error;
  }
  if (!found) throw new Error("a merge was looked at and nothing was found out");
  return found;
}

function mergeAll(
  journal: Journal,
  author: Author,
  packages: readonly PackageSource[],
): Merged["merged"] {
  const step = stepToCome(journal.db);
  const reports = packages.reduce((sum, { manifest }) => sum + manifest.reports.length, 0);
  if (reports > mostInUsualRoom) giveRoom(journal.db);
  const { at } = readSchemeLine(journal.db);
  return packages.map((source) => ({
    file: source.file,
    report: mergeOne({ journal, author, step, source, schemeAt: at }),
  }));
}

interface Merging {
  journal: Journal;
  author: Author;
  step: number;
  source: PackageSource;
  /** As it was before the step, which is not in the history yet. */
  schemeAt: SchemeLine["at"];
}

function mergeOne(merging: Merging): MergeReport {
  const { journal, author, step, source } = merging;
  const { db } = journal;
  refuseOther(db, source);
  keepSchemes(db, source);
  const report = emptyReport();
  const lines = joinSchemes(merging, report);
  const usage = usageCollector();
  const arrived: string[] = [];
  let done = 0;
  const total = source.manifest.reports.length;
  for (const packed of source.reports()) {
    const joining = { journal, author, step, source, lines, report, arrived };
    noteUsage(usage, joinReport(joining, packed.report, packed.versions));
    journal.watch(++done, total);
  }
  if (arrived.length > 0) journal.setPresence(arrived, "removed", "present");
  report.scheme.added = addUsed(journal, author, usage, source);
  if (report.isNews) remember(journal, author, step, source);
  return report;
}

/** Takes the package's scheme over, or says how it differs. Answers what all reports are joined with. */
function joinSchemes({ journal, author, source, schemeAt }: Merging, report: MergeReport): Lines {
  const known = readLines(journal.db);
  const line = { ...known.scheme, at: schemeAt };
  const taken = takeScheme(journal, author, line, source);
  const scheme = taken ? { ...line, now: source.manifest.scheme.sha256 } : line;
  report.scheme = { ...driftOf(readScheme(journal.db).scheme, scheme, source), taken };
  report.isNews = taken !== null;
  return { ...known, scheme };
}

/** @throws AppError "bad-file" for a package of another project. */
function refuseOther(db: ReadDb, { file, manifest }: PackageSource): void {
  const { id, name } = readProjectFacts(db);
  if (manifest.project.id === id) return;
  throw new AppError(
    "bad-file",
    `"${file}" is of another project (“${onOneLine(manifest.project.name)}”) and this one is “${name}”; open it as a project of its own.`,
  );
}

/** The row that undo takes away and redo puts back: what the merge brought counts as long as it is there. */
function remember(journal: Journal, author: Author, step: number, source: PackageSource): void {
  const id = randomUUID();
  const { project, purpose, by, recipient, note, at, app, annotators, reports } = source.manifest;
  const facts = { project, purpose, by, recipient, note, at, app, annotators };
  journal.put("merged_package", {
    id,
    at: author.now().toISOString(),
    annotator: author.annotator,
    file: source.file,
    facts: JSON.stringify({ ...facts, reports: reports.length }),
  });
  journal.db
    .prepare("INSERT INTO carried_merge (step, package) VALUES (?, ?) ON CONFLICT DO NOTHING")
    .run(step, id);
}

function summaryOf(merged: Merged["merged"]): string {
  const [first, ...others] = merged;
  if (!first) return "merged nothing";
  if (others.length > 0) return `merged ${merged.length} packages`;
  const { added, changed, removed, cameBack, newReports, scheme } = first.report;
  const touched = added + changed + removed + cameBack;
  const annotations = touched === 1 ? "1 annotation" : `${touched} annotations`;
  const count = newReports.length;
  const reports = count === 1 ? "1 new report" : `${count} new reports`;
  const taken = scheme.taken && `version ${scheme.taken.version} of the scheme`;
  const parts = [taken, count > 0 && reports, (touched > 0 || !taken) && annotations];
  return `merged “${first.file}” (${parts.filter(Boolean).join(", ")})`;
}
