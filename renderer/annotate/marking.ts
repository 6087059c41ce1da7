import type { SpanDraft } from "../../shared/contract/annotations.ts";
import type { Entity, Id, Span, TextRange } from "../../shared/model/annotation.ts";
import type { Attributes, AttributeValue } from "../../shared/model/attributes.ts";
import type { AttributeDefinition, Scheme } from "../../shared/model/scheme.ts";
import { hullOf, quoteOf } from "../../shared/text/offsets.ts";
import { endOf, startOf } from "../state/report-index.ts";
import type { Offer, ReportState } from "../state/report-state.ts";
import { likelyEntities } from "./suggestions/likely-entities.ts";

export type Suggestions = Offer["suggestions"];

/** The span to make of a range, and the entities to offer for it; with none to offer it gets a new one at once. */
export function planMark(
  state: ReportState,
  scheme: Scheme,
  label: string,
  range: TextRange,
): { draft: SpanDraft; suggestions: Suggestions } {
  const quote = quoteOf(state.report.text, [range]);
  const kind = kindOf(scheme, label);
  const suggestions = kind === null ? [] : suggestionsFor(state, kind, quote, range);
  const entity = kind !== null && suggestions.length === 0 ? "new" : null;
  return { draft: { label, ranges: [range], quote, entity, attributes: {} }, suggestions };
}

/** What to link a span to that has none after it got another label. */
export function planRelink(
  state: ReportState,
  scheme: Scheme,
  span: Span,
): { entity: "new" | null; suggestions: Suggestions } {
  const kind = kindOf(scheme, span.label);
  if (kind === null || span.entity !== null) return { entity: null, suggestions: [] };
  const suggestions = suggestionsFor(state, kind, span.quote, hullOf(span.ranges));
  return { entity: suggestions.length === 0 ? "new" : null, suggestions };
}

/** Entities of the report that these words may mean, best first. */
function suggestionsFor(
  state: ReportState,
  kind: string,
  quote: string,
  range: TextRange,
): Suggestions {
  return likelyEntities(state, quote, range).get(kind) ?? [];
}

/** The kind of entity that spans of this label speak of; null for none. */
export function kindOf(scheme: Scheme, label: string): string | null {
  return scheme.labels.find(({ name }) => name === label)?.kind ?? null;
}

/** The attributes that spans of this label may have. */
export function attributesOn(scheme: Scheme, label: string): readonly AttributeDefinition[] {
  return scheme.attributes.filter(({ on }) => on.length === 0 || on.includes(label));
}

/** The attributes with one of them set, or taken away where the value is null. */
export function withAttribute(
  attributes: Attributes,
  name: string,
  value: AttributeValue | null,
): Attributes {
  const { [name]: _old, ...rest } = attributes;
  return value === null ? rest : { ...attributes, [name]: value };
}

/** An entity's fields in one line, as an immunohistochemistry table has them: "positive · diffuse · 90 % · IHC". */
export function fieldLine(entity: Entity, definitions: readonly AttributeDefinition[]): string {
  const known = definitions.filter(({ name }) => Object.hasOwn(entity.fields, name));
  const others = Object.keys(entity.fields).filter((key) =>
    known.every(({ name }) => name !== key),
  );
  const parts = [
    ...known.map(({ name, unit }) => valueText(name, entity.fields[name], unit)),
    ...others.map((name) => valueText(name, entity.fields[name], "")),
    ...entity.codes.map(({ code }) => code),
  ];
  return parts.filter((part) => part !== "").join(" · ");
}

/** One value for people; a flag that is set is its own name. */
export function valueText(name: string, value: AttributeValue | undefined, unit: string): string {
  if (value === undefined) return "";
  if (value === true) return name;
  if (Array.isArray(value)) return value.join(", ");
  return unit === "" ? String(value) : `${value} ${unit}`;
}

/** The span before or after the active one in reading order; once the caret went elsewhere, before or after the caret. */
export function neighbour(
  order: readonly Span[],
  active: Id | null,
  caret: number,
  step: 1 | -1,
): Span | null {
  const at = active === null ? -1 : order.findIndex(({ id }) => id === active);
  const span = order[at];
  if (span && startOf(span) <= caret && caret <= endOf(span)) return order[at + step] ?? null;
  const after = order.findIndex((span) => startOf(span) >= caret);
  const next = after < 0 ? order.length : after;
  return order[step === 1 ? next : next - 1] ?? null;
}
