import type { SchemeTaken } from "../../../shared/merge/report.ts";
import { changesBetween, wentOn } from "../../../shared/merge/schemes.ts";
import { Scheme } from "../../../shared/model/scheme.ts";
import { schemeDifferences } from "../../../shared/scheme/compare.ts";
import { rewriterOf } from "../../../shared/scheme/rewrite-annotations.ts";
import type { SchemeChange } from "../../../shared/scheme/rewrite-changes.ts";
import type { Author } from "../history.ts";
import type { Journal } from "../journal.ts";
import { columnOf, rewriteColumn } from "../scheme/rewrite-column.ts";
import { countOf, leavesAll, touchedBy } from "../scheme/rewrite-touched.ts";
import { rowsNamed, subjectOf } from "../scheme/scheme-rows.ts";
import { putScheme, readScheme } from "../scheme/schemes.ts";
import type { SchemeLine } from "../versions/scheme-line.ts";
import { rewritten } from "./shown-row.ts";
import type { PackageSource } from "./source.ts";

/**
 * Puts the package's scheme in the place of the one here, where it only went on from that one; all
 * annotations here get the names that it has for them. Null where the scheme here stays.
 */
export function takeScheme(
  journal: Journal,
  author: Author,
  { now, edges, standing }: SchemeLine,
  { file, manifest, scheme: { scheme: there } }: PackageSource,
): SchemeTaken | null {
  // Who hands out the work decides on the scheme; one that comes back with it is only told.
  if (manifest.purpose === "return") return null;
  const { sha256, version } = manifest.scheme;
  if (!wentOn(standing, now, sha256)) return null;
  const { scheme: here } = readScheme(journal.db);
  const changes = changesBetween(edges, now, sha256) ?? [];
  const begun = journal.changes.length;
  for (const change of changes) follow(journal, there, change);
  const annotations = countOf(touchedBy(journal.changes.slice(begun)));
  const summary = `took over version ${version} of the scheme with “${file}”`;
  putScheme(journal, author, there, { summary, changes, version });
  return {
    version: readScheme(journal.db).version,
    changes: schemeDifferences(here, Scheme.parse(there)),
    annotations,
  };
}

/** As what comes later with the old names is shown: what the change would remove stays as it was. */
function follow(journal: Journal, scheme: Scheme, change: SchemeChange): void {
  if (leavesAll(change)) return;
  const column = columnOf(change);
  if (column && change.do === "rename") {
    rewriteColumn(journal, scheme, change, column);
    return;
  }
  const rewriter = rewriterOf(change);
  for (const { table, row } of [...rowsNamed(journal.db, subjectOf(change))])
    journal.put(table, rewritten(rewriter, table, row));
}
