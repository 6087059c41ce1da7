import { badFile, type Source } from "../../extract/source.ts";
import type { AnnotatedDocument } from "../../model/document.ts";
import { type Fitted, type Format, holdsEverything, type WriteOptions } from "../format.ts";
import { addUpLosses, lossBook } from "../losses.ts";
import { readBrat } from "./read.ts";
import { namesInScheme } from "./spelling.ts";
import { bratLosses, writeBrat } from "./write.ts";
import { writeAnnotationConf } from "./write-conf.ts";

/**
 * brat standoff: NAME.txt and NAME.ann for every layer, and the scheme as annotation.conf. What brat has
 * no line for stands in notes that Casemark reads back and other programs show as notes; the losses say it.
 */
export const brat: Format = {
  id: "brat",
  title: "brat standoff",
  unit: "codepoint",
  reader: {
    endings: [".ann"],
    recognises: (_, fileName) => fileName.endsWith(".ann"),
    byLine: false,
    beside: (fileName) => fileName.replace(/\.ann$/i, ".txt"),
    *read(source, { name, annotator, beside, offsets }) {
      if (beside === null)
        throw badFile(source, "has no text; put the .txt file of the same name beside it.");
      const { text, layer, warnings } = readBrat({
        text: decoded(beside),
        annotations: decoded(source),
        ...{ annotator, file: source.fileName },
        ...(offsets && { offsets }),
      });
      const facts = { title: name, case: name, sections: [], metadata: {} };
      yield { document: { name, ...facts, text, layers: [layer] }, warnings };
    },
  },
  writer: {
    holds: {
      ...holdsEverything,
      ...{ layers: false, sections: false, title: false, case: false, metadata: false },
    },
    files: "each",
    endings: [".txt", ".ann"],
    fit: fitToBrat,
    wholes: ({ scheme }) => [{ name: "annotation.conf", text: writeAnnotationConf(scheme) }],
    write({ text, layers: [layer] }, { offsets, scheme }) {
      if (!layer) return [text, ""];
      return [text, writeBrat(text, layer, { offsets, names: namesInScheme(scheme) }).annotations];
    },
  },
};

/** The text with its byte order mark, which some files' offsets count. */
function decoded({ decode, bytes }: Source): string {
  return decode(bytes, "utf-8") ?? "";
}

/** Without the flags of spans and what was read, which brat has no place for. */
function fitToBrat(document: AnnotatedDocument, { scheme }: WriteOptions): Fitted {
  const names = namesInScheme(scheme);
  const book = lossBook();
  const layers = document.layers.map(({ reading, ...layer }) => {
    if (reading) book.lose("Records of what was read", unknown, document.name);
    const spans = layer.spans.map(({ flag, ...span }) => {
      if (flag) book.lose("Flags of spans to look at", unknown, `${document.name}: ${span.quote}`);
      return span;
    });
    return { ...layer, spans };
  });
  const hidden = layers
    .flatMap((layer) => bratLosses(layer, names))
    .map(({ examples, ...loss }) => ({
      ...loss,
      examples: examples.map((example) => `${document.name}: ${example}`),
    }));
  return { document: { ...document, layers }, losses: addUpLosses([...hidden, ...book.losses()]) };
}

const unknown = "brat has no place for this, so they are not in the files.";
