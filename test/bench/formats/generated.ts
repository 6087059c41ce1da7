import type { Entity, Relation, Span } from "../../../shared/model/annotation.ts";
import type { Attributes } from "../../../shared/model/attributes.ts";
import type { AnnotatedDocument } from "../../../shared/model/document.ts";
import { seededRandom } from "../../../shared/random.ts";
import { documentOf } from "../project-of.ts";

/** How many spans a generated report has, so that 20,000 of them have a million. */
export const spansEach = 50;

/** What the annotations of generated reports refer to. */
const codes = [
  { system: "ICD-O", code: "8890/3", display: "Leiomyosarcoma" },
  { system: "SNOMED CT", code: "443961001", display: "Malignant adenomatous neoplasm" },
  { system: "HGNC", code: "2770", display: "DES" },
  { system: "UMLS", code: "C0013203", display: "" },
];

/** Reports that are made one at a time, each the same whenever its number is made again. */
export function* generatedDocuments(
  count: number,
  size = { words: 380, spans: spansEach },
): Generator<AnnotatedDocument> {
  for (let number = 0; number < count; number++) yield generatedDocument(number, size);
}

/** One with attributes, entities with codes of which several spans speak, and relations. */
function generatedDocument(
  number: number,
  size: { words: number; spans: number },
): AnnotatedDocument {
  const document = documentOf(number, size);
  const random = seededRandom(number + 1_000_000).next;
  const layers = document.layers.map((layer) => {
    const entities = layer.entities.slice(0, Math.ceil(size.spans / 5)).map(withCode);
    const spans = layer.spans.map((span) => ({
      ...span,
      entity: random() < 0.5 ? entityFor(span, entities) : null,
      attributes: attributesOf(random),
      note: random() < 0.02 ? "To be discussed with a colleague." : "",
    }));
    return { ...layer, spans, entities, relations: relationsOf(spans, random) };
  });
  return { ...document, layers };
}

function withCode(entity: Entity, at: number): Entity {
  const code = codes[at % codes.length];
  return { ...entity, codes: code ? [code] : [] };
}

/** The first entity that is called like the span, so that spans with the same words share one. */
function entityFor({ label, quote }: Span, entities: readonly Entity[]): string | null {
  return entities.find(({ kind, name }) => kind === label && name === quote)?.id ?? null;
}

function attributesOf(random: () => number): Attributes {
  const share = random();
  return {
    ...(share < 0.2 && { negated: true as const }),
    ...(share > 0.7 && { percent: Math.floor(random() * 100) }),
    ...(share > 0.9 && { site: "left thigh" }),
  };
}

/** From every fifth span to the next. */
function relationsOf(spans: readonly Span[], random: () => number): Relation[] {
  return spans.flatMap(({ id: from }, at) => {
    const to = spans[at + 1]?.id;
    if (at % 5 !== 0 || to === undefined) return [];
    const label = random() < 0.5 ? "HAS RESULT" : "SEEN IN";
    return [{ id: `r${at}`, label, from, to, attributes: {}, note: "" }];
  });
}
