import { expect, test } from "vitest";
import { readDocx } from "../../../electron/import/readers/docx.ts";
import { readHtml } from "../../../electron/import/readers/html.ts";
import { readJats } from "../../../electron/import/readers/jats.ts";
import { readMarkdown } from "../../../electron/import/readers/markdown.ts";
import { readOdt } from "../../../electron/import/readers/odt.ts";
import { readRtf } from "../../../electron/import/readers/rtf.ts";
import { AppError } from "../../../shared/errors.ts";
import { docxOf, odtOf } from "../../shared/extract/samples.ts";

const times = (count: number, part: string | ((index: number) => string)) =>
  Array.from({ length: count }, (_, index) => (typeof part === "string" ? part : part(index))).join(
    "",
  );

const html = (text: string) => () => readHtml(Buffer.from(text), "file");
const markdown = (text: string) => () => readMarkdown(Buffer.from(text), "file");
const rtf = (text: string) => () => readRtf(Buffer.from(`{\\rtf1 ${text}}`), "file");
const jats = (text: string) => () => readJats(Buffer.from(`<article>${text}</article>`), "file");
const docx = (body: string, parts?: Record<string, string>) => () =>
  readDocx(docxOf(body, parts), "file");
const odt = (content: string) => () => readOdt(odtOf(content), "file");

const many = 50_000;
const noteWithItself = `<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>`;

/** Files that are made to use up time, stack or memory. */
const hostile: [string, () => unknown][] = [
  ["HTML elements that are never closed", html(times(20_000, (index) => `<b id=${index}>`))],
  ["HTML formatting taken up again", html(times(3000, (index) => `<b id=${index}><p>x</p>`))],
  ["HTML tables within tables", html(times(3000, "<table><tr><td>"))],
  [
    "HTML cells over all rows",
    html(`<table>${times(2000, "<tr><td rowspan=1000 colspan=1000>x")}`),
  ],
  ["HTML attributes", html(`<p ${times(many, (index) => `a${index}=1 `)}>x`)],
  ["Markdown emphasis that does not close", markdown(times(20_000, "*a_ "))],
  ["Markdown emphasis within emphasis", markdown(`${times(20_000, "*")}a${times(20_000, "*")}`)],
  ["Markdown links", markdown(times(10_000, "![[]("))],
  ["Markdown lists within lists", markdown(times(500, (index) => `${" ".repeat(2 * index)}- a\n`))],
  ["RTF braces", rtf(times(10 * many, "{}"))],
  ["RTF headers", rtf(times(many, (index) => `{\\header a${index}\\par}`))],
  ["RTF cells", rtf(`${times(many, "\\intbl a\\cell")}\\row`)],
  ["RTF rows of one cell", rtf(times(3 * many, "\\intbl a\\cell\\row"))],
  ["XML entities", jats(`<body><p>${times(many, (index) => `&e${index};`)}</p></body>`)],
  [
    "JATS items within a paragraph",
    jats(`<body><p><list>${times(3 * many, "<list-item><p>a</p></list-item>")}</list></p></body>`),
  ],
  [
    "DOCX notes that hold themselves",
    docx(noteWithItself, {
      footnotes: `<w:footnotes><w:footnote w:id="1">${noteWithItself}</w:footnote></w:footnotes>`,
    }),
  ],
  [
    "DOCX marks of notes",
    docx(`<w:p><w:r>${times(2 * many, '<w:footnoteReference w:id="1"/>')}</w:r></w:p>`),
  ],
  [
    "DOCX paragraphs in one cell",
    docx(
      `<w:tbl><w:tr><w:tc>${times(3 * many, "<w:p><w:r><w:t>a</w:t></w:r></w:p>")}</w:tc></w:tr></w:tbl>`,
    ),
  ],
  [
    "DOCX tables within tables",
    docx(`${times(120, "<w:tbl><w:tr><w:tc>")}<w:p/>${times(120, "</w:tc></w:tr></w:tbl>")}`),
  ],
  [
    "ODT cells and spaces repeated",
    odt(
      `<table:table><table:table-row><table:table-cell table:number-columns-repeated="99999999"/><table:table-cell><text:p>a<text:s text:c="99999999"/>b</text:p></table:table-cell></table:table-row></table:table>`,
    ),
  ],
];

test.for(hostile)(
  "%s end in a value or in one clear error, soon",
  { timeout: 60_000 },
  ([, read]) => {
    const start = performance.now();
    try {
      read();
    } catch (error) {
      expect(error).toBeInstanceOf(AppError);
      expect(error).toMatchObject({
        code: "bad-file",
        message: expect.stringMatching(/^"file" .*\.$/),
      });
    }
    // Far more than it takes on an idle machine, far less than what grows with the square would.
    expect(performance.now() - start).toBeLessThan(30_000);
  },
);
