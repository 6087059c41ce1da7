import { getOrMake } from "../../../shared/get-or-make.ts";
import type { ReadDb } from "../database.ts";
import { isOfRow, type RecordedChange, type RowChange } from "../journal.ts";
import { isAnnotationTable } from "../rows.ts";
import type { NamesChange } from "../scheme/put-names.ts";

/** One step of the history without what it changed. */
export interface Step {
  id: number;
  at: string;
  annotator: string;
  operation: string;
  state: string;
  reverts: number | null;
  /** How much it changed, in bytes. */
  bytes: number;
}

/** What a step changed, by where it is. */
export interface StepChanges {
  /** Of layers, their annotations and what was chosen in them, by report and annotator. */
  layers: ReadonlyMap<string, ReadonlyMap<string, RowChange[]>>;
  /** Of reports themselves, by their identifiers. */
  reports: ReadonlyMap<string, RowChange[]>;
  names: (NamesChange & { known: ReadonlySet<string> })[];
}

/** Reads steps of a project. Those that touch much are kept, since many reports ask for them. */
export interface Steps {
  read(id: number): Step;
  changes(step: Step): StepChanges;
  /** The operation that a step does, takes back or does again. */
  deed(step: Step): string;
}

const muchBytes = 50_000;

export function readingSteps(db: ReadDb): Steps {
  const known = new Map<number, Step>();
  const parsed = new Map<number, StepChanges>();
  const read = (id: number): Step => {
    const step = known.get(id) ?? readStep(db, id);
    // Its head lies on both sides of what it changed, which takes long to pass where that is much.
    if (step.bytes > muchBytes) known.set(id, step);
    return step;
  };
  return {
    read,
    deed: ({ operation, reverts }) => (reverts === null ? operation : read(reverts).operation),
    changes(step) {
      const changes = parsed.get(step.id) ?? readChanges(db, step.id);
      if (step.bytes > muchBytes) parsed.set(step.id, changes);
      return changes;
    },
  };
}

function readStep(db: ReadDb, id: number): Step {
  const step = db
    .prepare<[number], Step>(
      `SELECT id, at, annotator, operation, state, reverts, octet_length(changes) AS bytes
       FROM history WHERE id = ?`,
    )
    .get(id);
  if (!step) throw new Error(`the history has no step ${id}`);
  return step;
}

function readChanges(db: ReadDb, id: number): StepChanges {
  const row = db
    .prepare<[number], { changes: string }>("SELECT changes FROM history WHERE id = ?")
    .get(id);
  // The store wrote these changes itself.
  return sorted(JSON.parse(row?.changes ?? "[]") as RecordedChange[]);
}

function sorted(changes: readonly RecordedChange[]): StepChanges {
  const layers = new Map<string, Map<string, RowChange[]>>();
  const reports = new Map<string, RowChange[]>();
  const names = changes.flatMap((change) =>
    change.table === "names" ? [{ ...change, known: new Set(change.ids) }] : [],
  );
  for (const change of changes) {
    if (!isOfRow(change)) continue;
    const layer = layerOf(change);
    if (layer)
      add(
        getOrMake(layers, layer.report, () => new Map()),
        layer.annotator,
        change,
      );
    if (change.table === "report") add(reports, change.id, change);
  }
  return { layers, reports, names };
}

function add(into: Map<string, RowChange[]>, key: string, change: RowChange): void {
  getOrMake(into, key, () => []).push(change);
}

/** Where a change is; null for one that is in no layer. */
function layerOf({ table, id, before, after }: RowChange): Place | null {
  if (table === "layer") return placeOf(id);
  if (isAnnotationTable(table) || table === "decision" || table === "conflict_choice")
    return placeOf(String((after ?? before)?.layer));
  return null;
}

interface Place {
  report: string;
  annotator: string;
}

/** A layer's identifier taken apart; reports have no "/" in theirs. */
function placeOf(layer: string): Place {
  const at = layer.indexOf("/");
  return { report: layer.slice(0, at), annotator: layer.slice(at + 1) };
}

/** The steps that touched a report, its layers or what is in them, the first one first. */
export function stepsOf(db: ReadDb, report: string): number[] {
  // Layers are named by their report; "0" comes right behind "/".
  return db
    .prepare<unknown[], { step: number }>(
      `SELECT step FROM history_touch WHERE target = @report
       UNION SELECT step FROM history_touch WHERE target >= @from AND target < @to ORDER BY step`,
    )
    .all({ report, from: `${report}/`, to: `${report}0` })
    .map(({ step }) => step);
}
