/** What is said of a Word file, in this order; "#" is the count. */
export const docxSentences: Readonly<Record<string, [one: string, many: string]>> = {
  insertions: [
    "1 tracked insertion was taken as accepted.",
    "# tracked insertions were taken as accepted.",
  ],
  deletions: [
    "1 tracked deletion was taken as accepted and left out.",
    "# tracked deletions were taken as accepted and left out.",
  ],
  comments: ["1 comment was left out of the text.", "# comments were left out of the text."],
  hidden: ["1 hidden stretch of text was left out.", "# hidden stretches of text were left out."],
  hyphens: [
    "1 optional hyphen was left out of a word.",
    "# optional hyphens were left out of words.",
  ],
  symbols: [
    "1 sign of a symbol font is not known and stands as it is or as “\uFFFD”.",
    "# signs of symbol fonts are not known and stand as they are or as “\uFFFD”.",
  ],
  pictures: [
    "1 picture, shape or object has no text that can be read.",
    "# pictures, shapes or objects have no text that can be read.",
  ],
  arrangements: [
    "1 table that only arranges text was read cell by cell.",
    "# tables that only arrange text were read cell by cell.",
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
