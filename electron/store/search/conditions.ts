import type { Fact, FactLiteral, Literal, TextPattern } from "../../../shared/search/query.ts";

/*
 * What a query says of spans, as SQL. Names are put in as parameters, which collect in a list.
 */

/** Parameters of one statement, each put in once more where it is used again. */
export interface Parameters {
  readonly values: Record<string, string | number>;
  /** Answers how the statement names it. */
  put(value: string | number): string;
}

export function createParameters(): Parameters {
  const values: Record<string, string | number> = {};
  return {
    values,
    put(value) {
      const name = `p${Object.keys(values).length}`;
      values[name] = value;
      return `@${name}`;
    },
  };
}

/** Names that the project knows, which a query's names stand for. */
export interface Names {
  labels(value: string, isPrefix: boolean): string[];
  entities(value: string, isPrefix: boolean): string[];
  kinds(value: string, isPrefix: boolean): string[];
  /** What spans say that has these words. */
  quotes(pattern: TextPattern): string[];
}

/** A table of which every row is a span, or leads to some, with what is known of it without its own row. */
export interface Source {
  from: string;
  label: string;
  layer: string;
  /** What holds of each row already. */
  literal: Literal;
  /** The span's id, where there is no alias `s` for its row. */
  span?: string;
  /** The kind of its entity, where the table has it. */
  kind?: string;
}

/** How a condition names what it asks of a span. */
type SpanColumns = Pick<Source, "label" | "span" | "kind">;
const ofRow = { label: "s.label", span: "s.id" };

/** Beyond this, values are put in as one list. One alone is as good as "=", which keeps an index's order. */
const mostSingly = 20;

/** A list for IN. */
function among(parameters: Parameters, values: readonly string[]): string {
  // Nothing is equal to NULL, and an index need not be gone through to know it.
  if (values.length === 0) return "(NULL)";
  if (values.length <= mostSingly) return `(${values.map(parameters.put).join(", ")})`;
  return `(SELECT value FROM json_each(${parameters.put(JSON.stringify(values))}))`;
}

/** The condition on a span `s` that a literal makes, as it stands or negated. */
export function spanCondition(
  literal: Literal,
  names: Names,
  parameters: Parameters,
  columns?: SpanColumns,
): string {
  const condition =
    literal.kind === "text"
      ? quoteCondition(literal.pattern, names, parameters)
      : factCondition(literal.fact, names, parameters, columns);
  return literal.isNegated ? `NOT coalesce(${condition}, 0)` : condition;
}

// The collation is that of the index, which has a word in any case at one place.
const quoteCondition = (pattern: TextPattern, names: Names, parameters: Parameters) =>
  `s.quote COLLATE NOCASE IN ${among(parameters, names.quotes(pattern))}`;

function factCondition(
  fact: Fact,
  names: Names,
  parameters: Parameters,
  { label, span = ofRow.span, kind }: SpanColumns = ofRow,
): string {
  const { name, value, isPrefix } = fact;
  switch (name) {
    case "label":
      return `${label} IN ${among(parameters, names.labels(value, isPrefix))}`;
    case "attr":
      return `EXISTS (SELECT 1 FROM span_attribute AS a WHERE a.span = ${span} AND ${valueCondition("a", fact, parameters)})`;
    case "field":
      return `EXISTS (SELECT 1 FROM span_field AS f WHERE f.span = ${span} AND ${valueCondition("f", fact, parameters)})`;
    case "entity":
      return isAny(fact)
        ? "s.entity IS NOT NULL"
        : `EXISTS (SELECT 1 FROM entity AS e WHERE e.id = s.entity AND e.name IN ${among(parameters, names.entities(value, isPrefix))})`;
    case "kind": {
      const kinds = among(parameters, names.kinds(value, isPrefix));
      return kind === undefined
        ? `EXISTS (SELECT 1 FROM entity AS e WHERE e.id = s.entity AND e.kind IN ${kinds})`
        : `${kind} IN ${kinds}`;
    }
    case "note":
      return noteCondition(fact, parameters);
    case "is":
      return stateConditions[value.toLowerCase()] ?? "1";
    default:
      return "1";
  }
}

const isAny = ({ value, isPrefix }: Fact) => value === "" && isPrefix;

const stateConditions: Readonly<Record<string, string>> = {
  marked: "1",
  linked: "s.entity IS NOT NULL",
  flagged: "s.flag <> ''",
  unsure: "s.unsure = 1",
};

// The first half lets a partial index serve.
function noteCondition(fact: Fact, parameters: Parameters): string {
  if (isAny(fact)) return "s.note <> ''";
  const wanted = parameters.put(fact.isPrefix ? `${fact.value}*` : fact.value);
  return `s.note <> '' AND has_words(s.note, ${wanted})`;
}

