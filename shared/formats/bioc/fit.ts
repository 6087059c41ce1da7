import type { AnnotatedDocument, DocumentLayer } from "../../model/document.ts";
import { type FitStep, fitInSteps } from "../fit/fit-facts.ts";
import { dropped } from "../fit/fitting.ts";
import { type Fitted, type Holds, holdsEverything } from "../format.ts";
import type { LossBook } from "../losses.ts";
import { entitiesByCode } from "./entity-links.ts";
import { fitSections } from "./sections.ts";

/** What BioC has a place for: infons of documents, passages, annotations and relations hold most. */
export const bioCHolds: Holds = { ...holdsEverything, layers: false, entities: "codes" };

/** Without what no place of BioC can hold. */
export function fitToBioC(document: AnnotatedDocument): Fitted {
  return fitInSteps(document, [
    fitSections,
    fitLayers(withoutReading),
    fitLayers(fitCodeRelations),
  ]);
}

/** A step that fits every layer of a document. */
export const fitLayers =
  (step: (layer: DocumentLayer, name: string, book: LossBook) => DocumentLayer): FitStep =>
  (document, book) => ({
    ...document,
    layers: document.layers.map((layer) => step(layer, document.name, book)),
  });

function withoutReading(
  { reading, ...layer }: DocumentLayer,
  name: string,
  book: LossBook,
): DocumentLayer {
  if (reading) book.lose("Records of what was read", dropped, name);
  return { ...layer, source: null };
}

/**
 * With relations between entities as relations between their codes: of several entities with the same
 * codes one stands for them.
 */
export function fitCodeRelations(
  layer: DocumentLayer,
  name: string,
  book: LossBook,
): DocumentLayer {
  const entities = new Map(layer.entities.map((entity) => [entity.id, entity]));
  const byCode = entitiesByCode(layer.entities);
  const standIn = (id: string) => byCode.find(entities.get(id)?.codes ?? [])?.id ?? id;
  const relations = layer.relations.map((relation) => {
    const [from, to] = [standIn(relation.from), standIn(relation.to)];
    if (from !== relation.from || to !== relation.to)
      book.lose(
        "Relations of entities with the same codes as others",
        "written as relations of their codes, which others have too.",
        `${name}: ${relation.label}`,
      );
    return { ...relation, from, to };
  });
  return { ...layer, relations };
}
