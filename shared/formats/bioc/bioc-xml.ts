import type { Format } from "../format.ts";
import { addUpLosses } from "../losses.ts";
import { fitAttributeTexts } from "../texts/attribute-text.ts";
import { bioCHolds, fitToBioC } from "./fit.ts";
import { readCollection } from "./read.ts";
import { documentsOfXml } from "./read-xml.ts";
import { bioCDocument } from "./write.ts";
import { documentXml } from "./write-xml.ts";
import { fitXmlText } from "./xml-text.ts";

/** BioC XML, written as bioc_v1.dtd has it; both versions of it are read. */
export const bioCXml: Format = {
  id: "bioc-xml",
  title: "BioC XML",
  unit: "codepoint",
  reader: {
    endings: [".xml"],
    recognises: (head) => /<collection[\s>]/.test(head) && /<document[\s>]|BioC/.test(head),
    byLine: false,
    read(source, options) {
      return readCollection(documentsOfXml(source), source, options);
    },
  },
  writer: {
    holds: bioCHolds,
    files: "one",
    endings: [".xml"],
    fit(document) {
      const general = fitToBioC(document);
      const texts = fitAttributeTexts(general.document);
      const signs = fitXmlText(texts.document);
      const losses = [...general.losses, ...texts.losses, ...signs.losses];
      return { document: signs.document, losses: addUpLosses(losses) };
    },
    begin: () =>
      '<?xml version="1.0" encoding="UTF-8"?>\n<collection>\n<source>Casemark</source>\n<date></date>\n<key></key>\n',
    end: () => "</collection>\n",
    write: (document, options) => [documentXml(bioCDocument(document, options))],
  },
};
