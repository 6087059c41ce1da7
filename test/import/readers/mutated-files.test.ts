import fc from "fast-check";
import { unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readDocx } from "../../../electron/import/readers/docx.ts";
import { readHtml } from "../../../electron/import/readers/html.ts";
import { readJats } from "../../../electron/import/readers/jats.ts";
import { readMarkdown } from "../../../electron/import/readers/markdown.ts";
import { readOdt } from "../../../electron/import/readers/odt.ts";
import { readRtf } from "../../../electron/import/readers/rtf.ts";
import { AppError } from "../../../shared/errors.ts";
import { type Extracted, textOfBlock } from "../../../shared/extract/extracted.ts";
import { docxOf, odtOf, wordParagraph } from "../../shared/extract/samples.ts";
import { describeRealFiles, type RealFile } from "./real-files.ts";

type Reader = (bytes: Uint8Array, fileName: string) => Extracted | Extracted[];

/** Milliseconds that a mutated file may take, on a machine that is busy with other tests. */
const longest = 10_000;

/** One change of a file: bytes replaced, taken out, said twice, or the end cut off. */
interface Mutation {
  kind: "flip" | "cut" | "repeat" | "end" | "insert";
  /** Where, as a share of the file. */
  at: number;
  length: number;
  bytes: Uint8Array;
}

/** What is more likely to find a way in than any bytes are. */
const tokens = [
  "<",
  ">",
  "&",
  "]]>",
  "<!DOCTYPE",
  "<![CDATA[",
  "{",
  "}",
  "\\bin9999999",
  "\\u-1",
  "\\'",
  "\0",
  "</w:p>",
  "<table>",
  "|",
  "[^",
  "\uFEFF",
];

const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom("flip", "cut", "repeat", "end", "insert"),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 1, max: 400 }),
  bytes: fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 8 }),
    fc.constantFrom(...tokens).map((token) => new TextEncoder().encode(token)),
  ),
});

function mutate(original: Uint8Array, { kind, at, length, bytes }: Mutation): Uint8Array {
  const start = Math.floor(at * original.length);
  const head = original.subarray(0, start);
  const tail = (from: number) => original.subarray(from);
  switch (kind) {
    case "flip":
      return Buffer.concat([head, bytes, tail(start + bytes.length)]);
    case "cut":
      return Buffer.concat([head, tail(start + length)]);
    case "repeat":
      return Buffer.concat([head, tail(start).subarray(0, length), tail(start)]);
    case "insert":
      return Buffer.concat([head, bytes, tail(start)]);
    case "end":
      return Buffer.from(head);
    default:
      return kind satisfies never;
  }
}

/** Mutates what is inside of a zip file, so that the reader sees it rather than a wrong checksum. */
function mutateInside(zip: Uint8Array, part: number, mutations: readonly Mutation[]): Uint8Array {
  const members = unzipSync(zip);
  const names = Object.keys(members).filter((name) => /\.(xml|rels)$/.test(name));
  const name = names[part % names.length]!;
  members[name] = Uint8Array.from(mutations.reduce(mutate, members[name]!));
  return zipSync(members, { level: 1 });
}

/** Reads, and checks that what comes of it is a value or the one kind of error, in time. */
function survives(reader: Reader, bytes: Uint8Array): void {
  const start = performance.now();
  try {
    const read = [reader(bytes, "mutated.file")].flat();
    for (const { blocks } of read)
      expect(blocks.map(textOfBlock).join("").length).toBeGreaterThanOrEqual(0);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect(error.code).toBe("bad-file");
    expect(error.message).toMatch(/^"mutated\.file" [\s\S]+\.$/);
  }
  expect(performance.now() - start).toBeLessThan(longest);
}

