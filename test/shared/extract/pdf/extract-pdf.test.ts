import { expect, test } from "vitest";
import { blocksOfPages } from "../../../../shared/extract/pdf/extract-pdf.ts";
import { notesOf, warningsOf } from "../../../../shared/extract/pdf/warnings.ts";
import { column, pageOf, read, run, sentence } from "./builders.ts";

const filler = Array.from({ length: 6 }, (_, n) => sentence(n)).flat();

test("a paragraph goes on in the next column and on the next page, past what stands between", () => {
  const first = [
    ...column(
      ["The tumour was found in the left lobe and had", "a size of about four centimetres, with"],
      50,
      100,
    ),
    ...column(
      ["clear margins on all sides, but the report", "of the surgeon mentions that there was"],
      320,
      100,
    ),
    run("Figure 1. The tumour.", 50, 700, { size: 8 }),
  ];
  const second = column(["some bleeding in the course of the operation."], 50, 100);
  expect(read(first, second)).toEqual([
    "paragraph: The tumour was found in the left lobe and had a size of about four centimetres, " +
      "with clear margins on all sides, but the report of the surgeon mentions that there was " +
      "some bleeding in the course of the operation.",
    "caption: Figure 1. The tumour.",
  ]);
});

test("title, authors, abstract, headings and references are told by their type", () => {
  const runs = [
    run("A rare tumour of the spine", 50, 60, { size: 18, bold: true }),
    run("Ann Author, Bob Writer", 50, 90),
    run("Abstract", 50, 130, { bold: true }),
    ...column(filler, 50, 145),
    run("1. Case report", 50, 320, { bold: true }),
    ...column(filler, 50, 335),
    run("References", 50, 510, { bold: true }),
    ...column(["1. Smith J. On tumours of the spine. 1999."], 50, 525),
  ];
  const blocks = blocksOfPages([pageOf(runs)]);
  expect(blocks.map(({ kind, level, section }) => [kind, level, section])).toEqual([
    ["title", null, null],
    ["authors", null, null],
    ["heading", 1, "abstract"],
    ["paragraph", null, null],
    ["heading", 1, null],
    ["paragraph", null, null],
    ["heading", 1, "references"],
    ["reference", null, null],
  ]);
});

test("running heads, page numbers, line numbers and watermarks are left out and listed", () => {
  const pages = [1, 2, 3].map((n) => [
    run(`Journal of Spines 2020:${n}`, 50, 30, { size: 8 }),
    run(String(n), 300, 780, { size: 8 }),
    run("DRAFT COPY", 250, 400, { size: 40 }),
    ...column(["1", "2", "3", "4", "5"], 20, 100),
    ...column(
      [`Page ${"abc"[n - 1]} says something that no other page`, "says, in two lines."],
      50,
      100,
    ),
  ]);
  const found = read(...pages);
  expect(found.filter((one) => !one.startsWith("left out"))).toEqual(
    ["a", "b", "c"].map(
      (n) => `paragraph: Page ${n} says something that no other page says, in two lines.`,
    ),
  );
  expect(found.filter((one) => one.startsWith("left out")).slice(0, 8)).toEqual([
    "left out (running-head): Journal of Spines 2020:1",
    ...[1, 2, 3, 4, 5].map((n) => `left out (line-number): ${n}`),
    "left out (watermark): DRAFT COPY",
    "left out (page-number): 1",
  ]);
});

test("small type below both columns is read after both, though nothing spans them", () => {
  const text = [
    "Some words of the text that stand here",
    "and go on in a second line of it, and",
    "end in a third line below.",
  ];
  const small = { size: 7 };
  const runs = [
    ...column(text, 50, 100),
    ...column(
      [
        "In the other column the text goes on",
        "as it did before, over three lines of",
        "about one width, to its end.",
      ],
      320,
      100,
    ),
    ...column(
      ["1. Smith J. On tumours of the spine in", "general and of the neck in", "particular. 1999."],
      50,
      300,
      small,
    ),
    ...column(
      [
        "2. Jones K. On the lung and its many",
        "tumours, with notes on those of the",
        "heart. 2001.",
      ],
      320,
      300,
      small,
    ),
  ];
  expect(read(runs).map((one) => one.slice(0, 24))).toEqual([
    "paragraph: Some words of",
    "paragraph: In the other ",
    "footnote: 1. Smith J. On",
    "footnote: 2. Jones K. On",
  ]);
});

