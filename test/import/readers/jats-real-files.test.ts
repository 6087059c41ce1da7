import { expect, test } from "vitest";
import { readJats } from "../../../electron/import/readers/jats.ts";
import { describeRealFiles, type RealFile, wholeText } from "./real-files.ts";

/** Without white space, and with exponents as plain digits. */
const letters = (text: string) =>
  text
    .replace(/\s+/g, "")
    .replace(/[⁰¹²³⁴-⁹]/g, (digit) => digit.normalize("NFKC"))
    .replace(/[⁻−–]/g, "-");

const decoded = (xml: string) =>
  xml
    .replace(/<[^>]*>/g, "")
    .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, "&");

/** The paragraphs of a body that hold no other ones, by their tags alone. */
function paragraphs({ bytes }: RealFile): string[] {
  const xml = new TextDecoder().decode(bytes).replace(/<\?[^>]*\?>/g, "");
  const bodies = xml.match(/<body[ >][\s\S]*?<\/body>/g) ?? [];
  return bodies
    .flatMap((body) => body.match(/<p(?: [^>]*)?>(?:(?!<p[ >])[\s\S])*?<\/p>/g) ?? [])
    .filter((paragraph) => !/<(list|fig|table-wrap|alternatives|tex-math|graphic)/.test(paragraph))
    .map(decoded);
}

function lostIn(file: RealFile): string[] {
  const text = letters(readJats(file.bytes, file.name).map(wholeText).join("\n"));
  return paragraphs(file).filter((paragraph) => !text.includes(letters(paragraph)));
}

describeRealFiles("{jats/*/*.{nxml,xml},pdf/pmc-pairs/*.nxml}", (files) => {
  test.for(files)("$name: no paragraph of the body is lost", (file) => {
    expect(paragraphs(file).length).toBeGreaterThan(0);
    expect(lostIn(file)).toEqual([]);
  });

  test.for(files)("$name: title, authors, references and metadata are found", ({ name, bytes }) => {
    const xml = new TextDecoder().decode(bytes);
    const articles = readJats(bytes, name);
    for (const { blocks, title, metadata } of articles) {
      const kinds = new Set(blocks.map(({ kind }) => kind));
      expect([...kinds]).toEqual(expect.arrayContaining(["title", "authors", "paragraph"]));
      expect(title).not.toBeNull();
      expect(metadata).toMatchObject({
        doi: expect.stringMatching(/^10\.\d{4,}\//),
        journal: expect.any(String),
        year: expect.stringMatching(/^\d{4}$/),
      });
    }
    const references = articles.flatMap(({ blocks }) =>
      blocks.filter(({ kind }) => kind === "reference"),
    );
    expect(references).toHaveLength(xml.match(/<ref[ >]/g)?.length ?? 0);
  });
});

describeRealFiles("jats/multi-article/*.xml", (files) => {
  test("every article of one file is read", () => {
    const { name, bytes } = files[0]!;
    const inFile = new TextDecoder().decode(bytes).matchAll(/"pmcid">(\d+)<\/article-id>/g);
    const ids = readJats(bytes, name).map(({ metadata }) => metadata.pmcid);
    expect(ids).toEqual(Array.from(inFile, ([, id]) => `PMC${id}`));
    expect(ids).toHaveLength(10);
  });
});
