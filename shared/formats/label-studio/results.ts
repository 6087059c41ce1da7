import type { Source } from "../../extract/source.ts";
import type { Attributes, AttributeValue } from "../../model/attributes.ts";
import type { CountedWarnings } from "../reading/counted-warnings.ts";
import {
  emptyLayer,
  type GivenAnnotation,
  type GivenLayer,
  type GivenRelation,
} from "../reading/given-layers.ts";
import { isRecord } from "../reading/json-lines.ts";
import { labelIn, offsetIn } from "../reading/json-values.ts";
import type { Json } from "./task.ts";
import { valueIn } from "./values.ts";

interface Reading {
  source: Source;
  warnings: CountedWarnings;
  /** The text as it is in the file. */
  raw: string;
}

/** A stretch of the text with everything that results say of it. */
interface Region {
  id: string;
  labels: unknown[];
  value: Json;
  attributes: Attributes;
  note: string;
}

/** An annotation's results as a layer: regions joined by their id, relations, and what is about the whole text. */
export function layerOfResults(
  results: readonly Json[],
  annotator: string,
  where: string,
  reading: Reading,
): GivenLayer {
  const { warnings } = reading;
  const regions = regionsIn(results);
  const labels: Attributes = {};
  const relations: GivenRelation[] = [];
  for (const [at, result] of results.entries()) {
    const place = `${where}, result ${at + 1}`;
    if (result.type === "relation") relations.push(...relationsIn(result, place, warnings));
    else if (result.type !== "labels")
      addValue(result, regions.get(String(result.id))?.attributes ?? labels, place, warnings);
  }
  const spans = Array.from(regions.values()).flatMap((region) =>
    spansOf(region, `${where}, region ${region.id}`, reading),
  );
  return { ...emptyLayer(annotator), spans, labels, relations };
}

function regionsIn(results: readonly Json[]): Map<string, Region> {
  const regions = new Map<string, Region>();
  for (const [at, { id, type, value, meta }] of results.entries()) {
    if (!isRecord(value) || value.start === undefined || value.end === undefined) continue;
    const key = String(id ?? `result ${at + 1}`);
    const known = regions.get(key);
    const region = known ?? { id: key, labels: [], value, attributes: {}, note: "" };
    if (type === "labels") region.labels.push(...[value.labels].flat());
    region.note ||= noteIn(meta);
    regions.set(key, region);
  }
  return regions;
}

function noteIn(meta: unknown): string {
  if (!isRecord(meta)) return "";
  return [meta.text]
    .flat()
    .filter((text) => typeof text === "string")
    .join("\n");
}

/** Several values of one control are a list. */
function addValue(
  { type, value, from_name }: Json,
  attributes: Attributes,
  where: string,
  warnings: CountedWarnings,
): void {
  const given = isRecord(value) ? valueIn(type, value) : undefined;
  if (given === undefined)
    warnings.count(
      where,
      "is about something else than text or values, and was left out",
      "are about something else than text or values, and were left out",
    );
  if (given === undefined || given === null) return;
  const name = String(from_name ?? type);
  const before = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
  attributes[name] = before === undefined ? given : bothOf(before, given);
}

function bothOf(before: AttributeValue, more: AttributeValue): AttributeValue {
  return [before, more].flat().map(String);
}

/** A span for each of its labels; relations mean the first. */
function spansOf(
  region: Region,
  where: string,
  { source, warnings, raw }: Reading,
): GivenAnnotation[] {
  const { id, value, attributes, note } = region;
  const range = {
    start: offsetIn(value.start, where, { source, warnings }),
    end: offsetIn(value.end, where, { source, warnings }),
  };
  const quote = quoteIn(value.text, raw);
  const labels = region.labels.length === 0 ? [null] : region.labels;
  return labels.map((label, at) => ({
    ...{ id: at === 0 ? id : null, ranges: [range], quote, where, attributes, note },
    ...{ label: labelIn(label, where, warnings), codes: [] },
  }));
}

/** Some versions write a line's end as a backslash and an n. */
function quoteIn(text: unknown, raw: string): string | null {
  if (typeof text !== "string") return null;
  return text.includes("\\n") && !raw.includes(text) ? text.replaceAll("\\n", "\n") : text;
}

function relationsIn(result: Json, where: string, warnings: CountedWarnings): GivenRelation[] {
  const { from_id, to_id, direction, labels } = result;
  if (direction === "bi")
    warnings.count(
      where,
      "is a relation in both directions, read from its first end to its second",
      "are relations in both directions, read from their first ends to their second",
    );
  const ends = [String(from_id), String(to_id)] as const;
  const [from, to] = direction === "left" ? [ends[1], ends[0]] : ends;
  const given = [labels ?? []].flat();
  return (given.length === 0 ? [null] : given).map((label) => ({
    label: labelIn(label, where, warnings),
    ...{ from, to, attributes: {}, note: "", where },
  }));
}
