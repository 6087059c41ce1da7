/** What happens to the text of a group. */
export type Destination =
  | "text"
  | "skip"
  | "fonts"
  | "styles"
  | "title"
  | "author"
  | "keywords"
  | "comment"
  | "mark"
  /** How a level of a list writes its numbers. */
  | "level"
  /** Read on into, but with no text of its own. */
  | "frame";

const byWord: Readonly<Record<string, Destination>> = {
  fonttbl: "fonts",
  stylesheet: "styles",
  info: "frame",
  title: "title",
  author: "author",
  keywords: "keywords",
  annotation: "comment",
  listtext: "mark",
  pntext: "mark",
  shppict: "frame",
  shp: "frame",
  shpinst: "frame",
  shptxt: "text",
  shpgrp: "frame",
  do: "frame",
  dptxbxtext: "text",
  object: "frame",
  result: "text",
  field: "text",
  fldrslt: "text",
  // Some programs write it with "\\*".
  footnote: "text",
  listtable: "frame",
  listoverridetable: "frame",
  leveltext: "level",
  upr: "frame",
  ud: "text",
  mmath: "text",
  moMath: "text",
  moMathPara: "text",
};

/** Destinations that are written without `\*` because they are older than it. */
const skipped = new Set([
  "colortbl",
  "pict",
  "fldinst",
  "shprslt",
  "nonshppict",
  "nonesttables",
  "sp",
  "subject",
  "operator",
  "comment",
  "doccomm",
  "category",
  "manager",
  "company",
  "hlinkbase",
  "buptim",
  "creatim",
  "printim",
  "revtim",
  "xe",
  "tc",
  "rxe",
  "bkmkstart",
  "bkmkend",
  "atnid",
  "atnauthor",
  "atnref",
  "listname",
  "levelnumbers",
  "listpicture",
  "revtbl",
  "objdata",
  "objclass",
  "txe",
  "private",
  "ftnsep",
  "ftnsepc",
  "ftncn",
  "aftnsep",
  "aftnsepc",
  "aftncn",
]);

/** The destination that a control word begins, null where it begins none. */
export function destinationOf(word: string, starred: boolean): Destination | null {
  if (Object.hasOwn(byWord, word)) return byWord[word] ?? null;
  if (skipped.has(word) || /^m\w+Pr$/.test(word)) return "skip";
  return starred ? "skip" : null;
}
