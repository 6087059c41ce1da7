import type { Coefficient } from "../coefficient.ts";
import { bCubed } from "../entities/b-cubed.ts";
import { ceafE } from "../entities/ceaf-e.ts";
import { clusterSumsAt } from "../entities/clusters.ts";
import { conll } from "../entities/conll.ts";
import { muc } from "../entities/muc.ts";
import { countsAt, countsSize, type MatchCounts } from "../spans/counts.ts";
import { f1 } from "../spans/f1.ts";
import { precision } from "../spans/precision.ts";
import { recall } from "../spans/recall.ts";
import type { LedgerName } from "./gather.ts";
import { pairsWithin } from "./index-of.ts";
import { entityColumns, entitySize } from "./matched-things.ts";
import { countedPart } from "./part.ts";
import { nothingLeftOut, type StudyMeasure } from "./study-measure.ts";

type Facts = Pick<StudyMeasure, "id" | "assumes" | "behind"> & Partial<StudyMeasure>;

/** A measure of two annotators whose sums are one ledger's columns. */
function pairMeasure(
  facts: Facts,
  ledger: LedgerName,
  size: number,
  measured: (sums: Float64Array) => Coefficient,
): StudyMeasure {
  return {
    axes: ["label", "section"],
    leftOut: nothingLeftOut,
    parts: (index, within) =>
      pairsWithin(index, within).map((pair) =>
        countedPart(index.tally(ledger, pair, within), size, measured),
      ),
    ...facts,
    assumes: `${facts.assumes} ${overPairs}`,
  };
}

/** What every measure of two annotators takes for granted where there are more. */
export const overPairs =
  "Of more than two annotators it is the mean over pairs, each over the reports that both have finished.";

const spans = { stages: ["spans" as const] };

/** How things are matched one to one, before anything is computed of it. */
const kinds = [
  {
    id: "exact",
    ledger: "exact",
    says: "A span counts as agreed only when its label and all its characters are the same",
    behind: { ...spans, types: ["missing", "split", "joined", "label", "boundary"] },
  },
  {
    id: "overlap",
    ledger: "overlap",
    says: "A span counts as agreed when one of the same label overlaps it, each with one at most, and matched so that the most are",
    behind: { ...spans, types: ["missing", "split", "joined", "label"] },
  },
  {
    id: "label",
    ledger: "blind",
    says: "A span counts as agreed when all its characters are the same, whatever its label",
    behind: { ...spans, types: ["missing", "split", "joined", "boundary"] },
  },
  {
    id: "token",
    ledger: "marks",
    says: "Every word and symbol that a span touches counts, and as agreed when both mark it with the same label",
    behind: { ...spans, types: ["missing", "split", "joined", "label", "boundary"] },
  },
] satisfies { id: string; ledger: LedgerName; says: string; behind: StudyMeasure["behind"] }[];

const byChance = "nothing is taken off for chance, since what nobody marked cannot be counted.";

function countsMeasure(
  facts: Facts,
  ledger: LedgerName,
  of: (counts: MatchCounts) => Coefficient,
): StudyMeasure {
  return pairMeasure(facts, ledger, countsSize, (sums) => of(countsAt(sums)));
}

/** F1 of each kind of matching. */
export const f1Measures: readonly StudyMeasure[] = kinds.map(({ id, ledger, says, behind }) =>
  countsMeasure({ id: `f1-${id}`, assumes: `${says}; ${byChance}`, behind }, ledger, f1),
);

/** Precision and recall of each kind: of the second annotator, the first being the reference. */
export const sidedMeasures: readonly StudyMeasure[] = kinds.flatMap(
  ({ id, ledger, says, behind }) => {
    const assumes = `${says}; the first annotator of a pair is the reference, and ${byChance}`;
    return [
      ofTwo(countsMeasure({ id: `precision-${id}`, assumes, behind }, ledger, precision), assumes),
      ofTwo(countsMeasure({ id: `recall-${id}`, assumes, behind }, ledger, recall), assumes),
    ];
  },
);

/** The mean over pairs of what has a side would hang on the order of the annotators. */
function ofTwo(measure: StudyMeasure, assumes: string): StudyMeasure {
  const reason = "two-annotators-only" as const;
  const nothing: Coefficient = { defined: false, reason, observed: null, expected: null, n: 0 };
  return {
    ...measure,
    assumes,
    parts(index, within) {
      const parts = measure.parts(index, within);
      const isMore = within.of !== "pair" && index.gathered.annotators.length > 2;
      return isMore && parts.length > 0 ? [{ value: () => nothing, byReport: () => [] }] : parts;
    },
  };
}

const entitySays =
  "Spans that speak of an entity are its mentions, and those matched by overlap are the same mention; kinds, names and codes are not compared";
const entityFacts = {
  axes: [],
  behind: { stages: ["entities" as const], types: ["entity" as const, "missing" as const] },
  leftOut: ({ leftOutOf }) => leftOutOf.entities.all(),
} satisfies Partial<StudyMeasure>;

function entityMeasure(
  id: string,
  more: string,
  of: (sums: Float64Array) => Coefficient,
): StudyMeasure {
  return pairMeasure(
    { id, assumes: `${entitySays}; ${more}`, ...entityFacts },
    "entities",
    entitySize,
    of,
  );
}

/** Entities as clusters of their mentions. */
export const entityMeasures: readonly StudyMeasure[] = [
  entityMeasure(
    "entity-muc",
    "links between mentions count, so that entities with one mention do not.",
    (sums) => muc(clusterSumsAt(sums, entityColumns.muc)),
  ),
  entityMeasure(
    "entity-b3",
    "every mention counts the same, also one that only one annotator has.",
    (sums) => bCubed(clusterSumsAt(sums, entityColumns.bCubed)),
  ),
  entityMeasure(
    "entity-ceaf-e",
    "every entity counts the same, whether it has one mention or many.",
    (sums) => ceafE(clusterSumsAt(sums, entityColumns.ceafE)),
  ),
  entityMeasure("entity-conll", "it is the mean of MUC, B-cubed and CEAF-e.", (sums) =>
    conll({
      muc: clusterSumsAt(sums, entityColumns.muc),
      bCubed: clusterSumsAt(sums, entityColumns.bCubed),
      ceafE: clusterSumsAt(sums, entityColumns.ceafE),
    }),
  ),
];

/** F1 of other things than spans. */
function f1OfItems(counts: MatchCounts): Coefficient {
  const found = f1(counts);
  return found.defined ? found : { ...found, reason: "no-items" };
}

/** What is said of matched spans, and what joins them. */
export const codeAgreement = countsMeasure(
  {
    id: "code-agreement",
    assumes:
      "F1 of the codes that the entities of matched spans carry, matched by label and overlap: coding system and code have to be the same, and an entity counts as often as it is spoken of.",
    behind: { stages: ["entities"], types: ["code"] },
    leftOut: ({ leftOutOf }) => leftOutOf.attributes.all(),
  },
  "codes",
  f1OfItems,
);

export const relationF1 = countsMeasure(
  {
    id: "relation-f1",
    assumes:
      "A relation counts as agreed when both its ends are matched, spans by label and overlap and entities by the mentions they share, and its label and direction are the same.",
    behind: { stages: ["relations"], types: ["missing", "relation"] },
    labelsOf: "relations",
    leftOut: ({ leftOutOf }) => leftOutOf.relations.all(),
  },
  "relations",
  f1OfItems,
);
