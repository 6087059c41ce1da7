import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyDefects } from "../../../shared/defects/apply.ts";
import type { Defect } from "../../../shared/defects/defect.ts";
import { findDefects } from "../../../shared/defects/find.ts";
import { normaliseNewlines } from "../../../shared/text/newlines.ts";

const data = fileURLToPath(new URL("../../../../shared/data/", import.meta.url));
const textOf = (file: string) => normaliseNewlines(readFileSync(data + file, "utf8")).text;

/** Each defect with what it replaces, line ends as "/": "ligature: e > The". */
const listed = (text: string) =>
  findDefects(text).map(({ kind, start, end, replacement }) =>
    `${kind}: ${text.slice(start, end)} > ${replacement}`.replaceAll("\n", "/"),
  );
const repaired = (text: string) => applyDefects(text, findDefects(text)).text;

/** By kind: line and column (from 1), what is replaced and by what. */
function places(text: string, defects: readonly Defect[], kind: Defect["kind"]): string[] {
  return defects
    .filter((defect) => defect.kind === kind)
    .map(({ start, end, replacement }) => {
      const before = text.slice(0, start).split("\n");
      const place = `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
      return `${place} ${text.slice(start, end).replaceAll("\n", "/")} > ${replacement}`;
    });
}

describe.skipIf(!existsSync(data))("the texts of ../shared/data (skipped without it)", () => {
  const report = "reports/lms-cervical-spine-metastasis.txt";

  test("the report that was copied from a PDF has just these defects", () => {
    const text = textOf(report);
    const defects = findDefects(text);
    const of = (kind: Defect["kind"]) => places(text, defects, kind);
    expect(of("ligature")).toEqual(["9:92 e > The", "110:1 e > The"]);
    expect(of("hyphen")).toEqual(["41:63 / > "]);
    expect(of("figure-letters")).toEqual(["101:1 cba// > ", "107:1 a b/ > "]);
    expect(of("spaces").map((place) => place.split(" ")[0])).toEqual([
      "5:17",
      "5:36",
      "14:20",
      "16:14",
      "53:19",
      "53:52",
      "59:40",
      "93:26",
      "120:8",
    ]);
    expect(of("line-end").map(Number.parseFloat)).toEqual([
      3, 4, 5, 6, 7, 9, 10, 11, 14, 15, 16, 17, 18, 19, 20, 21, 24, 25, 27, 28, 29, 30, 31, 36, 37,
      38, 39, 40, 42, 43, 44, 45, 46, 47, 52, 55, 56, 57, 58, 59, 60, 67, 68, 69, 70, 71, 72, 73,
      74, 79, 80, 81, 82, 83, 88, 89, 90, 91, 92, 93, 94, 97, 98, 103, 104, 110, 111, 112, 113, 115,
      117, 118, 120, 121,
    ]);
    const rest = defects.filter(({ kind }) => kind === "order");
    expect(defects).toHaveLength(2 + 1 + 2 + 9 + 74 + 1);
    expect(rest).toMatchObject([{ certainty: "likely", movedTo: 1 }]);
  });

  test("taking them all mends the report, the title page and its torn word as well", () => {
    const text = repaired(textOf(report));
    expect(text).toMatch(
      /^ Background: .* muscle\. The most common sites .*\n\nCase Description: /,
    );
    expect(text).toMatch(/\n\nConclusion: .*\n\nINTRODUCTION\n\n.*Here, a 63-year-old female who/);
    expect(text).toContain("laminar/C5–C6 bony foraminal lesion documented");
    expect(text).toContain("CONCLUSION\n\nThe prognosis for");
    expect(text).not.toMatch(/\ncba\n|\na b\n/);
    expect(findDefects(text)).toEqual([]);
  });

  test("of the MACCROBAT texts one has a defect: two spaces", () => {
    const folder = "brat/maccrobat2020/";
    const files = readdirSync(data + folder).filter((file) => file.endsWith(".txt"));
    const found = files.flatMap((file) =>
      listed(textOf(folder + file)).map((defect) => `${file} ${defect}`),
    );
    expect(files.length).toBeGreaterThan(99);
    expect(found).toEqual(["17803823.txt spaces:    >  "]);
  });

  test("a novel is wrapped, its hyphens stay, and nothing else is wrong with it", () => {
    const text = textOf("text/real/war-and-peace-3MB.txt");
    const defects = findDefects(text);
    const kinds = new Set(defects.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(["hyphen", "line-end"]);
    const without = defects.filter(({ kind, start }) => kind === "hyphen" && text[start] === "-");
    expect(without).toEqual([]);
    const lines = repaired(text).split("\n");
    // Verses, headings and the lines of letters keep their ends.
    expect(lines).toContain("CHAPTER I");
  }, 60_000);

  test("a megabyte takes no longer than a moment", () => {
    const text = textOf("text/real/war-and-peace-3MB.txt").slice(0, 1_000_000);
    findDefects(text);
    const start = process.threadCpuUsage();
    findDefects(text);
    const { user, system } = process.threadCpuUsage(start);
    // Microseconds of this thread's work, whatever else runs beside it.
    expect(user + system).toBeLessThan(500_000);
  }, 30_000);
});

test("sentences that lost Th get it back", () => {
  expect(repaired("It was rare. e most common site is skin.\n\nis was seen. us, we went on.")).toBe(
    "It was rare. The most common site is skin.\n\nThis was seen. Thus, we went on.",
  );
  expect(repaired("Seen in two.[3] erapy was given. e rst was oral.")).toBe(
    "Seen in two.[3] Therapy was given. The first was oral.",
  );
});

test("what only looks like a lost Th stays", () => {
  for (const text of [
    "We saw it. is a rhetorical case.",
    "(a) CD31. (d) CD34, d desmin. e actin was negative.",
    "c Low power. d high power. e strong staining for actin.",
    "See i. e most of them.",
    "Vitamin E. e Hospital of Rome.",
    "The tumour, e most of it, was gone.",
  ])
    expect(listed(text)).toEqual([]);
});

test("ligatures inside words come back, with a space or nothing in their place", () => {
  expect(repaired("A signi cant di erence in in ltration.")).toBe(
    "A significant difference in infiltration.",
  );
  expect(repaired("Signicant eosinophils; the classication was di cult.")).toBe(
    "Significant eosinophils; the classification was difficult.",
  );
  expect(listed("The \ufb01rst e\ufb00ect")).toEqual([
    "ligature: \ufb01 > fi",
    "ligature: \ufb00 > ff",
  ]);
});

test("the text's own words tell whether a hyphen stays", () => {
  const text = `An excision was planned. A re-excision was done. She is a 63-year-old woman.

The exci-
sion was whole; the re-
excision was too; the 63-year-
old woman was well.`;
  expect(repaired(text)).toBe(
    "An excision was planned. A re-excision was done. She is a 63-year-old woman.\n\nThe excision was whole; the re-excision was too; the 63-year-old woman was well.",
  );
});

test("without the text's word, names, numbers and usual halves keep their hyphen", () => {
  const broken =
    "CD34-\npositive T-\ncell PD-\nL1 Ki-\n67 follow-\nup well-\nbeing lym-\nphoma C5–\nC6";
  expect(repaired(broken.replaceAll(" ", "\n\n"))).toBe(
    "CD34-positive T-cell PD-L1 Ki-67 follow-up well-being lymphoma C5–C6".replaceAll(" ", "\n\n"),
  );
  expect(findDefects("lym-\nphoma")).toMatchObject([
    { certainty: "likely", because: '"lymphoma" was broken at a line\'s end.' },
  ]);
});

test("words torn by a space are joined only where the text shows the word", () => {
  expect(repaired("The excision. The exci- sion of a 63-year- old man at C5– C6.")).toBe(
    "The excision. The excision of a 63-year-old man at C5–C6.",
  );
  for (const text of [
    "pre- and postoperative, 1- to 2-year survival, one- or two-stage",
    "the exci- sion that nobody else writes",
    "grade 2 - 3, at 5 - 6 cm, HER2 - negative",
    "The prognosis was poor –\nthe patient died.",
  ])
    expect(listed(text).filter((defect) => defect.startsWith("hyphen"))).toEqual([]);
});

/** Some lines as wide as a column, which break off within a sentence. */
const column = (site: string) => `The patient was seen in the ${site} clinic because of a
mass near the ${site} that had grown over the last three
months; magnetic resonance of the ${site} showed that it was
`;
const sites = ["thigh", "shoulder", "neck"];

test("running heads, folios and notices that break into sentences go, and the sentence is joined", () => {
  const pages = sites.map(
    (site, at) => `${column(site)}Rossi et al.: A rare tumour\n${at + 12}\nwell above the ${site}.`,
  );
  const mended = repaired(pages.join("\n"));
  expect(mended).not.toMatch(/Rossi|1[234]/);
  expect(mended.match(/showed that it was well above the/g)).toHaveLength(3);
  expect(
    listed(`${column("thigh")}Downloaded from http://journal.org by guest\nwell delineated.`),
  ).toContain("running-head: /Downloaded from http://journal.org by guest/ >  ");
});

