import { strToU8 } from "fflate";
import { expect, test } from "vitest";
import { readDocx } from "../../../electron/import/readers/docx.ts";
import { docxOf, outline, repairs, wordParagraph } from "./samples.ts";

const read = (body: string, parts?: Record<string, string>) =>
  readDocx(docxOf(body, parts), "report.docx");

const style = (id: string, name: string, more = "") =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;
const styled = (text: string, id: string) => wordParagraph(text, `<w:pStyle w:val="${id}"/>`);

test("headings are found by the style's name, its outline level, what it is based on, and the paragraph's own level", () => {
  const styles = `<w:styles>${style("berschrift1", "heading 1")}${style("Kop", "Überschrift 2")}${style("Mine", "Mine", '<w:basedOn w:val="berschrift1"/>')}${style("Deep", "Deep", '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>')}${style("T", "Title")}</w:styles>`;
  const body = [
    styled("Case", "T"),
    styled("One", "berschrift1"),
    styled("Two", "Kop"),
    styled("Based", "Mine"),
    styled("Three", "Deep"),
    wordParagraph("Own", '<w:outlineLvl w:val="3"/>'),
    wordParagraph("Text"),
  ].join("");
  const extracted = read(body, { styles });
  expect(outline(extracted)).toEqual([
    "title: Case",
    "heading1: One",
    "heading2: Two",
    "heading1: Based",
    "heading3: Three",
    "heading4: Own",
    "paragraph: Text",
  ]);
  expect(extracted.title).toBe("Case");
});

test("styles that are based on each other do not hang", () => {
  const styles = `<w:styles>${style("A", "a", '<w:basedOn w:val="B"/>')}${style("B", "b", '<w:basedOn w:val="A"/>')}</w:styles>`;
  expect(outline(read(styled("Text", "A"), { styles }))).toEqual(["paragraph: Text"]);
});

