import { outcomeOf } from "../../../shared/merge/outcome.ts";
import type { Known } from "../../../shared/merge/revive.ts";
import { revivals } from "../../../shared/merge/revive.ts";
import { type Version, wordsOfVersion } from "../../../shared/merge/version.ts";
import type { PackedVersion } from "../../../shared/packages/packed.ts";
import { sha256 } from "../../sha256.ts";
import type { Author } from "../history.ts";
import { type Journal, readRow } from "../journal.ts";
import type { Row } from "../rows.ts";
import { keepCarried } from "../versions/carried.ts";
import type { Versioned } from "../versions/read-versions.ts";
import type { ShownRow } from "./shown-row.ts";
import { damagedPackage } from "./source.ts";
import { fateOf, type Tally } from "./tally.ts";

/** The annotations of one report, here and in a package. */
export interface Meeting {
  journal: Journal;
  author: Author;
  /** The step under way, and the package's file. */
  step: number;
  file: string;
  report: string;
  here: ReadonlyMap<string, Versioned>;
  incoming: readonly PackedVersion[];
  shownRow: ShownRow;
  tally: Tally;
  /** The SHA-256 of the text that is here. */
  text: string;
}

/** One thing that a package speaks of. */
interface Met {
  target: string;
  annotator: string;
  here: Versioned | null;
  incoming: readonly Version[];
  fresh: readonly Version[];
  known: Known;
}

export interface MetResult {
  /** Whether anything came that was not known. */
  isNews: boolean;
  hasConflict: boolean;
  /** Everything that is there now and was not, or was otherwise. */
  put: { table: Version["table"]; row: Row }[];
}

/**
 * Joins what is known here with what comes: the union of the versions of each thing, and of that what
 * is to be shown. Whatever stays hidden is kept. @throws AppError "bad-file" for a package that cannot be.
 */
export function meet(meeting: Meeting): MetResult {
  const met = meetEach(meeting);
  const news = met.filter(({ fresh }) => fresh.length > 0);
  const back = bringBack(meeting, news);
  const put = news.flatMap((one) => show(meeting, one, back.get(one.target) ?? null));
  put.push(...showBack(meeting, back, new Set(news.map(({ target }) => target))));
  keep(meeting, news, back);
  for (const one of met) if (one.fresh.length === 0) count(meeting, one, null, null);
  const hasConflict = news.some(({ known }) => known.outcome.choices.length > 1);
  return { isNews: news.length > 0, hasConflict, put };
}

function meetEach({ here, incoming, shownRow, file }: Meeting): Met[] {
  const contents = new Map<string, string>();
  const contentOf = (version: Version) => {
    const content = contents.get(version.id) ?? JSON.stringify(shownRow(version));
    contents.set(version.id, content);
    return content;
  };
  return [...Map.groupBy(incoming, ({ target }) => target)].map(([target, versions]) => {
    const known = here.get(target) ?? null;
    const [first] = versions;
    if (!first || !isOneThing(versions, first, known))
      throw damagedPackage(file, "two things in it have one identifier");
    const fresh = versions.filter(({ id }) => !known?.versions.has(id)).map(withoutReport);
    const all = new Map(known?.versions);
    for (const version of fresh) all.set(version.id, version);
    const outcome = outcomeOf(all, contentOf);
    const { annotator } = first;
    return {
      target,
      annotator,
      here: known,
      incoming: versions,
      fresh,
      known: { versions: all, outcome },
    };
  });
}

function withoutReport({ report, ...version }: PackedVersion): Version {
  return version;
}

function isOneThing(
  versions: readonly Version[],
  { table, annotator }: Version,
  here: Versioned | null,
): boolean {
  const isSame = (one: Pick<Version, "table" | "annotator">) =>
    one.table === table && one.annotator === annotator;
  return versions.every(isSame) && (!here || isSame(here.track));
}

