import { fullTextQuery } from "../../../shared/search/full-text.ts";
import {
  type Fact,
  type FactLiteral,
  factsOf,
  type Group,
  hitsOf,
  isSpanFact,
  type Literal,
  textsOf,
} from "../../../shared/search/query.ts";
import type { ReadDb } from "../database.ts";
import {
  createParameters,
  kindSource,
  layersOfKind,
  type Names,
  type Parameters,
  type Source,
  sourceOf,
  spanCondition,
  textCondition,
} from "./conditions.ts";

/** What a group is looked for in: everybody's layers that it may speak of. */
export interface Scope {
  annotators: readonly string[];
  names: Names;
}

/** A statement that answers the numbers of reports, in order. */
export interface Statement {
  sql: string;
  values: Record<string, string | number>;
}

/**
 * Reports in which a group may have hits, by indexes alone. Those of words and facts are exact; what
 * has to be looked at in the text itself is left to `hits.ts`. @see isExact
 */
export function candidatesStatement(db: ReadDb, group: Group, scope: Scope): Statement {
  const parameters = createParameters();
  const conditions = [
    "report.state = 'present'",
    ...textConditions(group, parameters),
    ...factsOf(group, isReportFact).map((literal) => reportCondition(literal, scope, parameters)),
    ...layerConditions(db, group, scope, parameters),
  ];
  const sql = `SELECT report.number FROM report INDEXED BY report_place
    WHERE ${conditions.join("\n    AND ")} ORDER BY report.number`;
  return { sql, values: parameters.values };
}

/** Whether every candidate has a hit. */
export function isExact(group: Group): boolean {
  if (factsOf(group, ({ name }) => name === "section").length > 0) return false;
  return hitsOf(group) !== "text" || factsOf(group, isMarkFact).length === 0;
}

const isReportFact = (fact: Fact) => !isSpanFact(fact) && fact.name !== "section";
/** What spans are asked for; by whom they are is the scope. */
export const isMarkFact = (fact: Fact) => isSpanFact(fact) && fact.name !== "by";

function textConditions(group: Group, parameters: Parameters): string[] {
  // Words beside facts of spans are looked for in what the spans say.
  if (hitsOf(group) === "spans") return [];
  const found = (query: string) =>
    `(SELECT rowid FROM report_search WHERE report_search MATCH ${parameters.put(query)})`;
  const literals = textsOf(group);
  const wanted = literals.filter(({ isNegated }) => !isNegated);
  const unwanted = literals.filter(({ isNegated }) => isNegated);
  const all = wanted.map(({ pattern }) => `(${fullTextQuery(pattern)})`).join(" AND ");
  return [
    ...(all === "" ? [] : [`report.number IN ${found(all)}`]),
    ...unwanted.map(({ pattern }) => `report.number NOT IN ${found(fullTextQuery(pattern))}`),
  ];
}

function reportCondition(
  { fact, isNegated }: FactLiteral,
  scope: Scope,
  parameters: Parameters,
): string {
  const condition = positiveReportCondition(fact, scope, parameters);
  return isNegated ? `NOT (${condition})` : condition;
}

function positiveReportCondition(fact: Fact, scope: Scope, parameters: Parameters): string {
  const { name, value, isPrefix } = fact;
  switch (name) {
    case "status":
      return statusCondition(value.toLowerCase(), scope, parameters);
    case "case":
      return textCondition("report.case_name", fact, parameters);
    case "title":
      return `has_words(report.title, ${parameters.put(isPrefix ? `${value}*` : value)})`;
    case "text":
      return `report.number IN (SELECT rowid FROM report_search WHERE report_search MATCH ${parameters.put(fullTextQuery(value, isPrefix))})`;
    default:
      return "1";
  }
}

/**
 * In the layers that are searched: of any of these people. The plus keeps SQLite from looking up each
 * pair of a report with the words and one with the status, which are millions.
 */
function statusCondition(status: string, { annotators }: Scope, parameters: Parameters): string {
  const of = annotators.map((annotator) => {
    const whose = `annotator = ${parameters.put(annotator)}`;
    return status === "new"
      ? `+report.id NOT IN (SELECT report FROM layer WHERE ${whose})`
      : `+report.id IN (SELECT report FROM layer WHERE ${whose} AND status = ${parameters.put(status)})`;
  });
  return of.length === 0 ? "0" : `(${of.join(" OR ")})`;
}

/** Whether the layers that are searched have, or lack, spans as the group wants them. */
function layerConditions(db: ReadDb, group: Group, scope: Scope, parameters: Parameters): string[] {
  const facts = factsOf(group, isMarkFact);
  const isIn = (layers: string) => layerIsIn(layers, scope, parameters);
  switch (hitsOf(group)) {
    case "spans":
      return [isIn(layersOf(db, [...facts, ...textsOf(group)], scope, parameters))];
    case "reports":
      return facts.map((literal) => {
        const having = layersOf(db, [{ ...literal, isNegated: false }], scope, parameters);
        return `NOT (${isIn(having)})`;
      });
    default:
      return [];
  }
}

