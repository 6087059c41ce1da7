import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readPdf } from "../../../electron/import/readers/pdf.ts";
import { textOfBlock } from "../../../shared/extract/extracted.ts";
import { readTruth } from "../../bench/pdf/jats-truth.ts";
import { measure } from "../../bench/pdf/measures.ts";
import { describeWith } from "../../shared/formats/shared-data.ts";

const read = (file: string) => readPdf(new Uint8Array(readFileSync(file)), {});

describeWith("pdf/single", (folder) => {
  test.each([
    ["password-protected.pdf", "bad-file", "This PDF is locked with a password"],
    ["scanned-no-text-layer.pdf", "needs-ocr", "This PDF has no text. Its 8 pages are pictures"],
  ])("%s is refused: %s: %s", async (file, code, start) => {
    await expect(read(join(folder, file))).rejects.toMatchObject({
      code,
      message: expect.stringContaining(start),
    });
  });

  test("a two-column paper has its title, its headings in their order and its references", async () => {
    const { title, blocks } = await read(join(folder, "PMC1636350-mummals-two-column.pdf"));
    expect(title).toBe(
      "MUMMALS: multiple sequence alignment improved by using hidden Markov models with local structural information",
    );
    const main = blocks.filter(({ kind, level }) => kind === "heading" && level === 1);
    expect(main.map(textOfBlock)).toEqual(
      expect.arrayContaining(["ABSTRACT", "INTRODUCTION", "DISCUSSION", "REFERENCES"]),
    );
    expect(blocks.filter(({ kind }) => kind === "reference").length).toBeGreaterThan(30);
  });

  test("the hyphen at a line's end goes", async () => {
    const { blocks } = await read(join(folder, "grobid-dehyphenisation1.pdf"));
    expect(blocks.map(textOfBlock)).toEqual(["We test the dehypenisation of a short text."]);
  });

  test("a table on its side is read row by row", async () => {
    const { blocks } = await read(join(folder, "rotated-table.pdf"));
    const table = blocks.find(({ kind }) => kind === "table");
    expect(table && textOfBlock(table).split("\n")[2]?.split("\t").slice(0, 4)).toEqual([
      "Alabama",
      "18,870",
      "23,022",
      "22,650",
    ]);
  });
});

describeWith("pdf/pmc-pairs", (folder) => {
  test.each([
    ["PMC7886100", 0.98, 0.99],
    ["PMC7836185", 0.98, 0.99],
    ["PMC8019218", 0.98, 0.96],
    ["plosone-0115884", 0.98, 0.98],
  ])("%s has the words of its JATS, in order", async (name, f1, order) => {
    const file = join(folder, `${name}.pdf`);
    const { blocks } = await read(file);
    const kept = blocks.filter(({ kind }) => kind !== "left-out");
    const candidate = {
      text: kept.map(textOfBlock).join("\n\n"),
      headings: kept.filter(({ kind }) => kind === "heading").map(textOfBlock),
    };
    const truth = readTruth(readFileSync(join(folder, `${name}.nxml`), "utf8"));
    const figures = measure(truth, candidate, { lines: [], layout: "" });
    expect(figures).toMatchObject({ headings: 1, furniture: 0 });
    expect(figures.f1).toBeGreaterThan(f1);
    expect(figures.order).toBeGreaterThan(order);
    expect(figures.torn).toBeLessThan(0.003);
  });

  test("a broken map from glyphs to letters is said", async () => {
    const { warnings } = await read(join(folder, "f1000research-3-305-broken-tounicode.pdf"));
    expect(warnings).toContainEqual(expect.stringMatching(/^\d+ lines cannot be read, since/));
  });
});
