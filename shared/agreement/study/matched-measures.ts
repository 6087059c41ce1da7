import type { Coefficient } from "../coefficient.ts";
import { bCubed } from "../entities/b-cubed.ts";
import { ceafE } from "../entities/ceaf-e.ts";
import { clusterSumsAt } from "../entities/clusters.ts";
import { conll } from "../entities/conll.ts";
import { muc } from "../entities/muc.ts";
import type { MatchCounts } from "../spans/counts.ts";
import { f1 } from "../spans/f1.ts";
import { entityColumns, entitySize } from "./entity-counts.ts";
import type { LedgerName } from "./gathered.ts";
import type { Within } from "./index-of.ts";
import { countsMeasure, pairMeasure } from "./pair-measures.ts";
import type { StudyMeasure } from "./study-measure.ts";

const entitySays =
  "Spans that speak of an entity are its mentions, and those matched by overlap are the same mention; kinds, names and codes are not compared";
const entitiesApart =
  "By label or section, only mentions of that label or in that section count, and one that both annotators have is where the first has it.";
const entityLedgers = {
  ...{ all: "entities", pair: "entities" },
  ...{ label: "entitiesByLabel", section: "entitiesBySection" },
} satisfies Record<Within["of"], LedgerName>;
const entityFacts = {
  behind: { stages: ["entities" as const], types: ["entity" as const, "missing" as const] },
  leftOut: ({ leftOutOf }) => leftOutOf.entities.all(),
} satisfies Partial<StudyMeasure>;

function entityMeasure(
  id: string,
  more: string,
  of: (sums: Float64Array) => Coefficient,
): StudyMeasure {
  return pairMeasure(
    { id, assumes: `${entitySays}; ${more} ${entitiesApart}`, ...entityFacts },
    ({ of: axis }) => entityLedgers[axis],
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

const relationSays =
  "A relation counts as agreed when both its ends are matched, spans by label and overlap and entities by the mentions they share, and its label and direction are the same.";
const relationsBySection =
  "By section, it is where the first of its ends begins, an entity at its first mention.";

export const relationF1 = countsMeasure(
  {
    id: "relation-f1",
    assumes: `${relationSays} ${relationsBySection}`,
    behind: { stages: ["relations"], types: ["missing", "relation"] },
    labelsOf: "relations",
    leftOut: ({ leftOutOf }) => leftOutOf.relations.all(),
  },
  "relations",
  f1OfItems,
);