function layerIsIn(layers: string, { annotators }: Scope, parameters: Parameters): string {
  const [only, ...others] = annotators;
  if (only === undefined) return "0";
  // A layer is named by its report and its annotator, so that its row need not be read.
  if (others.length === 0) return `report.id || ${parameters.put(`/${only}`)} IN (${layers})`;
  const people = parameters.put(JSON.stringify(annotators));
  // A report's identifier has no slash.
  const slash = "instr(found.layer, '/')";
  return `+report.id IN (SELECT substr(found.layer, 1, ${slash} - 1) FROM (${layers}) AS found
    WHERE substr(found.layer, ${slash} + 1) IN (SELECT value FROM json_each(${people})))`;
}

/** The layers that have a span of which all of these facts hold. */
function layersOf(
  db: ReadDb,
  literals: readonly Literal[],
  { names, annotators }: Scope,
  parameters: Parameters,
): string {
  const ofKind = layersOfKind(literals, names, parameters);
  if (ofKind !== null) return ofKind;
  const source = smallestSource(db, literals, names, parameters);
  if (source === null) return layersAlone(literals, names, annotators, parameters);
  const others = literals.filter((literal) => literal !== source.literal);
  if (source.span === undefined || others.every((other) => isBeside(source, other))) {
    const conditions = others.map((other) => spanCondition(other, names, parameters, source));
    // An index in the order of layers skips those it has had; elsewhere IN does that by itself.
    const distinct = isOfLabel(source.literal) ? "DISTINCT" : "";
    return `SELECT ${distinct} ${source.layer} AS layer FROM ${source.from} ${and(conditions)}`;
  }
  const conditions = others.map((other) => spanCondition(other, names, parameters));
  const from = source.from.replace(" WHERE ", " CROSS JOIN span AS s ON s.id = own.span WHERE ");
  return `SELECT own.layer AS layer FROM ${from} ${and(conditions)}`;
}

/** Layer by layer, where no index leads to the spans themselves. */
function layersAlone(
  literals: readonly Literal[],
  names: Names,
  annotators: readonly string[],
  parameters: Parameters,
): string {
  const people = parameters.put(JSON.stringify(annotators));
  const ofKind = kindSource(literals, names, parameters);
  const conditions = literals
    .filter((literal) => literal !== ofKind?.literal)
    .map((literal) => spanCondition(literal, names, parameters));
  // Named so, a layer is known by an index alone.
  return `SELECT layer.id AS layer
    FROM (SELECT report || '/' || annotator AS id FROM layer
          WHERE annotator IN (SELECT value FROM json_each(${people}))) AS layer
    WHERE EXISTS (SELECT 1 FROM ${ofKind?.from ?? "span AS s WHERE s.layer = layer.id"} ${and(conditions)})`;
}

/** What a side table of values can say without the span's row. */
function isBeside({ kind }: Source, literal: Literal): boolean {
  if (literal.kind === "text") return false;
  const { name } = literal.fact;
  return ["label", "attr", "field"].includes(name) || (name === "kind" && kind !== undefined);
}

const isOfLabel = (literal: Literal) => literal.kind === "fact" && literal.fact.name === "label";

const and = (conditions: readonly string[]) =>
  conditions.map((condition) => `AND ${condition}`).join(" ");

/** Beyond this many rows, one way to look spans up is as good as another. */
const mostCounted = 20_000;

/** Of the ways to look up what is asked, the one with the fewest rows; null when there is none. */
function smallestSource(
  db: ReadDb,
  literals: readonly Literal[],
  names: Names,
  parameters: Parameters,
): Source | null {
  const sources = literals
    .filter(({ isNegated }) => !isNegated)
    .map((literal) => sourceOf(literal, names, parameters))
    .filter((source) => source !== null);
  if (sources.length < 2) return sources[0] ?? null;
  const sized = sources.map((source) => ({ source, rows: rowsOf(db, source, parameters) }));
  const first = sized.toSorted(
    (a, b) => a.rows - b.rows || costBeside(a.source) - costBeside(b.source),
  );
  return first[0]?.source ?? null;
}

/**
 * What looking up all else costs, where there are as many rows. A table of values needs no row of a
 * span; and far fewer spans have attributes than fields, so that those are found in half the time.
 */
function costBeside({ span, kind }: Source): number {
  if (span === undefined) return 2;
  return kind === undefined ? 1 : 0;
}

function rowsOf(db: ReadDb, { from }: Source, parameters: Parameters): number {
  const row = db
    .prepare<unknown[], { rows: number }>(
      `SELECT count(*) AS rows FROM (SELECT 1 FROM ${from} LIMIT ${mostCounted})`,
    )
    .get(parameters.values);
  return row?.rows ?? 0;
}
