import type { VersionTable } from "../../../shared/merge/version.ts";
import { versionTables } from "../../../shared/merge/version.ts";
import { bared, type RowChange } from "../journal.ts";
import type { Row } from "../rows.ts";
import type { Step, StepChanges } from "./steps.ts";

/** One thing that happened to a thing here. */
export type Happening =
  | { kind: "row"; step: Step; before: Row | null; after: Row | null }
  | { kind: "name"; step: Step; column: string; before: string; after: string }
  /** A version was chosen; null when the choice was taken back. */
  | { kind: "choice"; step: Step; chosen: string | null };

/** One thing and all that happened to it here. */
export interface Track {
  table: VersionTable;
  target: string;
  annotator: string;
  now: Row | null;
  happenings: Happening[];
}

/** The things of a report by their identifiers. */
export type Tracks = Map<string, Track>;

/** Adds what a step did in one annotator's layer. */
export function noteStep(
  tracks: Tracks,
  step: Step,
  { layers, names }: StepChanges,
  report: string,
  annotator: string,
): void {
  const changes = layers.get(report)?.get(annotator) ?? [];
  const chosen = new Set<string>();
  for (const change of changes)
    if (change.table === "conflict_choice") chosen.add(noteChoice(tracks, step, change));
  for (const change of changes) noteRow(tracks, step, change, annotator, chosen);
  for (const { known, of, before, after } of names)
    for (const track of tracks.values())
      if (track.annotator === annotator && known.has(track.target))
        track.happenings.push({ kind: "name", step, column: of.column, before, after });
}

/** The thing that was chosen about. */
function noteChoice(tracks: Tracks, step: Step, { before, after }: RowChange): string {
  const target = String((after ?? before)?.target);
  const chosen = after === null ? null : String(after.chosen);
  // What is chosen of is here, since its versions are.
  tracks.get(target)?.happenings.push({ kind: "choice", step, chosen });
  return target;
}

function noteRow(
  tracks: Tracks,
  step: Step,
  { table, id, before, after }: RowChange,
  annotator: string,
  chosen: ReadonlySet<string>,
): void {
  if (!isVersioned(table) || chosen.has(id)) return;
  const known = tracks.get(id);
  const track = known ?? { table, target: id, annotator, now: null, happenings: [] };
  if (!known) tracks.set(id, track);
  const last = track.happenings.at(-1);
  const rows = { before: bared(table, before), after: bared(table, after) };
  // One step may touch a row twice; how it stands at the end is what counts.
  if (last?.kind === "row" && last.step.id === step.id) last.after = rows.after;
  else track.happenings.push({ kind: "row", step, ...rows });
}

function isVersioned(table: string): table is VersionTable {
  return versionTables.some((known) => known === table);
}

/** How a thing was before anything happened to it here. */
export function rowAtFirst({ table, now, happenings }: Track): Row | null {
  const at = happenings.findIndex(({ kind }) => kind === "row");
  const first = happenings[at];
  let known = first?.kind === "row" ? first.before : bared(table, now);
  for (const one of (at < 0 ? happenings : happenings.slice(0, at)).toReversed())
    if (known && one.kind === "name") known = { ...known, [one.column]: one.before };
  return known;
}
