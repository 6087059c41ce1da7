import { deidentifier } from "../../../shared/deidentify/layer.ts";
import type { Version } from "../../../shared/merge/version.ts";
import type { ReadDb } from "../database.ts";
import { annotationTables, type Row } from "../rows.ts";
import { type Carried, readCarried, readMergeLine } from "./carried.ts";
import { type Surroundings, versionsOf } from "./chain.ts";
import { readSchemeLine } from "./scheme-line.ts";
import { readingSteps, type Step, type StepChanges, stepsOf } from "./steps.ts";
import { noteStep, type Track, type Tracks } from "./tracks.ts";

/** What all reports of a project share; good as long as nothing is written. */
export type Lines = Pick<Surroundings, "steps" | "scheme" | "merges">;

export const readLines = (db: ReadDb): Lines => ({
  steps: readingSteps(db),
  scheme: readSchemeLine(db),
  merges: readMergeLine(db),
});

/** A thing with its versions, in the order in which their rows stand here. */
export interface Versioned {
  track: Track;
  versions: Map<string, Version>;
  /** Whether no package has ever spoken of it. */
  isAllOwn: boolean;
}

/** Every version of everything on a report, by what it is of; of these annotators, or of all. */
export function readVersions(
  db: ReadDb,
  lines: Lines,
  report: string,
  annotators: readonly string[] | null = null,
): Map<string, Versioned> {
  const steps = stepsOf(db, report).map((id) => lines.steps.read(id));
  const carried = carriedByTarget(db, report, annotators);
  const tracks = tracksNow(db, report, annotators);
  // Before what happened, since somebody may have chosen of what came and is not shown.
  addUnknown(tracks, carried);
  noteSteps(tracks, lines, report, steps, annotators);
  const began = steps[0]?.id ?? 0;
  const around = { ...lines, began, textAt: textLine(db, lines, report, steps) };
  const found = new Map<string, Versioned>();
  for (const [target, track] of tracks) {
    const others = carried.get(target) ?? [];
    const versions = versionsOf(track, others, around);
    const isAllOwn = others.length === 0;
    if (versions.size > 0) found.set(target, { track, versions, isAllOwn });
  }
  return found;
}

const isWanted = (annotator: string, wanted: readonly string[] | null) =>
  annotator !== deidentifier && (wanted === null || wanted.includes(annotator));

function carriedByTarget(
  db: ReadDb,
  report: string,
  annotators: readonly string[] | null,
): Map<string, Carried[]> {
  const all = readCarried(db, report);
  const wanted = all.filter(({ version }) => isWanted(version.annotator, annotators));
  return Map.groupBy(wanted, ({ version }) => version.target);
}

/** Things that only versions from elsewhere speak of. */
function addUnknown(tracks: Tracks, carried: ReadonlyMap<string, Carried[]>): void {
  for (const [target, [one]] of carried) {
    if (!one || tracks.has(target)) continue;
    const { table, annotator } = one.version;
    tracks.set(target, { table, target, annotator, now: null, happenings: [] });
  }
}

function noteSteps(
  tracks: Tracks,
  { steps: reading }: Lines,
  report: string,
  steps: readonly Step[],
  annotators: readonly string[] | null,
): void {
  for (const step of steps) {
    // What a merge did is said by what it brought.
    if (reading.deed(step) === "packages.merge") continue;
    const changes = reading.changes(step);
    for (const annotator of annotatorsIn(changes, report, tracks))
      if (isWanted(annotator, annotators)) noteStep(tracks, step, changes, report, annotator);
  }
}

function annotatorsIn({ layers, names }: StepChanges, report: string, tracks: Tracks): Set<string> {
  const changed = layers.get(report)?.keys() ?? [];
  const named = names.length === 0 ? [] : [...tracks.values()].map(({ annotator }) => annotator);
  return new Set([...changed, ...named]);
}

/** Everything that is there now. */
function tracksNow(db: ReadDb, report: string, annotators: readonly string[] | null): Tracks {
  const tracks: Tracks = new Map();
  const layers = db
    .prepare<[string], Row>("SELECT * FROM layer WHERE report = ? ORDER BY rowid")
    .all(report);
  for (const layer of layers) {
    const annotator = String(layer.annotator);
    if (!isWanted(annotator, annotators)) continue;
    const add = (table: Track["table"], now: Row) =>
      tracks.set(now.id, { table, target: now.id, annotator, now, happenings: [] });
    add("layer", layer);
    for (const table of [...annotationTables, "decision"] as const)
      for (const row of db
        .prepare<[string], Row>(`SELECT * FROM ${table} WHERE layer = ? ORDER BY rowid`)
        .all(layer.id))
        add(table, row);
  }
  return tracks;
}

/** The SHA-256 of a report's text through time. */
function textLine(
  db: ReadDb,
  { steps: reading }: Lines,
  report: string,
  steps: readonly Step[],
): (step: number) => string {
  const texts = new Map(
    db
      .prepare<[string], { revision: number; sha256: string }>(
        "SELECT revision, sha256 FROM report_text WHERE report = ?",
      )
      .all(report)
      .map(({ revision, sha256 }) => [revision, sha256]),
  );
  const turns = steps
    .filter((step) => reading.deed(step) === "text.correct")
    .flatMap((step) =>
      (reading.changes(step).reports.get(report) ?? []).map(({ before, after }) => ({
        step: step.id,
        before: Number(before?.revision ?? 1),
        after: Number(after?.revision ?? 1),
      })),
    );
  const first = turns[0]?.before ?? revisionNow(db, report);
  return (step) => {
    const revision = turns.findLast((turn) => turn.step <= step)?.after ?? first;
    const sha256 = texts.get(revision);
    if (sha256 === undefined) throw new Error(`report ${report} has no text ${revision}`);
    return sha256;
  };
}

function revisionNow(db: ReadDb, report: string): number {
  const row = db
    .prepare<[string], { revision: number }>("SELECT revision FROM report WHERE id = ?")
    .get(report);
  return row?.revision ?? 1;
}