/** What comes refers to things that were removed here: these come back. */
function bringBack(meeting: Meeting, news: readonly Met[]): Map<string, Version> {
  const { here, file, author, step } = meeting;
  const known = new Map<string, Known>(news.map((one) => [one.target, one.known]));
  const standing = new Map<string, { table: Version["table"]; row: Row }>();
  for (const [target, { track, versions }] of here) {
    if (known.has(target)) continue;
    if (track.now) standing.set(target, { table: track.table, row: track.now });
    else known.set(target, { versions, outcome: outcomeOf(versions) });
  }
  const { back, unknown } = revivals(known, standing);
  if (unknown.length > 0) throw damagedPackage(file, "something in it refers to nothing");
  const at = author.now().toISOString();
  const making = { by: author.annotator, at, step, follows: true };
  return new Map(
    [...back].map(([target, last]) => {
      const heads = known.get(target)?.outcome.choices ?? [];
      const words = { ...last, ...making, parents: heads.map(({ id }) => id).sort() };
      return [target, { ...words, id: sha256(wordsOfVersion(words)) }];
    }),
  );
}

/** Puts a thing as it is to be shown in place of what is there. */
function show(meeting: Meeting, met: Met, back: Version | null): MetResult["put"] {
  const shown = back ?? met.known.outcome.shown;
  const before = met.here?.track.now ?? null;
  const after = meeting.shownRow(shown);
  count(meeting, met, before, after);
  if (back) meeting.tally.count(met.annotator, "cameBack");
  if (met.known.outcome.choices.length > 1) meeting.tally.count(met.annotator, "conflicts");
  if (met.fresh.includes(shown)) countMoved(meeting, shown, after);
  return put(meeting, shown, before, after);
}

function showBack(
  meeting: Meeting,
  back: ReadonlyMap<string, Version>,
  done: ReadonlySet<string>,
): MetResult["put"] {
  return [...back].flatMap(([target, version]) => {
    if (done.has(target)) return [];
    meeting.tally.count(version.annotator, "cameBack");
    return put(meeting, version, null, meeting.shownRow(version));
  });
}

function put(
  { journal, file }: Meeting,
  { table, target }: Version,
  before: Row | null,
  after: Row | null,
): MetResult["put"] {
  if (after === null) {
    if (before) journal.remove(table, target);
    return [];
  }
  // Of this report there is none with the identifier: somebody has written it into the package.
  if (!before && readRow(journal.db, table, target))
    throw damagedPackage(file, "something in it has the identifier of something else here");
  journal.put(table, after);
  return [{ table, row: after }];
}

function count(meeting: Meeting, met: Met, before: Row | null, after: Row | null): void {
  const { here, incoming, fresh, known, annotator } = met;
  const row = here?.track.now ?? null;
  const fate = fateOf({
    before: fresh.length > 0 ? before : row,
    after: fresh.length > 0 ? after : row,
    isNews: fresh.length > 0,
    isShownKnown: !fresh.includes(known.outcome.shown),
    isMoreKnown: (here?.versions.size ?? 0) > incoming.length,
  });
  // That a layer is there is said by what is in it.
  const isLayer = known.outcome.shown.table === "layer";
  if (fate && !(isLayer && fate !== "changed")) meeting.tally.count(annotator, fate);
}

function countMoved({ tally, text }: Meeting, shown: Version, after: Row | null): void {
  if (shown.table !== "span" || shown.text === text || after === null) return;
  tally.count(shown.annotator, "moved");
  if (after.flag !== (shown.row?.flag ?? "")) tally.count(shown.annotator, "flagged");
}

/** With them what things were here before packages spoke of them, which the rows do not say any more. */
function keep(
  { journal, report, step }: Meeting,
  news: readonly Met[],
  back: ReadonlyMap<string, Version>,
): void {
  const first = news.flatMap(({ here }) => (here ? beginningOf(here) : []));
  keepCarried(journal.db, report, 0, first);
  keepCarried(journal.db, report, step, [...news.flatMap(({ fresh }) => fresh), ...back.values()]);
}

function beginningOf({ versions, isAllOwn }: Versioned): Version[] {
  if (!isAllOwn) return [];
  return [...versions.values()].filter(({ step, parents }) => step === 0 && parents.length === 0);
}
