import type { RepairKind } from "../../shared/extract/extracted.ts";

/** What a reader did, in words for the legend; the order is that of the legend. */
export const repairWords: Readonly<Record<RepairKind, string>> = {
  hyphen: "Words joined over a line’s end",
  "line-end": "Lines joined",
  ligature: "Ligatures written out",
  uncertain: "Words that OCR is not sure of",
  characters: "Characters replaced",
  spaces: "Spaces mended",
  doubled: "Doubled letters removed",
  "figure-letters": "Letters of figures",
  "running-head": "Running heads",
  "page-number": "Page numbers",
  "line-number": "Line numbers",
  watermark: "Watermarks",
  "tracked-change": "Tracked changes",
  comment: "Comments",
  hidden: "Hidden text",
};

/** Why a whole block was left out, in words for the legend and the text. */
export function leftOutWords(why: RepairKind | null): string {
  if (why === null) return "Others";
  return why === "characters" ? "Letters that cannot be read" : repairWords[why];
}

/** What is so frequent that its marks would bury the text; shown when asked for. */
export const quietKinds: ReadonlySet<RepairKind> = new Set(["line-end"]);

const glyphs: Readonly<Record<string, string>> = {
  "\n": "↵",
  "\t": "⇥",
  " ": "·",
  "\u00a0": "⍽",
  "\u00ad": "-",
};

/** Text that is not in the report, with what cannot be seen made visible where it is all there is. */
export function visible(text: string): string {
  if (text.trim() !== "") return text.replace(/\n/g, "");
  return Array.from(text, (character) => glyphs[character] ?? "·").join("");
}

/** The same for a sentence: empty text is said. */
export function quoted(text: string): string {
  const shown = text.trim() === "" ? visible(text) : text.replace(/\n/g, "↵");
  return shown === "" ? "nothing" : `“${shown}”`;
}