const level = (depth: number, format: string, text: string) =>
  `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const item = (text: string, list: number, depth = 0) =>
  wordParagraph(text, `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`);

test("lists have the numbers and bullets that Word shows", () => {
  const numbering = `<w:numbering><w:abstractNum w:abstractNumId="7">${level(0, "decimal", "%1.")}${level(1, "lowerLetter", "%1.%2)")}</w:abstractNum><w:abstractNum w:abstractNumId="8">${level(0, "bullet", "\uF0B7")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num></w:numbering>`;
  const body = [
    item("one", 1),
    item("two", 1),
    item("in", 1, 1),
    item("in again", 1, 1),
    item("three", 1),
    item("in anew", 1, 1),
    item("dot", 2),
    item("five", 3),
    item("none", 0),
  ].join("");
  expect(outline(read(body, { numbering }))).toEqual([
    "list-item: 1. one",
    "list-item: 2. two",
    "list-item: 2.a) in",
    "list-item: 2.b) in again",
    "list-item: 3. three",
    "list-item: 3.a) in anew",
    "list-item: • dot",
    "list-item: 5. five",
    "paragraph: none",
  ]);
});

const cell = (text: string, properties = "") =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${text
    .split("|")
    .map((one) => wordParagraph(one))
    .join("")}</w:tc>`;

test("a table is rows of cells with a tab between, merged cells at their first place", () => {
  const body = `<w:tbl><w:tr>${cell("Marker", '<w:vMerge w:val="restart"/>')}${cell("Result", '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell("", "<w:vMerge/>")}${cell("before")}${cell("after|again")}</w:tr><w:tr>${cell("S100")}${cell("+")}${cell("-")}</w:tr></w:tbl>`;
  expect(outline(read(body))).toEqual(["table: Marker\tResult\n\tbefore\tafter again\nS100\t+\t-"]);
});

test("a table that only arranges text is read cell by cell, and that is said", () => {
  const extracted = read(
    `<w:tbl><w:tr>${cell("One|Two")}</w:tr><w:tr>${cell("Three")}</w:tr></w:tbl>`,
  );
  expect(outline(extracted)).toEqual(["paragraph: One", "paragraph: Two", "paragraph: Three"]);
  expect(extracted.notes).toEqual(["1 table that only arranges text was read cell by cell."]);
});

test("one long remark leaves a table a table; a table within it in half of the rows does not", () => {
  const row = (...cells: string[]) => `<w:tr>${cells.join("")}</w:tr>`;
  const remark = cell("a|b|c|d|e|f|g|h|i");
  const table = (last: string) =>
    `<w:tbl>${row(cell("A"), cell("B"))}${row(cell("C"), cell("D"))}${row(cell("E"), last)}</w:tbl>`;
  expect(outline(read(table(remark)))).toEqual(["table: A\tB\nC\tD\nE\ta b c d e f g h i"]);
  const inner = `<w:tc><w:tbl>${row(cell("X"), cell("Y"))}</w:tbl><w:p/></w:tc>`;
  expect(outline(read(`<w:tbl>${row(cell("A"), inner)}</w:tbl>`))).toEqual([
    "paragraph: A",
    "table: X\tY",
  ]);
  expect(outline(read(table(inner)))).toEqual(["table: A\tB\nC\tD\nE\tX Y"]);
});

test("notes are marked as the document says", () => {
  const mark = (kind: string, id: number) => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
  const body = `<w:p><w:r><w:t>A</w:t></w:r>${[1, 2, 3, 4, 5].map((id) => mark("footnote", id)).join("")}${mark("endnote", 1)}</w:p><w:sectPr><w:footnotePr><w:numFmt w:val="chicago"/></w:footnotePr></w:sectPr>`;
  const settings =
    '<w:settings><w:endnotePr><w:numFmt w:val="upperLetter"/><w:numStart w:val="3"/></w:endnotePr></w:settings>';
  expect(outline(read(body, { settings }))).toEqual(["paragraph: A[*][†][‡][§][**][C]"]);
});

test("tracked changes are taken as accepted, and can be put back", () => {
  const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
  const body = `<w:p>${run("No ")}<w:del><w:r><w:delText>benign </w:delText></w:r></w:del><w:ins>${run("malignant ")}</w:ins>${run("cells.")}<w:moveFrom>${run("Gone")}</w:moveFrom><w:moveTo>${run(" Here.")}</w:moveTo></w:p>`;
  const extracted = read(body);
  expect(outline(extracted)).toEqual(["paragraph: No malignant cells. Here."]);
  expect(repairs(extracted)).toEqual(["tracked-change: benign  -> ", "tracked-change: Gone -> "]);
  expect(extracted.warnings).toEqual([
    "2 tracked insertions were taken as accepted.",
    "2 tracked deletions were taken as accepted and left out.",
  ]);
});

test("of a deleted row nothing is left, not even its tabs", () => {
  const row = (cells: string, properties = "") => `<w:tr>${properties}${cells}</w:tr>`;
  const body = `<w:tbl>${row(cell("A") + cell("B"))}${row(cell("C") + cell("D"), "<w:trPr><w:del/></w:trPr>")}${row(cell("E") + cell("F"))}</w:tbl>`;
  const extracted = read(body);
  expect(outline(extracted)).toEqual(["table: A\tB\nE\tF"]);
  expect(repairs(extracted)).toEqual(["tracked-change: \nC\tD -> "]);
});

test("two paragraphs whose mark was deleted between them are one", () => {
  const first = wordParagraph("One ", "<w:rPr><w:del/></w:rPr>");
  const extracted = read(first + wordParagraph("and two."));
  expect(outline(extracted)).toEqual(["paragraph: One and two."]);
  expect(repairs(extracted)).toEqual(["tracked-change: \n -> "]);
});

test("a text box is read once, although Word writes it twice", () => {
  const box = (text: string) => `<w:txbxContent>${wordParagraph(text)}</w:txbxContent>`;
  const body = `<w:p><w:r><w:t>Anchor</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box("Boxed")}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box("Boxed")}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>${wordParagraph("After")}`;
  expect(outline(read(body))).toEqual([
    "paragraph: Anchor",
    "paragraph: Boxed",
    "paragraph: After",
  ]);
});

test("notes come at the end with their marks, comments are left out and counted", () => {
  const note = (kind: string, id: number, text: string) =>
    `<w:${kind} w:id="${id}">${wordParagraph(text)}</w:${kind}>`;
  const body = `<w:p><w:r><w:t>Text</w:t><w:footnoteReference w:id="2"/><w:t> more</w:t><w:endnoteReference w:id="3"/><w:t>.</w:t><w:commentReference w:id="9"/></w:r></w:p>`;
  const extracted = read(body, {
    footnotes: `<w:footnotes>${note("footnote", 0, "never")}${note("footnote", 2, "Foot.")}</w:footnotes>`,
    endnotes: `<w:endnotes>${note("endnote", 3, "End.")}</w:endnotes>`,
    comments: `<w:comments>${note("comment", 9, "Check this")}</w:comments>`,
  });
  expect(outline(extracted)).toEqual([
    "paragraph: Text[1] more[i].",
    "footnote: [1] Foot.",
    "footnote: [i] End.",
  ]);
  expect(repairs(extracted)).toEqual(["comment: Check this -> "]);
  expect(extracted.notes).toEqual(["1 comment was left out of the text."]);
});

test("headers and footers are left out, each text once", () => {
  const header = `<w:hdr>${wordParagraph("Hospital")}</w:hdr>`;
  const extracted = read(wordParagraph("Text"), {
    header1: header,
    header2: header,
    footer1: `<w:ftr>${wordParagraph("Page")}</w:ftr>`,
  });
  expect(outline(extracted)).toEqual(["left-out: Hospital", "paragraph: Text", "left-out: Page"]);
});

test("special characters are what Word shows", () => {
  const body = `<w:p><w:r><w:t>a</w:t><w:tab/><w:noBreakHyphen/><w:softHyphen/><w:sym w:font="Symbol" w:char="F061"/><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Odd" w:char="F0FC"/><w:br/></w:r><w:r><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr><w:t>\uF0B3</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>`;
  const extracted = read(body);
  expect(outline(extracted)).toEqual(["paragraph: a\t\u2011α✓\uFFFD\n≥"]);
  expect(repairs(extracted)).toEqual(["hyphen: \u00AD -> ", "hidden: hidden -> "]);
  expect(extracted.warnings).toEqual([
    "1 hidden stretch of text was left out.",
    "1 sign of a symbol font is not known and stands as it is or as “\uFFFD”.",
  ]);
  expect(extracted.notes).toEqual(["1 optional hyphen was left out of a word."]);
});

test("of a field its result is read, not its instruction, also over paragraphs", () => {
  const turn = (kind: string) => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
  const body = `<w:p>${turn("begin")}<w:r><w:instrText>TOC \\o</w:instrText></w:r>${turn("begin")}<w:r><w:t>inner</w:t></w:r>${turn("end")}${turn("separate")}<w:r><w:t>Result</w:t></w:r></w:p><w:p><w:r><w:t>goes on</w:t></w:r>${turn("end")}<w:r><w:t>.</w:t></w:r></w:p><w:p><w:fldSimple><w:r><w:t>Simple</w:t></w:r></w:fldSimple></w:p>`;
  expect(outline(read(body))).toEqual([
    "paragraph: Result",
    "paragraph: goes on.",
    "paragraph: Simple",
  ]);
});

test("equations are written on one line", () => {
  const run = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`;
  const body = `<w:p><m:oMath>${run("x=")}<m:f><m:num>${run("a+b")}</m:num><m:den>${run("2")}</m:den></m:f><m:sSup><m:e>${run("c")}</m:e><m:sup>${run("10")}</m:sup></m:sSup></m:oMath></w:p>`;
  expect(outline(read(body))).toEqual(["paragraph: x=(a+b)/2c^10"]);
});

test("the strict dialect reads as the usual one", () => {
  const names = 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"';
  const bytes = docxOf(wordParagraph("Strict"), {}, names);
  expect(outline(readDocx(bytes, "report.docx"))).toEqual(["paragraph: Strict"]);
});

const compound = (text: string) =>
  Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Buffer.from(text, "utf16le"));

test.for([
  [compound("EncryptedPackage"), "is protected by a password"],
  [compound("WordDocument"), "is a file of Word 2003 or older (.doc)"],
  [strToU8("plain text"), "is no Word file (.docx)"],
  [new Uint8Array(), "is no Word file (.docx)"],
] as const)("another kind of file is told by name: %#", ([bytes, what]) => {
  expect(() => readDocx(bytes, "report.docx")).toThrow(
    expect.objectContaining({
      code: "bad-file",
      message: expect.stringContaining(`"report.docx" ${what}`),
    }),
  );
});
