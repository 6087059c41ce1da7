import { reservedKeys } from "../../../shared/commands.ts";
import type { SchemeImpact } from "../../../shared/contract/scheme.ts";
import { AppError } from "../../../shared/errors.ts";
import type { Change } from "../../../shared/model/change.ts";
import type { Scheme } from "../../../shared/model/scheme.ts";
import { checkScheme } from "../../../shared/scheme/check-scheme.ts";
import { schemeDifferences } from "../../../shared/scheme/compare.ts";
import { rewriterOf } from "../../../shared/scheme/rewrite-annotations.ts";
import { changeInWords, type SchemeChange } from "../../../shared/scheme/rewrite-changes.ts";
import { rewriteScheme } from "../../../shared/scheme/rewrite-scheme.ts";
import type { WriteDb } from "../database.ts";
import { type Author, write } from "../history.ts";
import { createJournal, type Journal } from "../journal.ts";
import { counting, unwatched, type Watch } from "../watch.ts";
import { columnOf, rewriteColumn } from "./rewrite-column.ts";
import { rewriteRow } from "./rewrite-row.ts";
import {
  countByLayer,
  countOf,
  foresee,
  leavesAll,
  rowsTouched,
  type Touched,
  touchedBy,
} from "./rewrite-touched.ts";
import { rowsNamed, subjectOf } from "./scheme-rows.ts";
import { usageOf } from "./scheme-usage.ts";
import { putScheme, readScheme } from "./schemes.ts";

/**
 * Changes the scheme and, in the same step, the annotations of every layer, closed ones too, as it is
 * what their names mean that changes and not anybody's work.
 * @throws AppError "not-found", "bad-input" for changes that the scheme does not allow.
 */
export function rewriteProject(
  db: WriteDb,
  author: Author,
  changes: readonly SchemeChange[],
  watch: Watch = unwatched,
): Change {
  const work = (journal: Journal) => {
    const scheme = follow(journal, changes);
    const summary = `${inWords(changes)}${followed(countOf(touchedBy(journal.changes)))}`;
    putScheme(journal, author, scheme, { summary, changes });
    return { summary, report: null };
  };
  return write(db, author, "scheme.rewrite", work, watch);
}

/** What the same changes would do; nothing is changed. */
export function previewRewrite(
  db: WriteDb,
  changes: readonly SchemeChange[],
  examples: number,
  watch: Watch = unwatched,
): SchemeImpact {
  const before = readScheme(db).scheme;
  const [only, ...others] = changes;
  const foreseen = only && others.length === 0 ? foresee(db, before, only) : null;
  const { scheme, touched } = foreseen
    ? { scheme: changed(before, changes), touched: foreseen }
    : carryOutAndBack(db, changes, watch);
  const rows = rowsTouched(db, touched);
  const usage = usageOf(db, countByLayer(db, touched), rows, examples);
  return { ...usage, differences: schemeDifferences(before, scheme) };
}

/** The changes are carried out and rolled back: what they touch is just that. */
export function carryOutAndBack(
  db: WriteDb,
  changes: readonly SchemeChange[],
  watch: Watch = unwatched,
): { scheme: Scheme; touched: Touched } {
  let found: { scheme: Scheme; touched: Touched } | null = null;
  const stop = new Error("only looked");
  try {
    db.transaction(() => {
      const journal = createJournal(db, watch);
      const scheme = follow(journal, changes);
      found = { scheme, touched: touchedBy(journal.changes) };
      throw stop;
    })();
  } catch (error) {
    if (error !== stop) throw error;
  }
  if (!found) throw new Error("the changes were looked at and nothing was found out");
  return found;
}

/** The scheme alone. @throws AppError as `rewriteProject` does. */
function changed(scheme: Scheme, changes: readonly SchemeChange[]): Scheme {
  return sound(changes.reduce((known, one) => rewriteScheme(known, one, reservedKeys), scheme));
}

/** Rewrites annotations change by change; answers the scheme that they follow. */
function follow(journal: Journal, changes: readonly SchemeChange[]): Scheme {
  let { scheme } = readScheme(journal.db);
  for (const change of changes) {
    scheme = rewriteScheme(scheme, change, reservedKeys);
    rewriteAnnotations(journal, scheme, change);
  }
  return sound(scheme);
}

function sound(scheme: Scheme): Scheme {
  const [problem] = checkScheme(scheme);
  if (problem !== undefined) throw new AppError("bad-input", problem);
  return scheme;
}

function rewriteAnnotations(journal: Journal, scheme: Scheme, change: SchemeChange): void {
  if (leavesAll(change)) return;
  const column = columnOf(change);
  if (column) {
    rewriteColumn(journal, scheme, change, column);
    return;
  }
  const rewriter = rewriterOf(change);
  const rows = [...rowsNamed(journal.db, subjectOf(change))];
  const count = counting(journal.watch, rows.length);
  for (const { table, row } of rows) {
    rewriteRow(journal, rewriter, table, row);
    count();
  }
}

/** So many changes are told one by one. */
const mostTold = 3;

function inWords(changes: readonly SchemeChange[]): string {
  const told = changes.slice(0, mostTold).map(changeInWords).join(", ");
  const left = changes.length - mostTold;
  return left > 0 ? `${told} and ${left} more` : told;
}

function followed(annotations: number): string {
  if (annotations === 0) return "";
  const what =
    annotations === 1 ? "1 annotation" : `${annotations.toLocaleString("en")} annotations`;
  return `, and ${what} with it`;
}
