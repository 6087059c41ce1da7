import { type FitStep, fitInSteps, withoutMetadata, withoutShortLists } from "../fit/fit-facts.ts";
import { dropped } from "../fit/fitting.ts";
import { type Format, holdsSpans } from "../format.ts";
import { titleOfFormat } from "../format-ids.ts";
import { codeText, fitCodeTexts } from "../texts/code-text.ts";
import { codeIn, isSourceFact } from "./facts.ts";
import { readDocuments } from "./read.ts";
import { recordOf } from "./write.ts";

/**
 * PubAnnotation JSON, which TextAE edits: denotations, relations between them, attributes of both, blocks as sections, and
 * tracks where several projects annotated the text. Offsets count code points. Source:
 * pubannotation.org/docs/annotation-format.
 */
export const pubannotation: Format = {
  id: "pubannotation",
  title: titleOfFormat("pubannotation"),
  unit: "codepoint",
  reader: {
    endings: [".json"],
    recognises: (head) =>
      /^\uFEFF?\s*[[{]/.test(head) &&
      /"(?:denotations|tracks)"\s*:\s*\[|"source(?:db|id)"\s*:/.test(head),
    byLine: false,
    read: readDocuments,
  },
  writer: {
    holds: {
      ...holdsSpans,
      layers: true,
      sections: true,
      metadata: true,
      discontinuous: true,
      spanAttributes: true,
      relations: true,
      relationAttributes: true,
      entities: "codes",
    },
    files: "each",
    endings: [".json"],
    fit: (document) =>
      fitInSteps(document, [
        withoutMetadata((key) => !isSourceFact(key)),
        withoutShortLists,
        withoutCodesAsAttributes,
        fitCodeTexts({ most: Number.POSITIVE_INFINITY, hasDisplay: () => false }),
      ]),
    write: (document, options) => [`${JSON.stringify(recordOf(document, options), null, 2)}\n`],
  },
};

/** An attribute that reads as a code would come back as one. */
const withoutCodesAsAttributes: FitStep = (document, book) => ({
  ...document,
  layers: document.layers.map((layer) => ({
    ...layer,
    spans: layer.spans.map((span) => {
      const kept = Object.entries(span.attributes).filter(([name, value]) => {
        const code = [value]
          .flat()
          .map((one) => codeIn(name, one))
          .find((one) => one !== null);
        if (code)
          book.lose(
            "Attributes that would be codes",
            dropped,
            `${document.name}: ${codeText(code)}`,
          );
        return !code;
      });
      return { ...span, attributes: Object.fromEntries(kept) };
    }),
  })),
});
