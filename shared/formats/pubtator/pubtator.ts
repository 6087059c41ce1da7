import type { Format } from "../format.ts";
import { holdsSpans } from "../format.ts";
import { fitToPubTator } from "./fit.ts";
import { readPubTator } from "./read.ts";
import { writePubTator } from "./write.ts";

/**
 * PubTator (Wei et al. 2013; the files of BioCreative V CDR): a title, an abstract of one line, and
 * a line for each annotation, with identifiers; relations are between identifiers.
 */
export const pubTator: Format = {
  id: "pubtator",
  title: "PubTator",
  unit: "codepoint",
  reader: {
    endings: [".pubtator", ".txt"],
    recognises: (head) => /^\s*[^|\t\n]{1,200}\|[ta]\|/.test(head),
    byLine: false,
    read: readPubTator,
  },
  writer: {
    holds: {
      ...holdsSpans,
      sections: true,
      title: true,
      spanAttributes: true,
      relations: true,
      relationAttributes: true,
      entities: "codes",
      codeRelations: true,
    },
    files: "one",
    endings: [".pubtator"],
    fit: fitToPubTator,
    write: (document, options) => [writePubTator(document, options)],
  },
};
