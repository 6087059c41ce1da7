import { getOrMake } from "../../get-or-make.ts";
import { unmatched } from "../assignment.ts";
import { bCubedSums } from "../entities/b-cubed.ts";
import { ceafESums } from "../entities/ceaf-e.ts";
import { type ClusterSums, sharedMentions } from "../entities/clusters.ts";
import { mucSums } from "../entities/muc.ts";
import type { Gathered } from "./gathered.ts";
import { cellOf, type Ledger, labelOfCell, sectionOfCell } from "./ledger.ts";
import type { MatchedPair } from "./matched-things.ts";
import type { PreparedLayer } from "./prepared.ts";
import type { Axis } from "./report.ts";

/** Mentions by the first annotator's places; those that only the second has are below 0. */
interface Clusterings {
  a: number[][];
  b: number[][];
}

/** Both annotators' entities as clusters of spans, and the entity that each cluster is. */
export interface Clustered extends Clusterings {
  idsA: readonly string[];
  idsB: readonly string[];
}

/** The name of a mention that only the second annotator has, by their place of it; and the place by the name. */
const ofSecond = (at: number) => -1 - at;

/** A span is a mention once it speaks of an entity; matched spans are one mention where both do. */
export function clustersOf({ a, b, matching }: MatchedPair): Clustered {
  const names = Int32Array.from(b.spans, (_, at) => ofSecond(at));
  for (let at = 0; at < matching.length; at += 1) {
    const partner = matching[at] ?? unmatched;
    if (partner !== unmatched && (a.entityNumberOf[at] ?? -1) >= 0) names[partner] = at;
  }
  return {
    a: clustersBy(a, (at) => at),
    b: clustersBy(b, (at) => names[at] ?? ofSecond(at)),
    ...{ idsA: a.entityIds, idsB: b.entityIds },
  };
}

function clustersBy(
  { entityNumberOf, entityIds }: PreparedLayer,
  nameOf: (at: number) => number,
): number[][] {
  const clusters = entityIds.map((): number[] => []);
  for (let at = 0; at < entityNumberOf.length; at += 1)
    clusters[entityNumberOf[at] ?? -1]?.push(nameOf(at));
  return clusters;
}

/** Where the sums of each measure of entities begin. */
export const entityColumns = { muc: 0, bCubed: 4, ceafE: 8 } as const;
export const entitySize = 12;

/**
 * Counts the entities of a pair, all together and of the mentions of each label and section where those are
 * told apart. Each has a ledger of its own: what is right of clusters is no sum over parts of them.
 */
export function countEntities(
  { ledgers }: Gathered,
  { group, by }: { group: number; by: readonly Axis[] },
  pair: MatchedPair,
  clustered: Clustered,
): void {
  countClusters(ledgers.entities, cellOf(group, 0, 0), clustered);
  if (by.includes("label"))
    for (const [label, own] of clusteringsBy(pair, clustered, labelOfCell))
      countClusters(ledgers.entitiesByLabel, cellOf(group, label, 0), own);
  if (by.includes("section"))
    for (const [section, own] of clusteringsBy(pair, clustered, sectionOfCell))
      countClusters(ledgers.entitiesBySection, cellOf(group, 0, section), own);
}

/**
 * The clusters of the mentions of each label or section, by its number, without those that have none there. A
 * mention that both annotators have is where the first has it.
 */
function clusteringsBy(
  pair: MatchedPair,
  clustered: Clusterings,
  numberOf: (cell: number) => number,
): Map<number, Clusterings> {
  const ofMention = (name: number) =>
    numberOf((name < 0 ? pair.b.cells[ofSecond(name)] : pair.a.cells[name]) ?? 0);
  const found = new Map<number, Clusterings>();
  for (const side of ["a", "b"] as const)
    for (const mentions of clustered[side])
      for (const [number, own] of Map.groupBy(mentions, ofMention))
        getOrMake(found, number, (): Clusterings => ({ a: [], b: [] }))[side].push(own);
  return found;
}

function countClusters(ledger: Ledger, cell: number, clusterings: Clusterings): void {
  const shared = sharedMentions(clusterings);
  const count = (sums: ClusterSums, from: number) => countSums(ledger, cell, sums, from);
  count(mucSums(clusterings, shared), entityColumns.muc);
  count(bCubedSums(clusterings, shared), entityColumns.bCubed);
  count(ceafESums(clusterings, shared), entityColumns.ceafE);
}

function countSums(
  ledger: Ledger,
  cell: number,
  { recall, precision }: ClusterSums,
  from: number,
): void {
  const numbers = [recall.right, recall.all, precision.right, precision.all];
  for (const [at, amount] of numbers.entries()) ledger.count(cell, from + at, amount);
}
