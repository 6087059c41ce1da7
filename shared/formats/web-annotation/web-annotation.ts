import { fitInSteps, withLayerFacts } from "../fit/fit-facts.ts";
import { type Format, holdsSpans } from "../format.ts";
import { titleOfFormat } from "../format-ids.ts";
import { fitCodeTexts } from "../texts/code-text.ts";
import { isIri } from "./bodies.ts";
import { readAnnotations } from "./read.ts";
import { collectionOf } from "./write.ts";

/**
 * Web Annotations as JSON-LD: a collection whose first annotation describes its source by the whole text. Offsets count code
 * points as the Recommendation says; Recogito counts UTF-16 code units. Source: w3.org/TR/annotation-model.
 */
export const webAnnotation: Format = {
  id: "web-annotation",
  title: titleOfFormat("web-annotation"),
  unit: "codepoint",
  reader: {
    endings: [".jsonld", ".json"],
    recognises: (head) =>
      /^\uFEFF?\s*[[{]/.test(head) &&
      /"https?:\/\/www\.w3\.org\/ns\/anno\.jsonld"|"Text(?:Position|Quote)Selector"/.test(head),
    byLine: false,
    beside: (fileName) => fileName.replace(/\.json(?:ld)?$/i, ".txt"),
    mayHaveText: true,
    read: readAnnotations,
  },
  writer: {
    holds: {
      ...holdsSpans,
      layers: true,
      title: true,
      discontinuous: true,
      empty: true,
      spanAttributes: true,
      spanNotes: true,
      relations: true,
      relationAttributes: true,
      relationNotes: true,
      entities: "codes",
      reportLabels: true,
      layerFacts: true,
    },
    files: "each",
    endings: [".jsonld"],
    fit: (document) =>
      fitInSteps(document, [
        withLayerFacts({ note: true, done: false }),
        fitCodeTexts({ most: Number.POSITIVE_INFINITY, hasDisplay: isIri }),
      ]),
    write: (document, options) => [`${JSON.stringify(collectionOf(document, options))}\n`],
  },
};
