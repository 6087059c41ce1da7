import type { Layer } from "../model/annotation.ts";
import type { Difference, DifferenceType, Version } from "./difference.ts";
import { fingerprint, valueText } from "./fingerprint.ts";
import { inGravity, keyOf } from "./key.ts";

/** What stands for a report label of a layer among the members of a difference. */
export const labelMember = (layer: string, name: string) => `${layer}#${name}`;

/** The labels of the whole report, each by its name. */
export function compareLabels(layers: readonly Layer[]): Difference[] {
  const names = [...new Set(layers.flatMap(({ labels }) => Object.keys(labels)))].sort();
  return names.map((name) => differenceOf(name, layers));
}

function differenceOf(name: string, layers: readonly Layer[]): Difference {
  const versions = layers.flatMap(({ id, annotator, labels }): Version[] => {
    const value = labels[name];
    if (value === undefined) return [];
    const label = value === true ? name : Array.isArray(value) ? value.join(", ") : String(value);
    const says = fingerprint(valueText(value));
    return [{ annotator, members: [labelMember(id, name)], label, says }];
  });
  const missing = layers.filter(({ labels }) => !Object.hasOwn(labels, name));
  const types = new Set<DifferenceType>();
  if (missing.length > 0) types.add("missing");
  if (new Set(versions.map(({ says }) => says)).size > 1) types.add("attribute");
  return {
    key: keyOf(
      "labels",
      versions.flatMap(({ members }) => members),
    ),
    stage: "labels",
    types: inGravity(types),
    start: 0,
    end: 0,
    words: name,
    versions,
    missing: missing.map(({ annotator }) => annotator),
    shifts: [],
    on: [],
  };
}
