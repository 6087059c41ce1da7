import type { RepairKind } from "../../shared/extract/extracted.ts";
import { t } from "../messages.ts";

/** What a reader did, in words for the legend; the order is that of the legend. */
export const repairWords: Readonly<Record<RepairKind, string>> = {
  hyphen: t("Words joined over a line’s end"),
  "line-end": t("Lines joined"),
  ligature: t("Ligatures written out"),
  uncertain: t("Words that OCR is not sure of"),
  characters: t("Characters replaced"),
  spaces: t("Spaces mended"),
  doubled: t("Doubled letters removed"),
  "figure-letters": t("Letters of figures"),
  "running-head": t("Running heads"),
  "page-number": t("Page numbers"),
  "line-number": t("Line numbers"),
  watermark: t("Watermarks"),
  "tracked-change": t("Tracked changes"),
  comment: t("Comments"),
  hidden: t("Hidden text"),
};

/** Why a whole block was left out, in words for the legend and the text. */
export function leftOutWords(why: RepairKind | null): string {
  if (why === null) return t("Others");
  return why === "characters" ? t("Letters that cannot be read") : repairWords[why];
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
  return shown === "" ? t("nothing") : t("“{words}”", { words: shown });
}
