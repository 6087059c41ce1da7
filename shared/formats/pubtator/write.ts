import type { Entity, Span } from "../../model/annotation.ts";
import type { AnnotatedDocument } from "../../model/document.ts";
import { countsIn, hullOf } from "../../text/offsets.ts";
import { identifiersText } from "../bioc/identifiers.ts";
import type { WriteOptions } from "../format.ts";
import { columnOf, identifierOf, inColumn } from "./columns.ts";
import { partsOf } from "./parts.ts";

/** A fitted document as the lines of its block, with the empty line behind it. */
export function writePubTator(
  { name, text, layers: [layer] }: AnnotatedDocument,
  { offsets }: WriteOptions,
): string {
  const id = identifierOf(name);
  const { title, abstract } = partsOf(text);
  const { fromUnit } = countsIn(text, offsets === "native" ? "codepoint" : offsets);
  const entities = new Map(layer?.entities.map((entity) => [entity.id, entity]));
  const spans = (layer?.spans ?? []).toSorted(byPlace).map((span) => {
    const { start, end } = hullOf(span.ranges);
    return [id, fromUnit(start), fromUnit(end), ...columnsOf(span, entities)];
  });
  const codesOf = (entity = "") => identifiersText(entities.get(entity)?.codes ?? [], "", "bare");
  const relations = (layer?.relations ?? []).map(({ label, from, to, attributes }) => {
    const column = columnOf(attributes);
    return [id, label, codesOf(from), codesOf(to), ...(column === null ? [] : [column.text])];
  });
  const lines = [...spans, ...relations].map((columns) => `${columns.join("\t")}\n`);
  return [`${id}|t|${title}\n`, `${id}|a|${abstract}\n`, ...lines, "\n"].join("");
}

function byPlace(a: Span, b: Span): number {
  const [one, two] = [hullOf(a.ranges), hullOf(b.ranges)];
  return one.start - two.start || one.end - two.end;
}

function columnsOf(
  { label, quote, entity, attributes }: Span,
  entities: ReadonlyMap<string, Entity>,
): string[] {
  const codes = entities.get(entity ?? "")?.codes ?? [];
  const column = columnOf(attributes);
  // BC5CDR writes -1 where a mention has no identifier.
  const identifiers = codes.length === 0 ? "-1" : identifiersText(codes, label, "bare");
  return [inColumn(quote), label, identifiers, ...(column === null ? [] : [column.text])];
}
