import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findSections, titleOf } from "../../../shared/text/sections.ts";

const data = fileURLToPath(new URL("../../../../shared/data/", import.meta.url));

/** Each section's kind and title. */
const outline = (text: string) => findSections(text).map(({ kind, title }) => `${kind}: ${title}`);

test("headings in capitals, alone between blank lines, numbered and run into the text are found", () => {
  const text = `A rare tumour of the spine

ABSTRACT

Background: Sarcomas are rare.
Case Description: A woman fell ill.

1. Introduction

The tumour is rare and was described only a few times before.

2. Case presentation
2.1 Histology

The slides showed spindle cells with blunt nuclei.

Survival of patients with sarcoma

Few patients survive for longer than ten years.

REFERENCES

1. Smith A. Sarcomas of bone
`;
  expect(outline(text)).toEqual([
    "title: A rare tumour of the spine",
    "abstract: ABSTRACT",
    "introduction: Background",
    "case: Case Description",
    "introduction: Introduction",
    "case: Case presentation",
    "microscopy: Histology",
    "case: Survival of patients with sarcoma",
    "references: REFERENCES",
  ]);
});

test("the parts of a pathology report are told apart", () => {
  const text = `Clinical history: Mass in the left thigh.
Gross description: A nodule of 4 cm.
Microscopic examination: Spindle cells in fascicles.
Immunohistochemistry: SMA positive.
Molecular findings: No fusion.
Final diagnosis: Leiomyosarcoma, grade 2.
Comment: See note.
Follow-up: Alive after two years.
`;
  expect(outline(text)).toEqual([
    "history: Clinical history",
    "gross: Gross description",
    "microscopy: Microscopic examination",
    "immunohistochemistry: Immunohistochemistry",
    "molecular: Molecular findings",
    "diagnosis: Final diagnosis",
    "discussion: Comment",
    "follow-up: Follow-up",
  ]);
});

test("lines in capitals right above their text are headings where the report has known ones like them", () => {
  const text = `SURGICAL PATHOLOGY REPORT

CLINICAL HISTORY
A woman of 52 years with a mass in the left breast.

PART 1: CORE BIOPSY (LEFT BREAST)
Invasive carcinoma of no special type, grade 3.

BIOMARKERS
- Estrogen receptor (ER): positive, 95%

FLOW CYTOMETRY (82% of the events)
B cells with restricted light chains.

FISH (BREAK-APART PROBES):
No rearrangement was found in 200 nuclei.

PATIENT A
and all others.

DIAGNOSIS:
Carcinoma of the left breast.

ADDENDUM (2 WEEKS LATER):
The margins are free in the second excision.
`;
  expect(outline(text)).toEqual([
    "title: SURGICAL PATHOLOGY REPORT",
    "history: CLINICAL HISTORY",
    "other: PART 1: CORE BIOPSY (LEFT BREAST)",
    "other: BIOMARKERS",
    "other: FLOW CYTOMETRY (82% of the events)",
    "molecular: FISH (BREAK-APART PROBES)",
    "diagnosis: DIAGNOSIS",
    "other: ADDENDUM (2 WEEKS LATER)",
  ]);
});

test("words before a paragraph are a heading where the report has known ones like them", () => {
  const text = `Clinical history: A man of 44 years noticed that a mole was changing.

Sentinel node: Wide excision held a scar and no residual melanoma. One of two nodes held a metastasis of 1.4 mm.

Immunohistochemistry:

Desmin: Negative
S100: Positive in all of the cells

Treatment: Dabrafenib for 12 months.

He received the following: Nivolumab 480 mg every four weeks, and radiotherapy of the brain with 20 Gy.

Relapse: None so far.

Addendum 1: The variant is somatic.
`;
  expect(outline(text)).toEqual([
    "history: Clinical history",
    "other: Sentinel node",
    "immunohistochemistry: Immunohistochemistry",
    "treatment: Treatment",
    "follow-up: Relapse",
    "other: Addendum 1",
  ]);
});

test("a heading of unknown words belongs to the section that it is below, and to none beside a known one", () => {
  const text = `DISCUSSION

The tumour is rare and was described only a few times before.

What others saw

Few patients survive for longer than ten years.

Outcome

She is well after two years and has no complaints.

Lessons for the clinic

The site of the tumour should not mislead anybody.
`;
  expect(outline(text)).toEqual([
    "discussion: DISCUSSION",
    "discussion: What others saw",
    "follow-up: Outcome",
    "other: Lessons for the clinic",
  ]);
});

const inCapitals = (lines: string) =>
  `CLINICAL HISTORY\nA mass of the breast.\n\nGROSS DESCRIPTION\nA nodule of 4 cm.\n\n${lines}`;

test.each([
  [
    "a result in capitals",
    inCapitals("DESMIN NEGATIVE\nThe internal control was good in all of the slides."),
    "gross: GROSS DESCRIPTION",
  ],
  [
    "lines in capitals below each other",
    inCapitals("LEFT BREAST AND AXILLA\nINVASIVE DUCTAL CARCINOMA, GRADE 2."),
    "gross: GROSS DESCRIPTION",
  ],
  [
    "a specimen in a diagnosis",
    inCapitals(
      "DIAGNOSIS\n\nLEFT BREAST, LUMPECTOMY\nInvasive carcinoma, 0.7 cm in greatest dimension.",
    ),
    "diagnosis: DIAGNOSIS",
  ],
])("%s is no heading, though others in capitals are", (_, text, last) => {
  expect(outline(text).at(-1)).toBe(last);
});

