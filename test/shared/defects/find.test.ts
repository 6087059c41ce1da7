import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyEdits, checkEdits } from "../../../shared/correct/edits.ts";
import { mappingOf } from "../../../shared/correct/mapping.ts";
import { editsOf } from "../../../shared/defects/as-edits.ts";
import { findDefects } from "../../../shared/defects/find.ts";
import { normaliseNewlines } from "../../../shared/text/newlines.ts";

const data = fileURLToPath(new URL("../../../../shared/data/", import.meta.url));
const textOf = (file: string) => normaliseNewlines(readFileSync(data + file, "utf8")).text;

/** Each defect with what it replaces, line ends as "/": "ligature: e > The". */
const listed = (text: string) =>
  findDefects(text).map(({ kind, start, end, replacement }) =>
    `${kind}: ${text.slice(start, end)} > ${replacement}`.replaceAll("\n", "/"),
  );
const repaired = (text: string) => applyEdits(text, editsOf(text, findDefects(text)));

describe.skipIf(!existsSync(data))("the texts of ../shared/data (skipped without it)", () => {
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

test("a text in which most sentences still begin with The is asked about the others", () => {
  const found = findDefects("The mass grew. The man was well. e most common site is skin.");
  expect(found.map(({ certainty }) => certainty)).toEqual(["likely"]);
  expect(listed("El paciente ingresa en la unidad de cuidados. e ingresa de la casa.")).toEqual([]);
});

test("names and words of other languages have lost no ligature", () => {
  for (const text of [
    "The bvrR mutant; exoR was found.",
    "It was founded by Sergey Brin in the first office.",
    "Mat deer selwechter Dignitéit an dene selwechte; the first field.",
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
    "18 Forget P, Machiels J- P, Coulie PG; and Machiels J-P, Coulie PG.",
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

/** A column in which a full line ends in the given words, and another one comes after it. */
const wide = (end: string, next: string) =>
  `${column("thigh")}${"as well as it had been in the year before that, and so it was ".slice(0, 61 - end.length)}${end}\n${next}`;

/** The numbers, from 1, of the lines that are joined with the next. */
const linesJoined = (text: string) =>
  findDefects(text).flatMap(({ kind, start }) =>
    kind === "line-end" ? [text.slice(0, start).split("\n").length] : [],
  );

test("bullets, entries of reference lists, folios and headings begin a line of their own", () => {
  for (const text of [
    wide("after that.", "► This study is the largest one of its kind so far and more."),
    wide("in 2014;74:4446–57.", "23 Wang X, Peters U, Potter JD, et al. Association of drugs and"),
    wide("after that.", "Inclusion criteria"),
    wide("for the whole of the three years", "12"),
  ])
    expect(linesJoined(text)).toEqual([1, 2, 3]);
});

test("where a full line ends a sentence, only blank lines between paragraphs make it sure", () => {
  const lines = wide("after that.", "He came again after one year, when the mass had grown anew.");
  const certainties = (text: string) =>
    findDefects(text).flatMap(({ kind, certainty }) => (kind === "line-end" ? [certainty] : []));
  expect(certainties(lines)).toEqual(["sure", "sure", "sure", "likely"]);
  const paragraphs = ["neck", "shoulder"].map((site) => `${column(site)}well.\n\n`).join("");
  expect(certainties(paragraphs + lines)).toEqual(Array(10).fill("sure"));
});

test("fields beside each other and what follows a bullet keep their two spaces", () => {
  expect(listed("Age: 48 years  Sex: M\n*  one\nHe was  well.")).toEqual(["spaces:    >  "]);
});

test("a caption that comes again is no running head", () => {
  const caption = "broken line represents the summary\nestimate. The result favours\n";
  const kinds = findDefects(
    [1, 2, 3].map(() => `${column("thigh")}${caption}well above.`).join(""),
  );
  expect(kinds.filter(({ kind }) => kind === "running-head")).toEqual([]);
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
      const mending = editsOf(text, chosen);
      checkEdits(text, mending);
      const map = mappingOf(text, mending);
      const mended = applyEdits(text, mending);
      const edits = defects.filter(({ movedTo }) => movedTo === undefined);
      for (const [at, { start, end, replacement }] of edits.entries()) {
        expect(start >= (edits[at - 1]?.end ?? 0) && end >= start).toBe(true);
        expect(text.slice(start, end)).not.toBe(replacement);
      }
      for (let at = 0; at < text.length; at++) {
        const now = map({ start: at, end: at + 1 });
        const isKept = !chosen.some(({ start, end }) => start <= at && at < end);
        if (isKept) expect(mended.slice(now.start, now.end)).toBe(text[at]);
      }
    }),
  );
});
