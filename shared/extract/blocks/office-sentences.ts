/** What a person must look at in every word processor's file, in this order; "#" is the count. */
export const officeSentences: Readonly<Record<string, [one: string, many: string]>> = {
  insertions: [
    "1 tracked insertion was taken as accepted.",
    "# tracked insertions were taken as accepted.",
  ],
  deletions: [
    "1 tracked deletion was taken as accepted and left out.",
    "# tracked deletions were taken as accepted and left out.",
  ],
  hidden: ["1 hidden stretch of text was left out.", "# hidden stretches of text were left out."],
};

/** What is good to know of it. */
export const officeNotes: Readonly<Record<string, [one: string, many: string]>> = {
  comments: ["1 comment was left out of the text.", "# comments were left out of the text."],
  raised: [
    "1 raised number behind another was written in raised digits, as in 10³.",
    "# raised numbers behind others were written in raised digits, as in 10³.",
  ],
  hyphens: [
    "1 optional hyphen was left out of a word.",
    "# optional hyphens were left out of words.",
  ],
};
