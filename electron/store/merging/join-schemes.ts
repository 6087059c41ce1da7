import { reservedKeys } from "../../../shared/commands.ts";
import type { MergeReport } from "../../../shared/merge/report.ts";
import { changesBetween } from "../../../shared/merge/schemes.ts";
import { Scheme, type SchemeAdditions, schemeLists } from "../../../shared/model/scheme.ts";
import { addToScheme } from "../../../shared/scheme/add-to-scheme.ts";
import { checkScheme } from "../../../shared/scheme/check-scheme.ts";
import { schemeDifferences } from "../../../shared/scheme/compare.ts";
import { changeInWords, subjectInWords } from "../../../shared/scheme/rewrite-changes.ts";
import type { usageCollector } from "../../../shared/scheme/usage.ts";
import type { WriteDb } from "../database.ts";
import type { Author } from "../history.ts";
import type { Journal } from "../journal.ts";
import { isAnnotationTable, noAnnotations, putInto } from "../rows.ts";
import { putScheme, readScheme } from "../scheme/schemes.ts";
import type { SchemeLine } from "../versions/scheme-line.ts";
import type { MetResult } from "./merge-report.ts";
import type { PackageSource } from "./source.ts";

/** Keeps how the package's schemes came of each other, so that what counts in them can be read. */
export function keepSchemes(db: WriteDb, { scheme }: PackageSource): void {
  const insert = db.prepare(
    `INSERT INTO carried_scheme (sha256, base, changes) VALUES (@to, @from, @changes)
     ON CONFLICT DO NOTHING`,
  );
  for (const { from, to, changes } of scheme.edges)
    insert.run({ from, to, changes: JSON.stringify(changes) });
}

/** Says how the package's scheme and the one here differ. */
export function driftOf(
  here: Scheme,
  line: SchemeLine,
  { manifest, scheme: { scheme: there } }: PackageSource,
): Omit<MergeReport["scheme"], "taken"> {
  const from = manifest.scheme.sha256;
  const isSame = from === line.now;
  const changes = changesBetween(line.edges, from, line.now);
  return {
    isSame,
    followed: (changes ?? []).filter(({ do: what }) => what !== "move").map(changeInWords),
    added: [],
    differences: isSame ? [] : schemeDifferences(here, Scheme.parse(there)),
  };
}

/** Notes what rows that came in use of a scheme. */
export function noteUsage(usage: ReturnType<typeof usageCollector>, rows: MetResult["put"]): void {
  const found = noAnnotations();
  for (const { table, row } of rows) if (isAnnotationTable(table)) putInto(found, table, row);
  const labels = rows
    .filter(({ table }) => table === "layer")
    .map(({ row }) => JSON.parse(String(row.labels)));
  const layer = { annotator: "", status: "open", source: null, ...found } as const;
  usage.add({ layers: [{ ...layer, labels: {} }] });
  for (const one of labels) usage.add({ layers: [{ ...layer, ...noAnnotations(), labels: one }] });
}

/** Adds to the scheme what came in and it does not have, as the package defines it; answers it in words. */
export function addUsed(
  journal: Journal,
  author: Author,
  usage: ReturnType<typeof usageCollector>,
  { file, scheme: { scheme: there } }: PackageSource,
): string[] {
  const { scheme } = readScheme(journal.db);
  const additions = usage.additions(scheme);
  if (!additions) return [];
  const defined = asDefined(additions, there);
  const widened = addToScheme(scheme, defined, reservedKeys);
  // What would break a rule of the scheme stays out of it, and is shown as work that does not keep to it.
  if (checkScheme(widened).length > 0) return [];
  putScheme(journal, author, widened, { summary: `added what came with “${file}”` });
  return namesOf(scheme, defined);
}

/** What is used and not known, by the definitions of the scheme that it came with. */
function asDefined(additions: SchemeAdditions, there: Scheme): SchemeAdditions {
  const defined = <One extends { name: string }>(used: One[], known: readonly One[]) =>
    used.map((one) => known.find(({ name }) => name === one.name) ?? one);
  return {
    labels: defined(additions.labels, there.labels),
    kinds: defined(additions.kinds, there.kinds),
    attributes: defined(additions.attributes, there.attributes),
    relations: defined(additions.relations, there.relations),
    events: defined(additions.events, there.events),
    groups: defined(additions.groups, there.groups),
    reportLabels: defined(additions.reportLabels, there.reportLabels),
  };
}

function namesOf(before: Scheme, additions: SchemeAdditions): string[] {
  return schemeLists.flatMap((list) =>
    additions[list].map(({ name }) => {
      const isKnown = before[list].some((one) => one.name === name);
      return `${subjectInWords({ list, of: null, name })}${isKnown ? ", with more values" : ""}`;
    }),
  );
}
