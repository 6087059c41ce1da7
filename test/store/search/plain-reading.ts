import type { ReadDb } from "../../../electron/store/database.ts";
import { readLayer } from "../../../electron/store/layers.ts";
import { listReportIds, readReport } from "../../../electron/store/reports.ts";
import { readScheme } from "../../../electron/store/scheme/schemes.ts";
import type { Entity, Span } from "../../../shared/model/annotation.ts";
import type { Attributes } from "../../../shared/model/attributes.ts";
import { parseQuery, patternOf, phraseOf } from "../../../shared/search/parse.ts";
import type { Fact, Group, Literal } from "../../../shared/search/query.ts";
import { hasPattern } from "../../../shared/search/words.ts";

/** One span with all that a query can ask of it. */
interface Seen {
  span: Span;
  entity: Entity | undefined;
  annotator: string;
  status: string;
  text: string;
}

/**
 * The spans that a query finds, report by report, by reading every layer and asking each literal of
 * each span: slow, and without an index. Its groups must each have a fact that a span has.
 */
export function readPlainly(db: ReadDb, query: string, me: string, people: string[]): string[] {
  const { groups } = parseQuery(query);
  return listReportIds(db).flatMap((report) => {
    const { text } = readReport(db, report);
    const seen = people.flatMap((annotator) => {
      const { spans, entities, status } = readLayer(db, report, annotator);
      return spans.map((span): Seen => {
        const entity = entities.find(({ id }) => id === span.entity);
        return { span, entity, annotator, status, text };
      });
    });
    return seen
      .filter((one) => groups.some((group) => holds(db, group, one, me)))
      .map(({ span }) => span.id)
      .sort();
  });
}

function holds(db: ReadDb, group: Group, seen: Seen, me: string): boolean {
  const isBy = (literal: Literal) => literal.kind === "fact" && literal.fact.name === "by";
  const whose = group.some(isBy) || seen.annotator === me;
  return whose && group.every((literal) => says(db, literal, seen, me) !== literal.isNegated);
}

function says(db: ReadDb, literal: Literal, seen: Seen, me: string): boolean {
  if (literal.kind === "text") return hasPattern(seen.span.quote, literal.pattern);
  const { fact } = literal;
  const { span, entity, annotator, status, text } = seen;
  const isAny = fact.value === "" && fact.isPrefix;
  switch (fact.name) {
    case "label":
      return withParents(db, span.label).some((label) => isNamed(label, fact));
    case "kind":
      return entity !== undefined && isNamed(entity.kind, fact);
    case "entity":
      return entity !== undefined && (isAny || hasWords(entity.name, fact));
    case "attr":
      return hasValue(span.attributes, fact);
    case "field":
      return hasValue(entity?.fields ?? {}, fact);
    case "note":
      return isAny ? span.note !== "" : hasWords(span.note, fact);
    case "is":
      return { marked: true, linked: entity !== undefined, unsure: span.unsure === true }[
        fact.value
      ] as boolean; // the queries of the test ask for these three
    case "by":
      return (
        fact.value === "anyone" ||
        (fact.value === "me" ? annotator === me : isNamed(annotator, fact))
      );
    case "status":
      return status === fact.value;
    case "text":
      return hasWords(text, fact);
    default:
      throw new RangeError(`the plain reading does not know ${fact.name}`);
  }
}

function withParents(db: ReadDb, label: string): string[] {
  const parent = readScheme(db).scheme.labels.find(({ name }) => name === label)?.parent;
  return parent ? [label, ...withParents(db, parent)] : [label];
}

function isNamed(name: string, { value, isPrefix }: Fact): boolean {
  const [known, wanted] = [name.toLowerCase(), value.toLowerCase()];
  return isPrefix ? known.startsWith(wanted) : known === wanted;
}

const hasWords = (text: string, { value, isPrefix }: Fact) =>
  hasPattern(text, patternOf([{ ...phraseOf(value), isPrefix }]));

function hasValue(values: Attributes, { value, isPrefix, compare }: Fact): boolean {
  const known = Object.entries(values).find(([name]) => name.toLowerCase() === value.toLowerCase());
  if (!known || compare === null) return known !== undefined;
  return [known[1]].flat().some((one) => {
    if (compare.by === ">") return typeof one === "number" && one > Number(compare.to);
    const [said, wanted] = [String(one).toLowerCase(), compare.to.toLowerCase()];
    return isPrefix ? said.startsWith(wanted) : said === wanted;
  });
}