test("Markdown headings keep their words, and sub-headings without a known word belong to theirs", () => {
  expect(
    outline("## Discussion\n\nText.\n\n### What others saw\n\nMore.\n\n## Funding\n\nNone."),
  ).toEqual(["discussion: Discussion", "discussion: What others saw", "other: Funding"]);
});

test("a caption is a section of its own, and what goes on after it belongs to the section before", () => {
  const text = "DISCUSSION\n\nThe first half.\n\nFigure 1: Spindle cells.\n\nThe second half.\n";
  expect(findSections(text)).toEqual([
    { kind: "discussion", title: "DISCUSSION", start: 0, end: 27 },
    { kind: "caption", title: "Figure 1", start: 29, end: 53 },
    { kind: "discussion", title: "", start: 55, end: 71 },
  ]);
});

test("text before the first heading is a section without a title", () => {
  expect(findSections("\n A woman fell ill.\n\nDISCUSSION\n\nIt was rare.")).toEqual([
    { kind: "other", title: "", start: 2, end: 19 },
    { kind: "discussion", title: "DISCUSSION", start: 21, end: 45 },
  ]);
});

test.each([
  [
    "capitals inside a sentence",
    "We compared PATIENT A with\nPATIENT B and found nothing that differed.",
  ],
  [
    "a wrapped line that ends with a known word",
    "The slides went to\nPathology\nand came back after a week.",
  ],
  [
    "items of a numbered list",
    "We did this:\n\n1. Lung, upper lobe\n\n2. Lymph node, hilar\n\nNothing else was received by us.",
  ],
  [
    "a reference to a figure at a line's start",
    "The cells were large, as seen in\nFigure 1. They had clear cytoplasm.",
  ],
  ["markers in capitals", "CD34\n\nThe endothelial marker was negative in all of the cells."],
  ["a sentence with a colon", "Note: the patient had been treated before."],
  [
    "capitals above text in a report that has no headings",
    "RIGHT UPPER LOBE\nThe nodule measures two centimetres in its greatest dimension.",
  ],
  [
    "halves of a sentence set apart",
    "A man of 63 years presented with\n\nPain of the left thigh for\n\nwhich nothing was found by anybody.",
  ],
])("%s are no headings", (_, text) => {
  expect(outline(text)).toEqual(["other: "]);
});

test("an empty text has no sections", () => {
  expect([findSections(""), findSections(" \n\n\t")]).toEqual([[], []]);
});

test("the title is the first lines where they look like one, else the file's name", () => {
  expect(titleOf("Leiomyosarcoma of the\ncervical spine\n\nABSTRACT\n\nText.", "a.txt")).toBe(
    "Leiomyosarcoma of the cervical spine",
  );
  expect(titleOf("# A case of GIST\n\nA man fell ill.", "a.txt")).toBe("A case of GIST");
  expect(titleOf("Case Report: A Mass\n\nAbstract\n\nText.", "a.txt")).toBe("Case Report: A Mass");
  expect(titleOf("A man fell ill. He died.\n\nNothing else.", "in/case 7.v2.txt")).toBe(
    "case 7.v2",
  );
  expect(titleOf("INTRODUCTION\n\nText.", "lms.txt")).toBe("lms");
  expect(titleOf("", ".txt")).toBe(".txt");
});

const piece = fc.oneof(
  fc.constantFrom(
    "\n",
    "\n\n",
    " ",
    "\t",
    "CASE REPORT\n",
    "Figure 1: a\n",
    "# Title\n",
    "Results: ",
    "2.1 Text\n",
  ),
  fc.string({ unit: "binary" }),
);
const anyText = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));

test("sections are in order, do not overlap and hold every character that is not white space", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      let at = 0;
      for (const { start, end } of findSections(text)) {
        expect(text.slice(at, start).trim()).toBe("");
        expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
        expect(end).toBeGreaterThan(start);
        at = end;
      }
      expect(text.slice(at).trim()).toBe("");
    }),
  );
});

describe.skipIf(!existsSync(data))(
  "on real reports (skipped where ../shared/data is missing)",
  () => {
    test("the sections of a report copied from a PDF are found", () => {
      const text = readFileSync(`${data}reports/lms-cervical-spine-metastasis.txt`, "utf8");
      expect(outline(text)).toEqual([
        "introduction: INTRODUCTION",
        "introduction: Background",
        "case: Case Description",
        "conclusion: Conclusion",
        "case: CASE REPORT",
        "follow-up: Postoperative course",
        "discussion: DISCUSSION",
        "discussion: LMS rarely metastasizes to the spine",
        "discussion: Survival rates for spinal LMS",
        "discussion: Bony metastases for LMS lesions",
        "caption: Figure 2",
        "discussion: ",
        "caption: Figure 1",
        "discussion: ",
        "conclusion: CONCLUSION",
        "caption: Figure 3",
        "caption: Figure 4",
        "caption: Figure 5",
      ]);
    });

    test("reports without headings get none", () => {
      const folder = `${data}brat/maccrobat2020/`;
      const files = readdirSync(folder).filter((file) => file.endsWith(".txt"));
      const found = files.flatMap((file) => outline(readFileSync(folder + file, "utf8")));
      const untitled = found.filter((line) => line === "other: ");
      const headed = found.filter((line) => line !== "other: ");
      expect([untitled.length, headed]).toEqual([99, ["case: CASE"]]);
    });
  },
);
