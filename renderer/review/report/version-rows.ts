import type { TextRange } from "../../../shared/model/annotation.ts";
import type { Attributes, AttributeValue } from "../../../shared/model/attributes.ts";
import type { Difference, Version } from "../../../shared/review/difference.ts";
import { unionOf } from "../../../shared/text/place.ts";
import { t } from "../../messages.ts";
import { grouped } from "../grouped.ts";
import type { LayerIndex } from "./layer-index.ts";

/** One thing that a version says, besides its label and its place. */
interface Fact {
  name: string;
  /** Empty where this version does not say it and another does. */
  value: string;
  /** Not all versions say the same. */
  differs: boolean;
}

/** A distinct version of a difference, as a numbered row shows it. */
export interface VersionRow {
  /** Who says it, in the order of names. */
  annotators: [string, ...string[]];
  label: string;
  labelDiffers: boolean;
  /** Where it stands, in the order of the text; none for a label of the report. */
  ranges: readonly TextRange[];
  /** How many annotations it is: several where a span is split. */
  count: number;
  facts: readonly Fact[];
}

/** The distinct versions of a difference, what most say first. */
export function versionRows(difference: Difference, index: LayerIndex): VersionRow[] {
  const groups = grouped(difference.versions);
  const labels = new Set(groups.map(([{ label }]) => label));
  const all = groups.map(([version]) => factsOf(version, difference, index));
  return groups.map(([version, ...others], at) => ({
    annotators: [version.annotator, ...others.map(({ annotator }) => annotator)],
    label: version.label,
    labelDiffers: labels.size > 1,
    ranges: rangesOf(version, index),
    count: version.members.length,
    facts: comparedFacts(all[at] ?? new Map(), all),
  }));
}

/** Where what a version has stands in the text: its spans, those of its entity, or a relation's two ends. */
export function rangesOf({ members }: Version, index: LayerIndex): TextRange[] {
  return unionOf(members.flatMap((id) => spansUnder(id, index)).flatMap(({ ranges }) => ranges));
}

function spansUnder(id: string, index: LayerIndex) {
  const span = index.spans.get(id);
  if (span) return [span];
  const relation = index.relations.get(id);
  if (!relation) return index.spansOf(id);
  return [relation.from, relation.to].flatMap((end) => {
    const spanEnd = index.spans.get(end);
    return spanEnd ? [spanEnd] : index.spansOf(end).slice(0, 1);
  });
}

type Facts = ReadonlyMap<string, string>;

function factsOf(version: Version, { stage, words }: Difference, index: LayerIndex): Facts {
  switch (stage) {
    case "spans":
      return new Map(
        version.members.flatMap((id) => ofAttributes(index.spans.get(id)?.attributes ?? {})),
      );
    case "entities":
      return new Map(version.members.flatMap((id) => ofEntity(id, index)));
    case "relations":
      return new Map(version.members.flatMap((id) => ofRelation(id, index)));
    case "labels":
      return new Map([[words, version.label]]);
    default:
      return stage satisfies never;
  }
}

const ofAttributes = (attributes: Attributes): [string, string][] =>
  Object.entries(attributes).map(([name, value]) => [name, textOf(value)]);

function textOf(value: AttributeValue): string {
  if (value === true) return t("yes");
  return Array.isArray(value) ? value.join(", ") : String(value);
}

function ofEntity(id: string, index: LayerIndex): [string, string][] {
  const entity = index.entities.get(id);
  if (!entity) return [];
  const codes = entity.codes.map(({ system, code, display }): [string, string] => [
    system,
    display ? `${code} ${display}` : code,
  ]);
  const quotes = [...new Set(index.spansOf(id).map(({ quote }) => quote))];
  return [
    [t("name"), entity.name],
    ...codes,
    ...ofAttributes(entity.fields),
    [t("said as"), quotes.join(", ")],
  ];
}

function ofRelation(id: string, index: LayerIndex): [string, string][] {
  const relation = index.relations.get(id);
  if (!relation) return [];
  const ends = `${index.nameOf(relation.from)} → ${index.nameOf(relation.to)}`;
  return [[t("direction"), ends], ...ofAttributes(relation.attributes)];
}

/** With what others say and this version does not, so that every row has the same facts in the same order. */
function comparedFacts(own: Facts, all: readonly Facts[]): Fact[] {
  const names = [...new Set(all.flatMap((facts) => [...facts.keys()]))];
  return names.map((name) => {
    const values = new Set(all.map((facts) => facts.get(name) ?? ""));
    return { name, value: own.get(name) ?? "", differs: values.size > 1 };
  });
}
