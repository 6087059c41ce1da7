import type { Entity, Id, Relation, Span } from "../model/annotation.ts";
import type { Attributes } from "../model/attributes.ts";
import type { Scheme } from "../model/scheme.ts";
import { type Definitions, definitionsOf, type ValueProblem, valueProblems } from "./values.ts";

/** Where an annotation, or what is said of a report, does not keep to the scheme. */
interface RuleProblem {
  /** The attribute, field or report label; null where it is the annotation's own label, kind or end. */
  attribute: string | null;
  rule: ValueProblem["rule"] | "end";
  /** For people, with its full stop. */
  sentence: string;
}

/** What spans are labelled and entities are, by identifier; undefined for what is not there. */
type TypeOf = (id: Id) => string | undefined;

/** Checks one thing at a time, so that only what changed need be checked again. */
export interface RuleChecker {
  span(span: Span): RuleProblem[];
  entity(entity: Entity): RuleProblem[];
  relation(relation: Relation, typeOf: TypeOf): RuleProblem[];
  /** Labels of a whole report. */
  report(labels: Attributes): RuleProblem[];
}

/** A checker for a scheme; making one reads the scheme once. */
export function ruleChecker(scheme: Scheme): RuleChecker {
  const labels = new Set(scheme.labels.map(({ name }) => name));
  const attributes = definitionsOf("attribute", scheme.attributes);
  const reportLabels = definitionsOf("report label", scheme.reportLabels);
  const relations = new Map(scheme.relations.map((relation) => [relation.name, relation]));
  const fields = new Map(
    scheme.kinds.map(({ name, fields }) => [name, definitionsOf("field", fields)]),
  );
  return {
    span: ({ label, attributes: values }) => [
      ...(labels.has(label) ? [] : [unknown("label", label)]),
      ...told(attributes, values, label),
    ],
    entity({ kind, fields: values }) {
      const known = fields.get(kind);
      return known ? told(known, values) : [unknown("kind", kind)];
    },
    relation({ label, from, to }, typeOf) {
      const known = relations.get(label);
      if (!known) return [unknown("relation", label)];
      return [
        ...endProblem(label, "begin at", typeOf(from), known.from),
        ...endProblem(label, "lead to", typeOf(to), known.to),
      ];
    },
    report: (values) => told(reportLabels, values),
  };
}

const unknown = (what: string, name: string): RuleProblem => ({
  attribute: null,
  rule: "unknown",
  sentence: `The scheme has no ${what} “${name}”.`,
});

function told(definitions: Definitions, values: Attributes, owner?: string): RuleProblem[] {
  return valueProblems(definitions, values, owner ?? null).map(({ attribute, rule, sentence }) => ({
    attribute,
    rule,
    sentence: `${sentence}.`,
  }));
}

/** An empty list allows all. */
function endProblem(
  label: string,
  word: string,
  type: string | undefined,
  allowed: readonly string[],
): RuleProblem[] {
  if (type === undefined || allowed.length === 0 || allowed.includes(type)) return [];
  const sentence = `The relation “${label}” must not ${word} a “${type}”.`;
  return [{ attribute: null, rule: "end", sentence }];
}
