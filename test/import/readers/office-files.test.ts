import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readDocument } from "../../../electron/import/read-document.ts";
import type { Extracted } from "../../../shared/extract/extracted.ts";
import { outline, repairs } from "../../shared/extract/samples.ts";

/** The report as LibreOffice wrote it, or as its source has it (fodt). */
async function read(ending: string): Promise<Extracted> {
  const name = `case.${ending}`;
  const bytes = readFileSync(new URL(`office/${name}`, import.meta.url));
  const [extracted] = await readDocument(bytes, name, ending === "fodt" ? "odt" : null);
  if (extracted === undefined) throw new Error(`${name} holds nothing`);
  return extracted;
}

const whole = [
  "left-out: Department of Pathology",
  "title: A Mass of the Thigh",
  "heading1: History",
  "paragraph: A 54-year-old man noticed a  swelling[1] of 10³ mm3; CD34 was positive.\nПациент; naïve, 5 µm, ≥ 3 %, α-SMA – “so it was”.",
  "paragraph: The tumour was malignant and deep. Its size:\t7 cm. Leiomyosarcoma, p <\u00A00.05.",
  "heading2: Findings",
  "list-item: 3. Spindle cells",
  "list-item: (a) with mitoses",
  "list-item: I. many",
  "list-item: (b) without necrosis",
  "list-item: 4. Giant cells",
  "in a second paragraph",
  "list-item: • Desmin",
  "list-item: • diffuse",
  "list-item: • Ki-67",
  "table: Marker\t\tResult\nMuscle\tDesmin\t+ diffuse\n\tSMA\tfocal",
  "paragraph: See the guideline[i].",
  "paragraph: Teaching point: sample deeply.",
  "heading1: Outcome",
  "paragraph: He was well after two years.",
  "footnote: [1] First seen in spring.",
  "footnote: [i] Edition of 2020.",
  "left-out: Confidential",
];

test.for(["fodt", "odt", "docx", "rtf"])("one report reads the same from .%s", async (ending) => {
  const extracted = await read(ending);
  // Formats differ in what the second paragraph of an item is, and in whether dashes are bullets.
  const told = outline(extracted).map((line) =>
    line.replace(/^.*(?=in a second)/, "").replace("– diffuse", "• diffuse"),
  );
  expect(told).toEqual(whole);
  expect(repairs(extracted)).toEqual([
    "characters: 3 -> ³",
    "tracked-change: benign  -> ",
    "hidden:  (not for the report) -> ",
    "comment: Which margin? Ask. -> ",
    "hyphen: \u00AD -> ",
    "hyphen: \u00AD -> ",
  ]);
  expect(extracted.warnings).toEqual([
    "1 tracked insertion was taken as accepted.",
    "1 tracked deletion was taken as accepted and left out.",
    "1 hidden stretch of text was left out.",
  ]);
  expect(extracted.notes).toEqual([
    "1 comment was left out of the text.",
    "1 raised number behind another was written in raised digits, as in 10³.",
    "2 optional hyphens were left out of words.",
  ]);
});
