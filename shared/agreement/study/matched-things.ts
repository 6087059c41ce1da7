import type { AttributeValue } from "../../model/attributes.ts";
import { unmatched } from "../assignment.ts";
import { entityPartners } from "../entities/ceaf-e.ts";
import type { SpanMatching } from "../spans/match.ts";
import type { Clustered } from "./entity-counts.ts";
import { cellOfGroup } from "./ledger.ts";
import type { Names } from "./names.ts";
import { type Counting, cellAt, columnsOfCounts } from "./pair-counts.ts";
import type { PreparedLayer } from "./prepared.ts";
import type { StudyLayer } from "./report.ts";

type StudyRelation = StudyLayer["relations"][number];

/** Two annotators' work on one report, with their spans matched by overlap. */
export interface MatchedPair {
  a: PreparedLayer;
  b: PreparedLayer;
  matching: SpanMatching;
}

/** The category of something that an annotator did not say. */
export const notSet = "";

/** A value as a category; several values of one attribute are one category, in whatever order. */
export function categoryOf(value: AttributeValue | undefined): string {
  if (value === undefined) return notSet;
  return JSON.stringify(Array.isArray(value) ? value.toSorted() : value);
}

/** Counts, attribute by attribute, what both say of matched spans where one of them says anything. */
export function countAttributes(
  counting: Counting,
  { a, b, matching }: MatchedPair,
  patterns: Names,
): void {
  for (let at = 0; at < a.spans.length; at += 1) {
    const [one, other] = [a.attributes[at], b.attributes[matching[at] ?? unmatched]];
    if (!one || !other) continue;
    const names = [...Object.keys(one), ...Object.keys(other)];
    if (names.length === 0) continue;
    const cell = cellOfGroup(a.cells[at] ?? 0, counting.group);
    for (const name of new Set(names)) {
      const pattern = [name, categoryOf(one[name]), categoryOf(other[name])];
      counting.ledger.count(cell, patterns.numberOf(JSON.stringify(pattern)), 1);
    }
  }
}

/** Counts the codes that the entities of matched spans carry, and those that both carry. */
export function countCodes(counting: Counting, { a, b, matching }: MatchedPair): void {
  const none: ReadonlySet<string> = new Set();
  for (let at = 0; at < a.spans.length; at += 1) {
    const partner = matching[at] ?? unmatched;
    if (partner === unmatched) continue;
    const one = a.codesOf.get(a.entityOf[at] ?? "") ?? none;
    const other = b.codesOf.get(b.entityOf[partner] ?? "") ?? none;
    const cell = cellOfGroup(a.cells[at] ?? 0, counting.group);
    let both = 0;
    for (const code of one) both += Number(other.has(code));
    counting.ledger.count(cell, columnsOfCounts.a, one.size);
    counting.ledger.count(cell, columnsOfCounts.matchedA, both);
    counting.ledger.count(cell, columnsOfCounts.b, other.size);
    counting.ledger.count(cell, columnsOfCounts.matchedB, both);
  }
}

/**
 * Counts the relations of both, and those that join the same: matched spans, or entities that share the most
 * mentions one to one, by the same label in the same direction.
 */
export function countRelations(counting: Counting, pair: MatchedPair, clustered: Clustered): void {
  const { a, b } = pair;
  if (a.layer.relations.length + b.layer.relations.length === 0) return;
  const ends = sameEnds(pair, clustered);
  const free = new Map<string, StudyRelation[]>();
  for (const relation of b.layer.relations) {
    const key = linkOf(relation, (id) => (b.placeOf.has(id) ? `${b.placeOf.get(id)}` : id));
    free.set(key, [...(free.get(key) ?? []), relation]);
  }
  for (const relation of a.layer.relations) {
    const cell = cellAt(counting, relation.label, startOf(a, relation));
    counting.ledger.count(cell, columnsOfCounts.a, 1);
    const partner = free.get(linkOf(relation, (id) => ends.get(id) ?? null))?.shift();
    if (!partner) continue;
    counting.ledger.count(cell, columnsOfCounts.matchedA, 1);
    const other = cellAt(counting, partner.label, startOf(b, partner));
    counting.ledger.count(other, columnsOfCounts.matchedB, 1);
  }
  for (const relation of b.layer.relations)
    counting.ledger.count(
      cellAt(counting, relation.label, startOf(b, relation)),
      columnsOfCounts.b,
      1,
    );
}

/** For each end of the first annotator's the second's: a span by its place among those compared, an entity by id. */
function sameEnds({ a, matching }: MatchedPair, clustered: Clustered): Map<string, string> {
  const ends = new Map<string, string>();
  for (const [id, at] of a.placeOf) {
    const partner = matching[at] ?? unmatched;
    if (partner !== unmatched) ends.set(id, `${partner}`);
  }
  for (const [one, other] of entityPartners(clustered))
    ends.set(clustered.idsA[one] ?? "", clustered.idsB[other] ?? "");
  return ends;
}

/** The same for relations of one label between the same ends; "" where an end has no partner. */
function linkOf({ label, from, to }: StudyRelation, endOf: (id: string) => string | null): string {
  const ends = [endOf(from), endOf(to)];
  return ends.includes(null) ? "" : JSON.stringify([label, ...ends]);
}

/** Where a relation begins, as in a review: where the first of its ends does, an entity at its first mention. */
function startOf(
  { spans, placeOf, entityStart }: PreparedLayer,
  { from, to }: StudyRelation,
): number {
  const starts = [from, to].flatMap(
    (end) => spans[placeOf.get(end) ?? -1]?.start ?? entityStart.get(end) ?? [],
  );
  return starts.length === 0 ? -1 : Math.min(...starts);
}