test("a table is read row by row, below its caption, with wrapped cells joined", () => {
  const small = { size: 8, face: "Sans" };
  const runs = [
    ...column(filler, 50, 100),
    run("Table 1 Markers", 50, 280, { ...small, bold: true }),
    ...[50, 150, 250].map((left, at) =>
      run(["Marker", "Result", "Clone"][at] ?? "", left, 292, small),
    ),
    ...[50, 150, 250].map((left, at) =>
      run(["Desmin", "positive,", "D33"][at] ?? "", left, 304, small),
    ),
    run("focally", 150, 313, small),
    ...[50, 150, 250].map((left, at) =>
      run(["S100", "negative", "4C4.9"][at] ?? "", left, 325, small),
    ),
  ];
  expect(read(runs).slice(-2)).toEqual([
    "caption: Table 1 Markers",
    "table: Marker\tResult\tClone\nDesmin\tpositive, focally\tD33\nS100\tnegative\t4C4.9",
  ]);
});

test("lettering within a figure is left out and listed", () => {
  const runs = [
    ...column(filler, 50, 100),
    run("Screened", 80, 320, { size: 7, face: "Sans" }),
    run("n = 14", 80, 360, { size: 7, face: "Sans" }),
    run("Fig. 1 Flow of the study", 50, 420, { size: 8, face: "Sans" }),
  ];
  expect(read(runs).slice(-3)).toEqual([
    "caption: Fig. 1 Flow of the study",
    "left out (figure-letters): Screened",
    "left out (figure-letters): n = 14",
  ]);
  const blocks = blocksOfPages([pageOf(runs)]);
  expect(warningsOf(blocks)).toEqual([]);
  expect(notesOf(blocks)).toEqual(["2 lines of lettering within figures are left out."]);
});

test("text without a map to letters is left out, and a warning says how much", () => {
  const blocks = blocksOfPages([
    pageOf([...column(filler, 50, 100), run("Ê¾»ÃÅÉÇË¿ÊÅÅºÅÈ·ÄÊ", 50, 300)]),
  ]);
  expect(warningsOf(blocks)).toEqual([
    "1 line cannot be read, since its font does not say which letters it draws; it is left out.",
  ]);
});

test("every repair is a piece that says what the file has, and every piece has its place", () => {
  const runs = column(
    ["The ex\ufb01sion and the exfision showed exfi-", "sion with \uf0b3 2 low- grade foci."],
    50,
    100,
  );
  const [block] = blocksOfPages([pageOf(runs)]);
  expect(block?.pieces.map(({ text, repair, original }) => [text, repair, original])).toEqual([
    ["The ex", null, "The ex"],
    ["fi", "ligature", "\ufb01"],
    ["sion and the exfision showed exfi", null, "sion and the exfision showed exfi"],
    ["", "hyphen", "-\n"],
    ["sion with ", null, "sion with "],
    ["≥", "characters", "\uf0b3"],
    [" 2 low-", null, " 2 low-"],
    ["", "spaces", " "],
    ["grade foci.", null, "grade foci."],
  ]);
  expect(block?.pieces[0]?.place).toEqual({ page: 1, box: [50, 92, 255, 102.2] });
});

test("letterspaced headings are closed up to words that the document has", () => {
  const runs = [
    ...column(
      ["Our materials and our methods are told in", "the next part of this report here."],
      50,
      100,
    ),
    run("M ATE R I A L S A N D M E TH O DS", 50, 150, { bold: true }),
  ];
  expect(read(runs).slice(-1)).toEqual(["heading: MATERIALS AND METHODS"]);
});