test("refrains, headings and numbers of their own stay", () => {
  const chapters = sites.map(
    (site, at) => `CHAPTER OF WAR\n\n${at + 1}\n\n${column(site)}well delineated.\n\n`,
  );
  const kinds = findDefects(chapters.join("")).map(({ kind }) => kind);
  expect(new Set(kinds)).toEqual(new Set(["line-end"]));
});

test("letters of a figure's parts go only near a caption", () => {
  expect(repaired("It was gone.\n\na\nb\n\nFigure 1: The mass (a) and (b).")).toBe(
    "It was gone.\n\nFigure 1: The mass (a) and (b).",
  );
  expect(repaired("A B\nC D\nFig. 2. The mass.")).toBe("Fig. 2. The mass.");
  expect(listed("Hepatitis\n\na b\n\nand more")).toEqual([]);
  expect(listed("Figure 1: The mass.\n\nb d\n\nA")).toEqual([]);
});

test("lines that were not wrapped keep their ends", () => {
  for (const text of [
    "NSAID: non-steroidal anti-inflammatory drugs of any kind\nCOX-2: cyclooxygenase-2\nACF: Aberrant crypt foci\nUMIN: University hospital network",
    "The patient was a man.\nHe was seen in May.\nHe was well.",
    "Age\tSex\nof the patients  and their\n\t\tparents",
    "1. CD34 negative\n2. desmin positive",
  ])
    expect(listed(text).filter((defect) => defect.startsWith("line-end"))).toEqual([]);
});

test("in whatever text, defects are in order, disjoint, and can be taken in any choice", () => {
  const part = fc.constantFrom(
    ..."e most|Figure 1: A|a b|exci-|sion|C5–|C6|Background: It was|Conclusion: It was.|12|Page 3|INTRODUCTION".split(
      "|",
    ),
    "Downloaded from http://a.b",
    "a line that is as long as a column is wide and goes on",
    "signi cant",
    "  ",
    " ",
    "\n",
    "\n\n",
    ". ",
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 40 }), fc.array(fc.boolean()), (parts, taken) => {
      const text = parts.join("");
      const defects = findDefects(text);
      const chosen = defects.filter((_, at) => taken[at] ?? true);
      const { text: mended, map } = applyDefects(text, chosen);
      const edits = defects.filter(({ movedTo }) => movedTo === undefined);
      for (const [at, { start, end, replacement }] of edits.entries()) {
        expect(start >= (edits[at - 1]?.end ?? 0) && end >= start).toBe(true);
        expect(text.slice(start, end)).not.toBe(replacement);
      }
      for (let at = 0; at <= text.length; at++)
        expect(map(at, 1) >= 0 && map(at, 1) <= mended.length).toBe(true);
    }),
  );
});
