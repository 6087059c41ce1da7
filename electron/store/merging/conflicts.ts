import { randomUUID } from "node:crypto";
import type { Conflict, ConflictVersion } from "../../../shared/contract/packages.ts";
import type { Input } from "../../../shared/contract.ts";
import { AppError } from "../../../shared/errors.ts";
import { type Outcome, outcomeOf } from "../../../shared/merge/outcome.ts";
import { referencesOf } from "../../../shared/merge/references.ts";
import type { Version, VersionTable } from "../../../shared/merge/version.ts";
import type { TextRange } from "../../../shared/model/annotation.ts";
import type { Change } from "../../../shared/model/change.ts";
import { offsetConverter } from "../../../shared/text/offsets.ts";
import type { ReadDb, WriteDb } from "../database.ts";
import { type Author, write } from "../history.ts";
import { type Journal, readRow } from "../journal.ts";
import { layerId } from "../layers.ts";
import { detach } from "../references.ts";
import { reportTitle } from "../reports.ts";
import { spanCodec } from "../rows.ts";
import { spansOf } from "../spans.ts";
import { type Lines, readLines, readVersions, type Versioned } from "../versions/read-versions.ts";
import { textHere } from "./join-report.ts";
import { type ShownRow, showingIn } from "./shown-row.ts";
import { calledIn, inWords, type Spoken, toldApart } from "./version-words.ts";

/** One report's things with their versions, and what each version is in the text that is here. */
interface Report {
  id: string;
  title: string;
  things: ReadonlyMap<string, Versioned>;
  shownRow: ShownRow;
  words: string;
}

/** What was changed in two places in different ways and nobody has chosen, report by report. */
export function listConflicts(db: ReadDb, report: string | null): Conflict[] {
  const lines = readLines(db);
  return reportsMet(db, report).flatMap((id) => conflictsOn(readThings(db, lines, id)));
}

function reportsMet(db: ReadDb, report: string | null): string[] {
  return db
    .prepare<unknown[], { report: string }>(
      `SELECT report FROM conflict_report JOIN report ON report.id = conflict_report.report
       WHERE state = 'present' AND (@report IS NULL OR report.id = @report) ORDER BY number`,
    )
    .all({ report })
    .map((row) => row.report);
}

function readThings(db: ReadDb, lines: Lines, id: string): Report {
  const title = reportTitle(db, id);
  const here = textHere(db, id, title);
  const shownRow = showingIn({ ...here, title, scheme: lines.scheme });
  return { id, title, things: readVersions(db, lines, id), shownRow, words: here.words };
}

function outcomeIn({ shownRow }: Report, { versions }: Versioned): Outcome {
  return outcomeOf(versions, (version) => JSON.stringify(shownRow(version)));
}

function conflictsOn(report: Report): Conflict[] {
  return [...report.things].flatMap(([target, thing]) => {
    const { choices, shown } = outcomeIn(report, thing);
    if (choices.length < 2) return [];
    const { table, annotator } = thing.track;
    const rows = choices.map((one) => ({ id: one.id, row: report.shownRow(one) }));
    const said = toldApart(table, rows, spokenOf(report));
    const versions = choices.map((one, at) => told(one, said[at] ?? "", one.id === shown.id));
    const { id, title } = report;
    return [{ report: id, title, annotator, target, what: whatIs(table), versions }];
  });
}

function told({ id, by, at }: Version, says: string, isShown: boolean): ConflictVersion {
  return { version: id, annotator: by, at, says, isShown };
}

/** Places are counted as people count: from 1, and the last character is one of them. */
function spokenOf(report: Report): Spoken {
  const { toCodePoint } = offsetConverter(report.words);
  const place = ({ start, end }: TextRange) => `${toCodePoint(start) + 1}–${toCodePoint(end)}`;
  const thing = (id: string) => {
    const known = report.things.get(id);
    const row = known ? report.shownRow(outcomeIn(report, known).shown) : null;
    return calledIn(row, { place });
  };
  return { thing, place };
}

const whatIs = (table: VersionTable) => (table === "grouping" ? "group" : table);

/**
 * Chooses one of the versions that something has; the others are part of what it was made of then.
 * @throws AppError "changed-since" when it is no longer one of them, "not-found".
 */
export function settleConflict(
  db: WriteDb,
  author: Author,
  { report: id, target, version }: Input<"packages.settle">,
): Change {
  return write(db, author, "packages.settle", (journal) => {
    const report = readThings(db, readLines(db), id);
    const thing = report.things.get(target);
    const chosen = thing && outcomeIn(report, thing).choices.find((one) => one.id === version);
    if (!thing || !chosen)
      throw new AppError(
        "changed-since",
        "That is not one of the versions any more; look at the conflicts again.",
      );
    const { table, annotator } = thing.track;
    const layer = layerId(id, annotator);
    putChosen(journal, report, chosen, layer);
    journal.put("conflict_choice", { id: randomUUID(), layer, target, chosen: version });
    const says = inWords(table, report.shownRow(chosen));
    return { summary: `chose “${says}” of ${annotator}'s versions`, report: id };
  });
}

function putChosen(
  journal: Journal,
  report: Report,
  { table, target, ...chosen }: Version,
  layer: string,
): void {
  const row = report.shownRow({ table, target, ...chosen });
  if (row) {
    for (const id of referencesOf(table, row)) putBack(journal, report, id);
    journal.put(table, row);
    return;
  }
  if (table === "entity")
    for (const span of spansOf(journal.db, target))
      journal.put("span", spanCodec.toRow({ ...spanCodec.fromRow(span), entity: null }, layer));
  if (table !== "layer") detach(journal, layer, target);
  journal.remove(table, target);
}

/** What the chosen version refers to and was removed comes back, as it was last. */
function putBack(journal: Journal, report: Report, id: string): void {
  const thing = report.things.get(id);
  if (!thing || readRow(journal.db, thing.track.table, id)) return;
  const last = [...thing.versions.values()]
    .filter(({ row }) => row !== null)
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .at(-1);
  if (last) putChosen(journal, report, last, "");
}
