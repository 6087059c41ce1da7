import { reservedKeys } from "../../shared/commands.ts";
import type { SchemeImpact } from "../../shared/contract/scheme.ts";
import { AppError } from "../../shared/errors.ts";
import type { Change } from "../../shared/model/change.ts";
import type { Scheme } from "../../shared/model/scheme.ts";
import { checkScheme } from "../../shared/scheme/check-scheme.ts";
import { schemeDifferences } from "../../shared/scheme/compare.ts";
import { rewriterOf } from "../../shared/scheme/rewrite-annotations.ts";
import { changeInWords, type SchemeChange } from "../../shared/scheme/rewrite-changes.ts";
import { rewriteScheme } from "../../shared/scheme/rewrite-scheme.ts";
import type { WriteDb } from "./database.ts";
import { type Author, write } from "./history.ts";
import { createJournal, type Journal } from "./journal.ts";
import { rewriteRow } from "./rewrite-row.ts";
import { isAnnotationTable, type Row } from "./rows.ts";
import { rowsNamed, subjectOf } from "./scheme-rows.ts";
import { usageOf } from "./scheme-usage.ts";
import { putScheme, readScheme } from "./schemes.ts";
import { spansOf } from "./spans.ts";

/**
 * Changes the scheme and, in the same step, the annotations of every layer, closed ones too, as it is
 * what their names mean that changes and not anybody's work.
 * @throws AppError "not-found", "bad-input" for changes that the scheme does not allow.
 */
export function rewriteProject(
  db: WriteDb,
  author: Author,
  changes: readonly SchemeChange[],
): Change {
  return write(db, author, "scheme.rewrite", (journal) => {
    const scheme = follow(journal, changes);
    const counts = countTouched(journal);
    const summary = `${inWords(changes)}${followed(counts)}`;
    putScheme(journal, author, scheme, { summary, changes });
    return { summary, report: null };
  });
}

/** What the same changes would do. They are carried out and rolled back, so that it is just that. */
export function previewRewrite(
  db: WriteDb,
  changes: readonly SchemeChange[],
  examples: number,
): SchemeImpact {
  let impact: SchemeImpact | null = null;
  const stop = new Error("only looked");
  try {
    db.transaction(() => {
      const before = readScheme(db).scheme;
      const journal = createJournal(db);
      const differences = schemeDifferences(before, follow(journal, changes));
      const usage = usageOf(db, countTouched(journal), touchedRows(journal), examples);
      impact = { ...usage, differences };
      throw stop;
    })();
  } catch (error) {
    if (error !== stop) throw error;
  }
  if (!impact) throw new Error("the changes were looked at and nothing was found out");
  return impact;
}

/** Rewrites annotations change by change; answers the scheme that they follow. */
function follow(journal: Journal, changes: readonly SchemeChange[]): Scheme {
  let { scheme } = readScheme(journal.db);
  for (const change of changes) {
    scheme = rewriteScheme(scheme, change, reservedKeys);
    rewriteAnnotations(journal, scheme, change);
  }
  const [problem] = checkScheme(scheme);
  if (problem !== undefined) throw new AppError("bad-input", problem);
  return scheme;
}

function rewriteAnnotations(journal: Journal, scheme: Scheme, change: SchemeChange): void {
  const rewriter = rewriterOf(change);
  const relabelled = new Set<string>();
  for (const { table, row } of rowsNamed(journal.db, subjectOf(change))) {
    rewriteRow(journal, rewriter, table, row);
    if (table === "span" && row.entity !== null) relabelled.add(String(row.entity));
  }
  if (change.do === "merge" || change.do === "split")
    for (const entity of relabelled) followLabels(journal, scheme, entity);
}

/** An entity is of the kind that all its spans speak of; where they differ it stays as it is. */
function followLabels(journal: Journal, scheme: Scheme, id: string): void {
  const kinds = new Map(scheme.labels.map(({ name, kind }) => [name, kind]));
  const spoken = new Set(spansOf(journal.db, id).map(({ label }) => kinds.get(String(label))));
  const [kind] = spoken;
  if (spoken.size !== 1 || !kind) return;
  const row = journal.db.prepare<[string], Row>("SELECT * FROM entity WHERE id = ?").get(id);
  if (row && row.kind !== kind) journal.put("entity", { ...row, kind });
}

/** Each touched annotation once, as it was. */
function* touchedRows({ changes }: Journal) {
  const seen = new Set<string>();
  for (const change of changes) {
    if (change.table === "presence" || change.before === null || seen.has(change.id)) continue;
    const { table, id, before: row } = change;
    if (table !== "layer" && !isAnnotationTable(table)) continue;
    seen.add(id);
    yield { table, row };
  }
}

function countTouched(journal: Journal): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { table, row } of touchedRows(journal)) {
    const layer = String(table === "layer" ? row.id : row.layer);
    counts.set(layer, (counts.get(layer) ?? 0) + 1);
  }
  return counts;
}

/** So many changes are told one by one. */
const mostTold = 3;

function inWords(changes: readonly SchemeChange[]): string {
  const told = changes.slice(0, mostTold).map(changeInWords).join(", ");
  const left = changes.length - mostTold;
  return left > 0 ? `${told} and ${left} more` : told;
}

function followed(counts: ReadonlyMap<string, number>): string {
  const annotations = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (annotations === 0) return "";
  const what =
    annotations === 1 ? "1 annotation" : `${annotations.toLocaleString("en")} annotations`;
  return `, and ${what} with it`;
}
