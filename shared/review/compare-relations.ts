import { getOrMake } from "../get-or-make.ts";
import type { Id, Layer, Relation } from "../model/annotation.ts";
import { align, type Likeness } from "./align.ts";
import type { Difference, DifferenceType, Version } from "./difference.ts";
import { attributesText, fingerprint } from "./fingerprint.ts";
import { inGravity, inReadingOrder, keyOf } from "./key.ts";

/** A relation with the differences that its ends are in. */
interface Joining {
  relation: Relation;
  annotator: number;
  from: string;
  to: string;
  /** Its attributes as a text, equal for equal ones. */
  attributes: string;
}

/** What relations between the same two ends are the same by, the most telling first. */
const same = { labelAndDirection: 1, label: 0.6, direction: 0.4, attributes: 1e-6 };

/**
 * The relations of several annotators. Those correspond that join the same two differences, of spans or of
 * entities; an event stands for its trigger. An annotator misses one only where they have both its ends.
 * @returns how many join what is in no difference, which are not compared.
 */
export function compareRelations(
  layers: readonly Layer[],
  ends: readonly Difference[],
): { differences: Difference[]; left: number } {
  if (layers.every(({ relations }) => relations.length === 0)) return { differences: [], left: 0 };
  const byKey = new Map(ends.map((end) => [end.key, end]));
  const ofMember = new Map(
    ends.flatMap((end) => membersOf(end).map((id) => [id, end.key] as const)),
  );
  const joining = layers.flatMap((layer, annotator) => joiningOf(layer, annotator, ofMember));
  const pairs = new Map<string, Joining[]>();
  for (const one of joining)
    getOrMake(pairs, [one.from, one.to].sort().join(" "), () => []).push(one);
  const names = layers.map(({ annotator }) => annotator);
  const differences = [...pairs.values()].flatMap((pair) =>
    groupsOf(pair).map((group) => differenceOf(group, names, byKey)),
  );
  differences.sort(inReadingOrder);
  const all = layers.reduce((sum, { relations }) => sum + relations.length, 0);
  return { differences, left: all - joining.length };
}

const membersOf = ({ versions }: Difference) => versions.flatMap(({ members }) => members);

/** An annotator's relations between what is compared. */
function joiningOf(
  { events, relations }: Layer,
  annotator: number,
  ofMember: ReadonlyMap<Id, string>,
): Joining[] {
  const triggers = new Map(events.map(({ id, trigger }) => [id, trigger]));
  const endOf = (id: Id) => ofMember.get(triggers.get(id) ?? id);
  return relations.flatMap((relation) => {
    const [from, to] = [endOf(relation.from), endOf(relation.to)];
    if (from === undefined || to === undefined) return [];
    return [{ relation, annotator, from, to, attributes: attributesText(relation.attributes) }];
  });
}

function groupsOf(pair: readonly Joining[]): Joining[][] {
  const likenesses: Likeness[] = [];
  for (const [at, one] of pair.entries())
    for (const [other, another] of pair.entries())
      if (at < other && one.annotator !== another.annotator)
        likenesses.push({ a: at, b: other, weight: likenessOf(one, another) });
  const annotatorOf = pair.map(({ annotator }) => annotator);
  return align(annotatorOf, likenesses).map((group) => group.flatMap((at) => pair[at] ?? []));
}

function likenessOf(a: Joining, b: Joining): number {
  const isSameLabel = a.relation.label === b.relation.label;
  const isSameWay = a.from === b.from;
  const attributes = a.attributes === b.attributes ? same.attributes : 0;
  if (isSameLabel) return (isSameWay ? same.labelAndDirection : same.label) + attributes;
  return (isSameWay ? same.direction : same.direction / 2) + attributes;
}

function differenceOf(
  group: readonly Joining[],
  names: readonly string[],
  ends: ReadonlyMap<string, Difference>,
): Difference {
  const [first] = group;
  const on = [first?.from ?? "", first?.to ?? ""];
  const [from, to] = on.map((key) => ends.get(key));
  const those = new Set(group.map(({ annotator }) => names[annotator] ?? ""));
  const has = (end: Difference | undefined, name: string) =>
    end?.versions.some(({ annotator }) => annotator === name) ?? false;
  const missing = names.filter((name) => !those.has(name) && has(from, name) && has(to, name));
  return {
    key: keyOf(
      "relations",
      group.map(({ relation }) => relation.id),
    ),
    stage: "relations",
    types: inGravity(typesOf(group, missing.length > 0)),
    start: Math.min(from?.start ?? 0, to?.start ?? 0),
    end: Math.max(from?.end ?? 0, to?.end ?? 0),
    words: `${from?.words ?? ""} → ${to?.words ?? ""}`,
    versions: group.map((one): Version => {
      const { id, label } = one.relation;
      const isReversed = one.from !== first?.from;
      return {
        annotator: names[one.annotator] ?? "",
        members: [id],
        label,
        says: fingerprint(`${label}\t${isReversed}\t${one.attributes}`),
        ...(isReversed && { isReversed }),
      };
    }),
    missing,
    shifts: [],
    on,
  };
}

function typesOf([first, ...others]: readonly Joining[], isMissed: boolean): Set<DifferenceType> {
  const types = new Set<DifferenceType>();
  if (isMissed) types.add("missing");
  for (const other of others) {
    if (other.relation.label !== first?.relation.label || other.from !== first.from)
      types.add("relation");
    if (other.attributes !== first?.attributes) types.add("attribute");
  }
  return types;
}
