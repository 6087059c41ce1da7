import { strToU8 } from "fflate";
import { expect, test } from "vitest";
import { readHtml } from "../../../electron/import/readers/html.ts";
import { outline, repairs } from "./samples.ts";

const read = (html: string) => readHtml(strToU8(html), "page.html");

test("headings, paragraphs, lists, tables and captions are blocks of text", () => {
  const extracted = read(`<!doctype html><title>Site: A case</title><body>
    <h1>A  <i>rare</i>
    case</h1><p>First &amp; <b>bold</b>.<br>Second&nbsp;line co&shy;op.</p>
    <h2>History</h2>Loose text<div>Its own</div>
    <ol start=3 type=a><li>one<ul><li>in</ul><li><p>two</p><p>more</p></ol>
    <dl><dt>CT<dd>tomography</dl>
    <table><caption>Table 1</caption><tr><th rowspan=2>A<th colspan=2>B<tr><td>x<p>y<td>z</table>
    <figure><img alt=Slide><figcaption>Figure 1</figcaption></figure><pre>
 a  b
c</pre>`);
  expect(outline(extracted)).toEqual([
    "title: A rare case",
    "paragraph: First & bold.\nSecond\u00A0line coop.",
    "heading2: History",
    "paragraph: Loose text",
    "paragraph: Its own",
    "list-item: c. one",
    "list-item: • in",
    "list-item: d. two",
    "list-item: more",
    "list-item: CT",
    "list-item: tomography",
    "caption: Table 1",
    "table: A\tB\n\tx y\tz",
    "caption: Figure 1",
    "paragraph: a  b\nc",
  ]);
  expect(extracted.title).toBe("A rare case");
  expect(repairs(extracted)).toEqual(["hyphen: \u00AD -> "]);
});

test("nothing is run, fetched or shown that a browser would not show, and all of it is counted", () => {
  const extracted = read(
    `<body onload="x()"><script>alert(1)</script><style>p{}</style><noscript>none</noscript><template>t</template><p>Text<img src=http://a/b onerror=y()></p><iframe src=http://a></iframe><object>o</object><p hidden>h</p><p style="display:none">n</p><button>B</button><svg><text>s</text></svg>`,
  );
  expect(outline(extracted)).toEqual(["paragraph: Text"]);
  expect(extracted.notes).toEqual([
    "3 scripts and handlers were not run.",
    "2 frames and embedded objects were left out; nothing was fetched.",
    "2 pictures were left out.",
    "1 button or field was left out.",
    "2 hidden elements were left out.",
  ]);
});

test("what stands around the main part is left out, but can be put back", () => {
  const extracted = read(
    "<header>Site</header><nav><a>Home</a></nav><main><h2>Case</h2><p>A long enough text of the case.</p></main><footer>End</footer>",
  );
  expect(outline(extracted)).toEqual([
    "left-out: Site",
    "left-out: Home",
    "heading2: Case",
    "paragraph: A long enough text of the case.",
    "left-out: End",
  ]);
});

test("a table that only arranges the page is read cell by cell, and that is said", () => {
  const extracted = read("<table><tr><td><h2>Case</h2><td><p>Text</table>");
  expect(outline(extracted)).toEqual(["heading2: Case", "paragraph: Text"]);
  expect(extracted.notes).toEqual(["1 table that only arranges the page was read cell by cell."]);
});

test("metadata are read by the names that journals use", () => {
  const { metadata } = read(
    '<html lang=en><meta name=citation_doi content="doi:10.1/2"><meta name=citation_author content="Jane Doe"><meta name=citation_author content="R Roe"><meta name=author content=Site><meta name=citation_publication_date content="2020/05/01">',
  );
  expect(metadata).toEqual({
    doi: "10.1/2",
    authors: "Jane Doe, R Roe",
    year: "2020",
    language: "en",
  });
});

const latin = (html: string) => Uint8Array.from(html, (letter) => letter.charCodeAt(0));

test.for([
  [strToU8("\uFEFF<p>é"), []],
  [latin("<meta charset=iso-8859-1><p>é"), []],
  [Buffer.from("\uFEFF<p>é", "utf16le"), []],
  [strToU8("<meta charset=utf-16><p>é"), []],
  [
    latin("<p>é"),
    ['"page.html" does not say its encoding; it was read as windows-1252 (62 % sure).'],
  ],
] as const)("the encoding is found: %#", ([bytes, warnings]) => {
  const extracted = readHtml(bytes, "page.html");
  expect(outline(extracted)).toEqual(["paragraph: é"]);
  expect(extracted.warnings).toEqual(warnings);
});

test("a page deeper than any is refused soon", () => {
  expect(() => read("<div>".repeat(100_000))).toThrow(
    /"page.html" is larger or deeper than any document/,
  );
});

test("marks of notes stand in brackets, however programs link them, and exponents in raised digits", () => {
  const extracted = read(`<body><p>carcinoma<sup><a href="#r1">1</a>,<a href="#r2">2</a></sup> and
    sarcoma<a class="sdfootnoteanc" href="#n1sym"><sup>i</sup></a><a href="#_ftn1" name="_ftnref1">*</a>, 10<sup>3</sup>, <a href="#t">2</a>
    <sup><a href="#x">see there</a></sup></p><p><a class="sdfootnotesym" href="#n1anc">i</a>A note.</p>`);
  expect(outline(extracted)).toEqual([
    "paragraph: carcinoma[1,2] and sarcoma[i][*], 10³, 2 see there",
    "paragraph: [i] A note.",
  ]);
});

test("what is marked as deleted is left out and counted", () => {
  const extracted = read("<p>No <del>benign</del> <ins>malignant</ins> cells</p>");
  expect(outline(extracted)).toEqual(["paragraph: No malignant cells"]);
  expect([...extracted.warnings, ...(extracted.notes ?? [])]).toEqual([
    "1 stretch of text that is marked as deleted was left out.",
  ]);
});

test("the head and foot of a word processor's pages are left out", () => {
  const extracted = read('<div title="header"><p>Hospital</p></div><p>Text</p>');
  expect(outline(extracted)).toEqual(["left-out: Hospital", "paragraph: Text"]);
});
