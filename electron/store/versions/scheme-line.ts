import type { SchemeEdge } from "../../../shared/merge/schemes.ts";
import type { SchemeChange } from "../../../shared/scheme/rewrite-changes.ts";
import { sha256 } from "../../sha256.ts";
import type { ReadDb } from "../database.ts";

/** A step that changed the scheme, which is known by the SHA-256 of its JSON. */
interface SchemeStep {
  step: number;
  before: string;
  after: string;
  /** What annotations followed, whether the step makes the change or takes it back. */
  changes: SchemeChange[];
  isBack: boolean;
  isMerge: boolean;
}

/** The scheme of a project through time. */
export interface SchemeLine {
  /** The one that was in force once a step was done. */
  at(step: number): string;
  now: string;
  /** What annotations had to follow in a step. */
  changesIn(step: number): SchemeChange[];
  /** How schemes came of each other, here and elsewhere. */
  edges: SchemeEdge[];
  /** Those without what somebody has taken back here, and not merely with a merge. */
  standing: SchemeEdge[];
}

/** Reads it from the history, and from what packages said of theirs. */
export function readSchemeLine(db: ReadDb): SchemeLine {
  const steps = readSteps(db);
  const now = sha256(currentBody(db));
  const first = steps[0]?.before ?? now;
  const bySteps = new Map(steps.map((one) => [one.step, one]));
  const made = steps.filter(({ isBack }) => !isBack);
  const edges = [
    ...made.map(({ before: from, after: to, changes }) => ({ from, to, changes })),
    ...readCarried(db),
  ];
  const back = takenBack(steps);
  return {
    now,
    at: (step) => steps.findLast((one) => one.step <= step)?.after ?? first,
    changesIn: (step) => bySteps.get(step)?.changes ?? [],
    edges,
    standing: edges.filter((edge) => !back.has(nameOf(edge))),
  };
}

const nameOf = ({ from, to }: Pick<SchemeEdge, "from" | "to">) => `${from} ${to}`;

/** What was changed here last by undoing it. */
function takenBack(steps: readonly SchemeStep[]): Set<string> {
  const found = new Set<string>();
  for (const { before, after, isBack, isMerge } of steps)
    if (!isBack) found.delete(nameOf({ from: before, to: after }));
    else if (!isMerge) found.add(nameOf({ from: after, to: before }));
  return found;
}

function currentBody(db: ReadDb): string {
  const row = db.prepare<[], { body: string }>("SELECT body FROM scheme").get();
  if (!row) throw new Error(`${db.name} has no scheme`);
  return row.body;
}

interface Recorded {
  version: number;
  body: string;
}

function readSteps(db: ReadDb): SchemeStep[] {
  // Only what is about the scheme leaves SQLite: the rest of such a step may be very long.
  return db
    .prepare<[], { step: number; state: string; deed: string; change: string }>(
      `SELECT history.id AS step, state, value AS change,
         coalesce((SELECT operation FROM history AS own WHERE own.id = history.reverts),
           operation) AS deed
       FROM history, json_each(changes)
       WHERE history.id IN (SELECT step FROM history_touch WHERE target = 'scheme')
         AND value ->> '$.table' = 'scheme' ORDER BY history.id`,
    )
    .all()
    .map(({ step, state, deed, change }) => {
      // The store wrote it itself.
      const { before, after } = JSON.parse(change) as { before: Recorded; after: Recorded };
      const isBack = state === "undo";
      const changes = changesOf(db, isBack ? before.version : after.version);
      const isMerge = deed === "packages.merge";
      const bodies = { before: sha256(before.body), after: sha256(after.body) };
      return { step, isBack, isMerge, changes, ...bodies };
    });
}

function changesOf(db: ReadDb, version: number): SchemeChange[] {
  const row = db
    .prepare<[number], { changes: string }>("SELECT changes FROM scheme_version WHERE version = ?")
    .get(version);
  return row ? JSON.parse(row.changes) : [];
}

function readCarried(db: ReadDb): SchemeEdge[] {
  return db
    .prepare<[], { base: string; sha256: string; changes: string }>(
      "SELECT base, sha256, changes FROM carried_scheme ORDER BY sha256, base",
    )
    .all()
    .map(({ base, sha256, changes }) => ({ from: base, to: sha256, changes: JSON.parse(changes) }));
}
