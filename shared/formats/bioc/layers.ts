import { type DocumentLayer, emptyLayer } from "../../model/document.ts";
import { codedEntities } from "../coded-entity.ts";
import type { CountedWarnings } from "../reading/counted-warnings.ts";
import type { PlacedSpan } from "../reading/placing.ts";
import { factsOf, spanOf } from "./annotations.ts";
import { type Share, sharesOf } from "./annotators.ts";
import type { BioCAnnotation, BioCRelation } from "./collection.ts";
import { entitiesByCode } from "./entity-links.ts";
import type { DocumentFacts } from "./facts.ts";
import type { BratDetails } from "./from-brat.ts";
import { linkPrefix, type Refs, readRelations } from "./read-relations.ts";

/** An annotation with its place in our text. */
export type PlacedAnnotation = BioCAnnotation & { place: PlacedSpan };

type Owned<Given> = Given & { ownId: string };
type Work = Share<Owned<PlacedAnnotation>, Owned<BioCRelation>>;

/** The layers of a document: the document's own, of which its facts are, and one of each annotator that is named. */
export function layersOf(
  annotations: readonly PlacedAnnotation[],
  details: BratDetails,
  { facts, annotator }: { facts: DocumentFacts; annotator: string },
  warnings: CountedWarnings,
): DocumentLayer[] {
  const home = facts.annotator ?? annotator;
  const shares = sharesOf(
    annotations.map((annotation, at) => ({ ...annotation, ownId: `span-${at + 1}` })),
    details.relations.map((relation, at) => ({ ...relation, ownId: `${linkPrefix}${at + 1}` })),
    { annotator: home, isKept: facts.annotator !== null || saysAnything(facts.layer) },
    warnings,
  );
  return shares.map((share) => ({
    ...emptyLayer(share.annotator),
    ...(share.annotator === home && facts.layer),
    ...workOf(share, details, warnings),
  }));
}

const saysAnything = ({ status, labels, note, unsure }: DocumentFacts["layer"]) =>
  status !== "open" || Object.keys(labels).length > 0 || note !== undefined || unsure === true;

function workOf(
  { annotations, relations }: Work,
  details: BratDetails,
  warnings: CountedWarnings,
): Pick<DocumentLayer, "spans" | "entities" | "relations" | "events" | "groups"> {
  const coded = codedEntities();
  const spans = annotations.map(({ id, ownId, infons, place }) =>
    spanOf(ownId, place, factsOf(details.infonsOf(id, infons)), coded),
  );
  const entities = coded.all();
  const ids = new Map<string, string>();
  // Of two with one id the first is meant, and annotations before relations.
  for (const { id, ownId } of [...annotations, ...relations]) if (!ids.has(id)) ids.set(id, ownId);
  const names = new Map(relations.map(({ id, ownId }) => [ownId, id]));
  const refs: Refs = {
    idOf: (refid) => ids.get(refid) ?? null,
    isSpan: (id) => !id.startsWith(linkPrefix),
    nameOf: (id) => names.get(id) ?? "",
    entities: entitiesByCode(entities),
  };
  return { spans, entities, ...readRelations(relations, refs, warnings) };
}
