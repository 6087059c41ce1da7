import { type Cas, type CasStructure, type CasValue, isReference } from "../cas.ts";
import type { FeatureDescription, TypeDescription } from "../write/types.ts";

/** The sofa's number; a CAS of ours counts from 2. */
const sofa = 1;

type Json = Record<string, unknown>;

/**
 * A CAS of ours as CAS JSON 0.4, with its types in it. Several values are a structure of their own, which the
 * feature refers to.
 * @param offset an offset of the text as the file counts it.
 */
export function writeCasJson(
  cas: Cas,
  types: readonly TypeDescription[],
  offset: (unit: number) => number,
): string {
  const { text, annotations, facts, others } = cas;
  const all = [...annotations, ...facts, ...others];
  const arrays = arraysOf(all, types);
  const sofaJson = { sofaNum: 1, sofaID: "_InitialView", mimeType: "text", sofaString: text };
  const structures = [
    { "%ID": sofa, "%TYPE": "uima.cas.Sofa", ...sofaJson },
    ...annotations.map((one) =>
      structureOf(one, { "@sofa": sofa, begin: offset(one.begin), end: offset(one.end) }, arrays),
    ),
    ...facts.map((one) => structureOf(one, { "@sofa": sofa }, arrays)),
    ...others.map((one) => structureOf(one, {}, arrays)),
    ...arrays.json,
  ];
  const members = [...annotations, ...facts].map(({ id }) => id);
  const file = {
    "%TYPES": Object.fromEntries(types.map((type) => [type.name, typeOf(type)])),
    "%FEATURE_STRUCTURES": structures,
    "%VIEWS": { _InitialView: { "%SOFA": sofa, "%MEMBERS": members } },
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}

interface Arrays {
  /** The arrays as structures, with numbers above all others. */
  json: Json[];
  /** The number of the array for a list of values. */
  ids: ReadonlyMap<CasValue, number>;
}

function arraysOf(all: readonly CasStructure[], types: readonly TypeDescription[]): Arrays {
  const ranges = new Map(
    types.flatMap(({ name, features }) =>
      features.map((feature) => [`${name}:${feature.name}`, rangeOf(feature)]),
    ),
  );
  let next = all.reduce((most, { id }) => Math.max(most, id), sofa) + 1;
  const json: Json[] = [];
  const ids = new Map<CasValue, number>();
  for (const { type, features } of all)
    for (const [name, value] of features) {
      if (!Array.isArray(value)) continue;
      ids.set(value, next);
      const range = ranges.get(`${type}:${name}`) ?? "uima.cas.StringArray";
      const elements = value.map((one) => (isReference(one) ? one.ref : one));
      json.push({ "%ID": next, "%TYPE": range, "%ELEMENTS": elements });
      next += 1;
    }
  return { json, ids };
}

function structureOf({ id, type, features }: CasStructure, place: Json, { ids }: Arrays): Json {
  const entries = Array.from(features, ([name, value]): [string, unknown] => {
    const array = ids.get(value);
    if (array !== undefined) return [`@${name}`, array];
    return isReference(value) ? [`@${name}`, value.ref] : [name, value];
  });
  return { "%ID": id, "%TYPE": type, ...place, ...Object.fromEntries(entries) };
}

function typeOf({ name, supertype, features }: TypeDescription): Json {
  const entries = features.map((feature) => [
    feature.name,
    { "%NAME": feature.name, "%RANGE": rangeOf(feature) },
  ]);
  return { "%NAME": name, "%SUPER_TYPE": supertype, ...Object.fromEntries(entries) };
}

function rangeOf({ range, elementType }: FeatureDescription): string {
  return elementType === undefined ? range : `${elementType}[]`;
}
