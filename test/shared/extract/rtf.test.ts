import { expect, test } from "vitest";
import { readRtf } from "../../../electron/import/readers/rtf.ts";
import { outline, repairs } from "./samples.ts";

/** Characters of the text are bytes of the file. */
const read = (inside: string) =>
  readRtf(
    Uint8Array.from(`{\\rtf1\\ansi\\ansicpg1252\\deff0${inside}}`, (one) => one.charCodeAt(0)),
    "report.rtf",
  );

const fonts =
  "{\\fonttbl{\\f0\\fcharset0 Times;}{\\f1\\fcharset2 Symbol;}{\\f2\\fcharset204{\\*\\falt x;}Arial Cyr;}{\\f3\\fcharset128 Mincho;}{\\f4\\fcharset255 Old;}}";

test("characters are read by the code page of their font, by number, and from Symbol", () => {
  const extracted = read(
    `${fonts}caf\\'e9 {\\f2\\'cf\\'f0\\'e8} {\\f3\\'93\\'fa\\'96\\'7b} {\\f1 a\\'b3} \\u8364?\\u-10179?\\u-8704? {\\uc2\\u945 ab}{\\uc0\\u946}x \\emdash\\~\\_\\{\\}\\\\`,
  );
  expect(outline(extracted)).toEqual(["paragraph: café При 日本 α≥ €😀 αβx —\u00A0\u2011{}\\"]);
  expect(extracted.warnings).toEqual([]);
});

test("a code page that is not known is said", () => {
  expect(read(`${fonts}{\\f4\\'e9}`).warnings).toEqual([
    "1 stretch of text is in a code page that is not known; it was read as windows-1252.",
  ]);
});

test("headings, lists, tables, notes and furniture are told apart", () => {
  const extracted =
    read(`${fonts}{\\stylesheet{\\s0 Normal;}{\\s1\\sbasedon0 heading 1;}{\\s2 Title;}}{\\info{\\title Info}{\\author Jane}}
{\\header\\pard Hospital\\par}{\\headerr\\pard Hospital\\par}{\\footer\\pard Page {\\field{\\*\\fldinst PAGE}{\\fldrslt 1}}\\par}
\\pard\\s2 A case\\par\\pard\\s1 History\\par\\pard\\outlinelevel1 Deeper\\par
\\pard {\\listtext\\pard 1.\\tab}one\\par{\\pntext\\f1\\'b7\\tab}dot\\par
\\trowd\\cellx1\\cellx2\\pard\\intbl A\\cell B\\par b\\cell\\row\\pard\\intbl 1\\cell\\cell\\row
\\pard Text{\\super\\chftn}{\\footnote\\pard{\\super\\chftn} The note.\\par}\\line next
\\par{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv y}}{\\shptxt\\pard Boxed\\par}}{\\shprslt Boxed}}Last`);
  expect(outline(extracted)).toEqual([
    "left-out: Hospital",
    "title: A case",
    "heading1: History",
    "heading2: Deeper",
    "list-item: 1. one",
    "list-item: • dot",
    "table: A\tB b\n1",
    "paragraph: Text[1]\nnext",
    "paragraph: Last",
    "paragraph: Boxed",
    "footnote: [1] The note.",
    "left-out: Page 1",
  ]);
  expect(extracted.title).toBe("A case");
  expect(extracted.metadata).toEqual({ creator: "Jane" });
});

test("changes are taken as accepted; hidden text, comments and hyphens can be put back", () => {
  const extracted = read(
    "No {\\deleted benign }{\\revised malignant }cells{\\v secret}{\\*\\atnid J}{\\*\\annotation Check}, co\\-op.",
  );
  expect(outline(extracted)).toEqual(["paragraph: No malignant cells, coop."]);
  expect(repairs(extracted)).toEqual([
    "tracked-change: benign  -> ",
    "hidden: secret -> ",
    "comment: Check -> ",
    "hyphen: \u00AD -> ",
  ]);
  expect(extracted.warnings).toEqual([
    "1 tracked insertion was taken as accepted.",
    "1 tracked deletion was taken as accepted and left out.",
    "1 hidden stretch of text was left out.",
  ]);
  expect(extracted.notes).toEqual([
    "1 comment was left out of the text.",
    "1 optional hyphen was left out of a word.",
  ]);
});

test("pictures, binary data and what no one knows are passed over", () => {
  const extracted = read(
    "a{\\pict\\pngblip 8950}{\\*\\shppict{\\pict 89}}{\\nonshppict{\\pict 89}}{\\*\\unknown x{y}}\\bin4 {{}}b{\\object{\\*\\objdata 00}{\\result c}}",
  );
  expect(outline(extracted)).toEqual(["paragraph: abc"]);
  expect(extracted.notes).toEqual(["2 pictures were left out."]);
});

