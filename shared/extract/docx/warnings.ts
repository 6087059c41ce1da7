import { officeNotes, officeSentences } from "../blocks/office-sentences.ts";

/** What a person must look at in a Word file, in this order; "#" is the count. */
export const docxSentences: Readonly<Record<string, [one: string, many: string]>> = {
  ...officeSentences,
  symbols: [
    "1 sign of a symbol font is not known and stands as it is or as “\uFFFD”.",
    "# signs of symbol fonts are not known and stand as they are or as “\uFFFD”.",
  ],
  embedded: [
    "1 document within the document was left out; import it on its own.",
    "# documents within the document were left out; import them on their own.",
  ],
  "missing notes": [
    "1 note has a mark in the text but is not in the file.",
    "# notes have a mark in the text but are not in the file.",
  ],
};

/** What is good to know of it. */
export const docxNotes: Readonly<Record<string, [one: string, many: string]>> = {
  ...officeNotes,
  pictures: [
    "1 picture, shape or object has no text that can be read.",
    "# pictures, shapes or objects have no text that can be read.",
  ],
  arrangements: [
    "1 table that only arranges text was read cell by cell.",
    "# tables that only arrange text were read cell by cell.",
  ],
};