/** Whether a side table's row has the name, and the value that is wanted of it. */
function valueCondition(alias: string, fact: Fact, parameters: Parameters): string {
  const named = `${alias}.name = ${parameters.put(fact.value)}`;
  const { compare } = fact;
  if (compare === null) return named;
  if (compare.by !== "=") {
    // Every text is larger than every number, as SQLite has it.
    const isNumber = `typeof(${alias}.value) IN ('integer', 'real')`;
    return `${named} AND ${isNumber} AND ${alias}.value ${compare.by} ${parameters.put(Number(compare.to))}`;
  }
  if (fact.isPrefix)
    return `${named} AND ${alias}.value LIKE ${parameters.put(startOf(compare.to))} ESCAPE '\\'`;
  const number = compare.to.trim() === "" ? Number.NaN : Number(compare.to);
  const values = [compare.to, ...(Number.isFinite(number) ? [number] : [])];
  return `${named} AND ${alias}.value IN (${values.map(parameters.put).join(", ")})`;
}

/** Whether a column is the value, or begins with it, whatever the case. */
export function textCondition(column: string, { value, isPrefix }: Fact, parameters: Parameters) {
  const pattern = isPrefix ? startOf(value) : escaped(value);
  return `${column} LIKE ${parameters.put(pattern)} ESCAPE '\\'`;
}

const escaped = (text: string) => text.replace(/[\\%_]/g, "\\$&");
const startOf = (text: string) => `${escaped(text)}%`;

/** Where the spans of which a fact holds are looked up; null where no index leads to them. */
export function sourceOf(literal: Literal, names: Names, parameters: Parameters): Source | null {
  const spans = { label: "s.label", layer: "s.layer", literal };
  if (literal.kind === "text")
    return {
      ...spans,
      from: `span AS s WHERE ${quoteCondition(literal.pattern, names, parameters)}`,
    };
  return factSource(literal, spans, names, parameters);
}

function factSource(
  { fact }: FactLiteral,
  spans: Omit<Source, "from">,
  names: Names,
  parameters: Parameters,
): Source | null {
  switch (fact.name) {
    case "note": {
      const noted = noteCondition(fact, parameters);
      return { ...spans, from: `span AS s INDEXED BY span_note WHERE ${noted}` };
    }
    case "label":
      return { ...spans, from: `span AS s WHERE ${factCondition(fact, names, parameters)}` };
    case "attr":
    case "field":
      return sideSource(fact, spans.literal, parameters);
    case "entity": {
      if (isAny(fact)) return null;
      const named = among(parameters, names.entities(fact.value, fact.isPrefix));
      return {
        ...spans,
        from: `entity AS e CROSS JOIN span AS s ON s.entity = e.id WHERE e.name COLLATE NOCASE IN ${named}`,
      };
    }
    case "is":
      return stateSource(fact, spans);
    default:
      return null;
  }
}

/** The side tables name span, label and layer themselves. */
function sideSource(fact: Fact, literal: Literal, parameters: Parameters): Source {
  const isField = fact.name === "field";
  const table = isField ? "span_field" : "span_attribute";
  return {
    from: `${table} AS own WHERE ${valueCondition("own", fact, parameters)}`,
    ...(isField && { kind: "own.kind" }),
    label: "own.label",
    layer: "own.layer",
    span: "own.span",
    literal,
  };
}

/** The spans of a layer by an index of their entities' kinds, where a literal wants one; null where none does. */
export function kindSource(
  literals: readonly Literal[],
  names: Names,
  parameters: Parameters,
): Pick<Source, "from" | "literal"> | null {
  for (const literal of literals) {
    if (literal.kind === "text" || literal.fact.name !== "kind" || literal.isNegated) continue;
    const kinds = among(parameters, names.kinds(literal.fact.value, literal.fact.isPrefix));
    const from = `entity AS of_kind CROSS JOIN span AS s ON s.entity = of_kind.id
      WHERE of_kind.layer = layer.id AND of_kind.kind IN ${kinds}`;
    return { from, literal };
  }
  return null;
}

/**
 * The layers with a span that speaks of a kind, by the index of kinds alone; null where it is not all
 * that is asked of the span.
 */
export function layersOfKind(
  [literal, ...others]: readonly Literal[],
  names: Names,
  parameters: Parameters,
): string | null {
  if (literal?.kind !== "fact" || literal.isNegated || others.length > 0) return null;
  const { name, value, isPrefix } = literal.fact;
  if (name !== "kind") return null;
  return `SELECT DISTINCT layer FROM entity INDEXED BY entity_kind
    WHERE kind IN ${among(parameters, names.kinds(value, isPrefix))}
      AND id NOT IN (SELECT entity FROM bare_entity)`;
}

function stateSource({ value }: Fact, spans: Omit<Source, "from">): Source | null {
  if (value.toLowerCase() === "flagged") return { ...spans, from: "span AS s WHERE s.flag <> ''" };
  if (value.toLowerCase() === "unsure")
    return { ...spans, from: "span AS s INDEXED BY span_unsure WHERE s.unsure = 1" };
  return null;
}
