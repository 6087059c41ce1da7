import { type Format, holdsSpans, type Reader } from "../format.ts";
import { titleOfFormat } from "../format-ids.ts";
import { fitToWords } from "./fit.ts";
import { readConll } from "./read.ts";
import { recognisesConll } from "./recognise.ts";
import type { TagScheme } from "./tags.ts";
import { writeConll } from "./write.ts";

const reader: Reader = {
  endings: [".conll", ".iob", ".iob2", ".bio", ".tsv", ".txt"],
  recognises: (head) => recognisesConll(head),
  byLine: false,
  read: readConll,
};

/**
 * CoNLL-2003 (Tjong Kim Sang and De Meulder 2003) with two columns, word and tag, as training programs read
 * it. It has the text only as words, and one span at most for each.
 */
export const conll: Format = conllOf("conll", "IOB2");

/** The same with the tags S and E for single and last words. */
export const conllIobes: Format = conllOf("conll-iobes", "IOBES");

function conllOf(id: "conll" | "conll-iobes", scheme: TagScheme): Format {
  return {
    id,
    title: titleOfFormat(id),
    unit: null,
    reader,
    writer: {
      holds: { ...holdsSpans, overlaps: "none", stacked: false },
      files: "one",
      endings: [".conll"],
      fit: fitToWords,
      write: (document) => [writeConll(document, scheme)],
    },
  };
}
