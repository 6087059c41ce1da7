import { getOrMake } from "../../../get-or-make.ts";
import type { CasValue } from "../cas.ts";
import { shortName } from "../cas.ts";
import { isOwnType, isScaffold } from "../type-names.ts";
import type { XmiStructure } from "./parse.ts";

/*
 * XMI does not say which values are numbers of other structures and which are numbers of something else;
 * the type system would, but the file is read without it.
 */

/** The value of a structure's feature, with what it refers to. */
export type Resolve = (type: string, feature: string, value: string | string[]) => CasValue;

/** Features of relations, ours among them. */
const ends = new Set(["Governor", "Dependent"]);

/** Features that refer to annotations wherever they occur in INCEpTION's and DKPro's types. */
const habitual = new Set([
  ...["Governor", "Dependent", "governor", "dependent", "source", "target", "first", "next"],
]);

/** Types that hold several values for a feature, which refers to them by their number. */
const holder = /^uima\.cas\.(\w+Array|(NonEmpty|Empty)\w+List)$/;

/**
 * Resolves references: values of features that are called so, and values that are numbers of links or lists
 * in every structure of the type, unless it is a general one of ours, where INCEpTION's name of the link's type
 * has to say so.
 */
export function resolver(structures: readonly XmiStructure[]): Resolve {
  const byId = new Map(structures.map((one) => [one.id, one]));
  const referring = referringFeatures(structures, byId);
  return (type, feature, value) => {
    if (Array.isArray(value) || !referring.get(type)?.get(feature)) return value;
    return value === "" ? [] : unpacked(numbersIn(value) ?? [], byId);
  };
}

/** For each type and feature, whether its values refer to something. */
function referringFeatures(
  structures: readonly XmiStructure[],
  byId: ReadonlyMap<number, XmiStructure>,
): Map<string, Map<string, boolean>> {
  const found = new Map<string, Map<string, boolean>>();
  for (const { type, values } of structures) {
    // Sentences and tokens, most of all, refer to nothing that is read.
    if (isScaffold(type)) continue;
    const features = getOrMake(found, type, () => new Map<string, boolean>());
    for (const [feature, value] of values)
      if (value !== "" && !places.has(feature) && features.get(feature) !== false) {
        const is = isReferring(type, feature, value, byId);
        if (is !== null) features.set(feature, is);
      }
  }
  return found;
}

const places = new Set(["begin", "end", "sofa", "xmi:id"]);

/** Whether a value refers to something; null for one that leads to nothing, which does not say it. */
function isReferring(
  type: string,
  feature: string,
  value: string | string[],
  byId: ReadonlyMap<number, XmiStructure>,
): boolean | null {
  const numbers = Array.isArray(value) ? null : numbersIn(value);
  if (numbers === null) return false;
  const targets = numbers.flatMap((number) => byId.get(number) ?? []);
  if (isOwnType(type) ? ends.has(feature) : habitual.has(feature))
    return targets.length > 0 ? true : null;
  const linkType = `${type}${feature.slice(0, 1).toUpperCase()}${feature.slice(1)}Link`;
  const isTarget = (target: XmiStructure) =>
    target.type === linkType || (!isOwnType(type) && (isLink(target) || isHolder(target)));
  return targets.length === numbers.length && targets.every(isTarget);
}

const isHolder = ({ type }: XmiStructure) => holder.test(type);
const isLink = ({ type, values }: XmiStructure) =>
  values.has("target") && !values.has("sofa") && shortName(type) !== "Sofa";

function numbersIn(value: string): number[] | null {
  if (!/^\d+( \d+)*$/.test(value)) return null;
  return value.includes(" ") ? value.split(" ").map(Number) : [Number(value)];
}

/** References, or what the arrays and lists hold that are referred to. */
function unpacked(ids: readonly number[], byId: ReadonlyMap<number, XmiStructure>): CasValue {
  const [first = 0] = ids;
  const holding = byId.get(first);
  if (ids.length > 1 || holding === undefined || !isHolder(holding))
    return ids.length === 1 ? { ref: first } : ids.map((ref) => ({ ref }));
  return held(holding, byId);
}

function held(holding: XmiStructure, byId: ReadonlyMap<number, XmiStructure>): CasValue[] {
  const values: string[] = [];
  const seen = new Set<number>();
  let at: XmiStructure | undefined = holding;
  while (at !== undefined && !seen.has(at.id)) {
    seen.add(at.id);
    values.push(...[at.values.get("elements") ?? at.values.get("head") ?? []].flat());
    at = byId.get(Number(at.values.get("tail")));
  }
  const isOfStructures = /FS(Array|List)$/.test(holding.type);
  const isOfTexts = /String(Array|List)$/.test(holding.type);
  if (isOfTexts) return values;
  const words = values.flatMap((value) => value.split(" ")).filter((word) => word !== "");
  return isOfStructures ? words.map((word) => ({ ref: Number(word) })) : words;
}