function surviveMutations(
  reader: Reader,
  files: readonly Uint8Array[],
  runs: number,
  zipped = false,
) {
  const mutations = fc.array(mutation, { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(
      fc.constantFrom(...files),
      mutations,
      fc.nat(40),
      fc.boolean(),
      (file, changes, part, inside) => {
        const changed =
          zipped && inside ? mutateInside(file, part, changes) : changes.reduce(mutate, file);
        survives(reader, changed);
      },
    ),
    { numRuns: runs },
  );
}

const encode = (text: string) => new TextEncoder().encode(text);

const samples: [string, Reader, Uint8Array, boolean][] = [
  [
    "DOCX",
    readDocx,
    docxOf(
      `${wordParagraph("Text")}<w:tbl><w:tr><w:tc>${wordParagraph("A")}</w:tc><w:tc>${wordParagraph("B")}</w:tc></w:tr></w:tbl>`,
      { styles: "<w:styles/>", numbering: "<w:numbering/>" },
    ),
    true,
  ],
  [
    "ODT",
    readOdt,
    odtOf(
      '<text:h text:outline-level="1">A</text:h><text:p>B<text:s text:c="3"/></text:p><table:table><table:table-row><table:table-cell table:number-columns-repeated="3"><text:p>C</text:p></table:table-cell><table:table-cell/></table:table-row></table:table>',
    ),
    true,
  ],
  [
    "RTF",
    readRtf,
    encode(
      "{\\rtf1\\ansi\\ansicpg932{\\fonttbl{\\f0\\fcharset2 Symbol;}}{\\stylesheet{\\s1 heading 1;}}\\pard\\s1 A\\par{\\f0 a\\u8364?}\\'93\\'fa{\\footnote n}{\\*\\shp{\\shptxt b}}\\trowd\\intbl c\\cell d\\cell\\row\\bin3 abc\\par}",
    ),
    false,
  ],
  [
    "HTML",
    readHtml,
    encode(
      "<!doctype html><meta charset=utf-8><body onload=x><main><h1>A</h1><table><tr><td colspan=2>b<td rowspan=3>c<tr><td>d</table><ol start=3><li>e</ol><pre>f</pre><svg><p>g</svg><b><i>h</b></i></main>",
    ),
    false,
  ],
  [
    "Markdown",
    readMarkdown,
    encode(
      "---\ntitle: t\n---\n# A\n\n**b** [c](d) `e`\n\n1. f\n   - g\n\n| h | i |\n|---|---|\n| j | k |\n\n> l\n\n<div>m</div>\n\n[^1]: n\n",
    ),
    false,
  ],
  [
    "JATS",
    readJats,
    encode(
      '<!DOCTYPE article [<!ENTITY a "b">]><article><front><article-meta><title-group><article-title>A &a; &alpha;</article-title></title-group></article-meta></front><body><sec sec-type="cases"><title>B</title><p>C<list><list-item><p>d</p></list-item></list></p><table-wrap><table><tr><td colspan="2">e</td></tr></table></table-wrap></sec></body></article>',
    ),
    false,
  ],
];

describe("mutated files end in a value or in one clear error, in bounded time", () => {
  test.for(samples)("%s", { timeout: 120_000 }, ([, reader, sample, zipped]) => {
    surviveMutations(reader, [sample], 400, zipped);
  });
});

const bytesOf = (files: RealFile[]) => files.map(({ bytes }) => bytes);
const small = ({ bytes }: RealFile) => bytes.length < 120_000;

describeRealFiles("docx/*/*.docx", (files) => {
  test("mutated Word files end in a value or in one clear error", { timeout: 300_000 }, () => {
    surviveMutations(readDocx, bytesOf(files.filter(small)), 150, true);
  });
});

describeRealFiles("jats/*/*.nxml", (files) => {
  test("mutated articles end in a value or in one clear error", { timeout: 300_000 }, () => {
    surviveMutations(readJats, bytesOf(files), 150);
  });
  test("articles read as web pages or Markdown end in a value or in one clear error", {
    timeout: 300_000,
  }, () => {
    surviveMutations(readHtml, bytesOf(files.slice(0, 5)), 40);
    surviveMutations(readMarkdown, bytesOf(files.slice(0, 3)), 15);
  });
});
