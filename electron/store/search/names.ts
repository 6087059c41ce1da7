import { deidentifier } from "../../../shared/deidentify/layer.ts";
import { getOrMake } from "../../../shared/get-or-make.ts";
import type { Scheme } from "../../../shared/model/scheme.ts";
import { patternOf, phraseOf } from "../../../shared/search/parse.ts";
import { type Fact, factsOf, type Group, type TextPattern } from "../../../shared/search/query.ts";
import { hasPattern } from "../../../shared/search/words.ts";
import type { ReadDb } from "../database.ts";
import { readScheme } from "../scheme/schemes.ts";
import type { Scope } from "./candidates.ts";
import type { Names } from "./conditions.ts";

/** The layers that a group speaks of: the current annotator's, unless it says by whom. */
export function scopeOf(db: ReadDb, group: Group, me: string): Scope {
  const by = factsOf(group, ({ name }) => name === "by");
  return {
    annotators: by.length === 0 ? [me] : chosenAnnotators(db, by, me),
    names: namesOf(db),
  };
}

function chosenAnnotators(
  db: ReadDb,
  by: readonly { fact: Fact; isNegated: boolean }[],
  me: string,
): string[] {
  return everybody(db).filter((name) =>
    by.every(({ fact, isNegated }) => isMeant(fact, name, me) !== isNegated),
  );
}

function isMeant({ value, isPrefix }: Fact, name: string, me: string): boolean {
  const wanted = value.toLowerCase();
  if (["anyone", "everybody", "all"].includes(wanted)) return true;
  return wanted === "me" ? name === me : isNamed(name, value, isPrefix);
}

/** Also those whose reports are out of the project. */
const everybody = (db: ReadDb) =>
  distinct(db, "layer", "annotator").filter((annotator) => annotator !== deidentifier);

/** By the index alone, from each value to the next. */
function distinct(
  db: ReadDb,
  table: "layer" | "span" | "entity",
  column: "annotator" | "label" | "kind",
): string[] {
  return db
    .prepare<[], { value: string }>(
      `WITH RECURSIVE known (value) AS (
         SELECT min(${column}) FROM ${table}
         UNION ALL
         SELECT (SELECT min(${column}) FROM ${table} WHERE ${column} > known.value)
         FROM known WHERE known.value IS NOT NULL)
       SELECT value FROM known WHERE value IS NOT NULL`,
    )
    .all()
    .map(({ value }) => value);
}

/** Each is looked up once for a search, and not for each report again. */
function namesOf(db: ReadDb): Names {
  return {
    kinds: once((value: string, isPrefix: boolean) => kindsMeant(db, value, isPrefix)),
    labels: once((value: string, isPrefix: boolean) => labelsMeant(db, value, isPrefix)),
    entities: once((value: string, isPrefix: boolean) =>
      namesWith(db, "entity", patternOf([{ ...phraseOf(value), isPrefix }])),
    ),
    quotes: once((pattern: TextPattern) => namesWith(db, "quote", pattern)),
  };
}

function once<Asked extends unknown[]>(look: (...asked: Asked) => string[]) {
  const known = new Map<string, string[]>();
  return (...asked: Asked) => getOrMake(known, JSON.stringify(asked), () => look(...asked));
}

/** A label is meant with all below it in the scheme. */
function labelsMeant(db: ReadDb, value: string, isPrefix: boolean): string[] {
  const { scheme } = readScheme(db);
  const known = new Set([
    ...scheme.labels.map(({ name }) => name),
    ...distinct(db, "span", "label"),
  ]);
  const named = [...known].filter((name) => isNamed(name, value, isPrefix));
  return withChildren(scheme, named);
}

function kindsMeant(db: ReadDb, value: string, isPrefix: boolean): string[] {
  return distinct(db, "entity", "kind").filter((kind) => isNamed(kind, value, isPrefix));
}

function isNamed(name: string, value: string, isPrefix: boolean): boolean {
  const [known, wanted] = [name.toLowerCase(), value.toLowerCase()];
  return isPrefix ? known.startsWith(wanted) : known === wanted;
}

function withChildren({ labels }: Scheme, named: readonly string[]): string[] {
  const meant = new Set(named);
  // A set is walked on while it grows.
  for (const name of meant)
    for (const label of labels) if (label.parent === name) meant.add(label.name);
  return [...meant];
}

/** What entities are called, or spans say, that has the words as a text has them. */
function namesWith(db: ReadDb, of: "entity" | "quote", pattern: TextPattern): string[] {
  return namesLike(db, of, pattern).filter((name) => hasPattern(name, pattern));
}

const named = {
  entity: "SELECT DISTINCT name FROM entity INDEXED BY entity_name WHERE name LIKE ?",
  quote: "SELECT DISTINCT quote AS name FROM span INDEXED BY span_quote WHERE quote LIKE ?",
};

/** By the index alone; what is not plain ASCII may be written with or without its diacritics. */
function namesLike(db: ReadDb, of: "entity" | "quote", { phrases }: TextPattern): string[] {
  const longest = phrases
    .flatMap(({ words }) => words)
    .reduce((best, word) => (word.length > best.length ? word : best), "");
  const part = /^[a-z0-9]+$/.test(longest) ? `%${longest}%` : "%";
  return db
    .prepare<[string], { name: string }>(named[of])
    .all(part)
    .map(({ name }) => name);
}

/** Some names that begin so, or have a word that does, for completing a query. */
export function namesStarting(
  db: ReadDb,
  of: "entity" | "by" | "case",
  start: string,
  most = 20,
): string[] {
  if (of === "by") return everybody(db).filter((name) => begins(name, start));
  const [table, column] = of === "entity" ? ["entity", "name"] : ["report", "case_name"];
  const words = start.replace(/[\\%_]/g, "\\$&");
  return db
    .prepare<unknown[], { name: string }>(
      `SELECT ${column} AS name FROM ${table}
       WHERE ${column} LIKE @begins ESCAPE '\\' OR ${column} LIKE @within ESCAPE '\\'
       GROUP BY ${column} COLLATE NOCASE LIMIT ${most}`,
    )
    .all({ begins: `${words}%`, within: `% ${words}%` })
    .map(({ name }) => name);
}

const begins = (name: string, start: string) => name.toLowerCase().startsWith(start.toLowerCase());

const prepared = new WeakSet<ReadDb>();

/** Teaches the connection `has_words(text, words)`, which compares words as the search in texts does. */
export function teachWords(db: ReadDb): void {
  if (prepared.has(db)) return;
  prepared.add(db);
  db.function("has_words", { deterministic: true }, (text, words) =>
    Number(hasPattern(String(text), patternOf([phraseOf(String(words))]))),
  );
}