test("a file that ends early is read as far as it goes, and that is said", () => {
  const whole = "{\\rtf1 Text {\\b bold";
  const extracted = readRtf(Buffer.from(whole), "report.rtf");
  expect(outline(extracted)).toEqual(["paragraph: Text bold"]);
  expect(extracted.warnings).toEqual([
    "The file ends early: 2 of its groups are not closed, so its end may be missing.",
  ]);
});

test("what is no RTF, or deeper than any, is refused", () => {
  expect(() => readRtf(Buffer.from("text"), "report.rtf")).toThrow(/"report.rtf" is no RTF file/);
  expect(() => read("{".repeat(5000))).toThrow(/"report.rtf" is deeper than any document/);
});

test("notes are read however they are written, endnotes with marks of their own", () => {
  const extracted = read(
    "One{\\*\\footnote\\pard\\chftn First.\\par} two{\\footnote\\ftnalt\\pard\\chftn Last.} three{\\footnote Second.}.",
  );
  expect(outline(extracted)).toEqual([
    "paragraph: One[1] two[i] three[2].",
    "footnote: [1] First.",
    "footnote: [i] Last.",
    "footnote: [2] Second.",
  ]);
});

test("lists that do not write their marks into the text are counted", () => {
  const levels = `{\\listlevel\\levelnfc0\\levelstartat3{\\leveltext\\'02\\'00.;}{\\levelnumbers\\'01;}}{\\listlevel\\levelnfc4\\levelstartat1{\\leveltext\\'04\\'00.\\'01);}{\\levelnumbers\\'01\\'03;}}`;
  const tables = `{\\*\\listtable{\\list${levels}{\\listname ;}\\listid77}{\\list{\\listlevel\\levelnfc23{\\leveltext\\'01\\u-3913 ?;}}\\listid78}}{\\*\\listoverridetable{\\listoverride\\listid77\\ls1}{\\listoverride\\listid78\\ls2}}`;
  const text =
    "\\pard\\ls1 one\\par\\pard\\ls1\\ilvl1 sub\\par\\pard\\ls1 two\\par\\pard\\ls2 dot\\par\\pard none\\par";
  expect(outline(read(tables + text))).toEqual([
    "list-item: 3. one",
    "list-item: 3.a) sub",
    "list-item: 4. two",
    "list-item: • dot",
    "paragraph: none",
  ]);
});

test("a bullet that no font tells is a bullet", () => {
  expect(outline(read("{\\listtext\\u61623\\'3f\\tab}one\\par"))).toEqual(["list-item: • one"]);
});

test("a title in two spellings counts as it is in Unicode", () => {
  const { title } = read("{\\info{\\upr{\\title ??}{\\*\\ud{\\title \\u945?\\u946?}}}}Text");
  expect(title).toBe("αβ");
});

test("styles are what the ones they are based on are, also where these go in a circle", () => {
  const styles =
    "{\\stylesheet{\\s1 heading 1;}{\\s5\\sbasedon1 My title;}{\\s6\\sbasedon7 a;}{\\s7\\sbasedon6 b;}}";
  expect(outline(read(`${styles}\\pard\\s5 A\\par\\pard\\s6 B\\par`))).toEqual([
    "heading1: A",
    "paragraph: B",
  ]);
});

test("zeros and halves of characters become signs for what is lost", () => {
  expect(outline(read("a\\u-10179?b\\'00c"))).toEqual(["paragraph: a\uFFFDb\uFFFDc"]);
});

test("cells that are wider than others take their columns", () => {
  const row = (edges: number[], cells: string) =>
    `\\trowd${edges.map((edge) => `\\cellx${edge}`).join("")}\\pard\\intbl ${cells}\\row`;
  const table =
    row([2000, 3010], "Marker\\cell Result\\cell") +
    row([1000, 2010, 3000], "a\\cell b\\cell c\\cell");
  expect(outline(read(table))).toEqual(["table: Marker\t\tResult\na\tb\tc"]);
});

test("a text box after a table is none of its cells", () => {
  const table = "\\trowd\\cellx1\\cellx2\\pard\\intbl a\\cell b\\cell\\row";
  const box = "\\pard See{\\shp{\\*\\shpinst{\\shptxt\\pard Boxed\\par}}} below.\\par";
  expect(outline(read(table + box))).toEqual([
    "table: a\tb",
    "paragraph: See below.",
    "paragraph: Boxed",
  ]);
});
