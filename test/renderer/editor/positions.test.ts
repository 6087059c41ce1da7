import fc from "fast-check";
import { expect, test } from "vitest";
import { type Chunk, makeChunks } from "../../../renderer/editor/chunks.ts";
import { createPositions } from "../../../renderer/editor/positions.ts";
import { makeDocument } from "../../../renderer/editor/schema.ts";
import { findBlocks } from "../../../shared/text/blocks.ts";

const line = fc.string({
  unit: fc.constantFrom("a", "ß", "é", "😀", "  ", "\t", "ع", "<b>"),
  maxLength: 90,
});
const reports = fc
  .array(fc.oneof(line, fc.constant(""), fc.constant("word ".repeat(1500))), { maxLength: 40 })
  .map((lines) => lines.join("\n"));

function open(text: string) {
  const chunks = makeChunks(text, findBlocks(text, []));
  return { chunks, positions: createPositions(chunks), document: makeDocument(text, chunks) };
}

const blocksOf = (chunks: readonly Chunk[]) => chunks.flatMap(({ blocks }) => blocks);

test("every character of a block is at its position, and the position leads back to it", () => {
  fc.assert(
    fc.property(reports, (text) => {
      const { chunks, positions, document } = open(text);
      for (const { start, end } of blocksOf(chunks))
        for (let offset = start; offset < end; offset += 1 + (end > 2000 ? 97 : 0)) {
          const position = positions.toPosition(offset, "start");
          expect(positions.toOffset(position)).toBe(offset);
          expect(document.textBetween(position, position + 1)).toBe(
            text[offset] === "\n" ? " " : text[offset],
          );
        }
    }),
    { numRuns: 60 },
  );
});

test("a range says the same in the document as in the text, but for white space", () => {
  fc.assert(
    fc.property(reports, fc.nat(), fc.nat(), (text, one, other) => {
      const { positions, document } = open(text);
      const [start = 0, end = 0] = [one, other]
        .map((n) => n % (text.length + 1))
        .sort((a, b) => a - b);
      const from = positions.toPosition(start, "start");
      const to = Math.max(from, positions.toPosition(end, "end"));
      const words = (some: string) => some.replaceAll(/\s/g, "");
      expect(words(document.textBetween(from, to))).toBe(words(text.slice(start, end)));
    }),
    { numRuns: 300 },
  );
});

test("every position of the document leads to an offset inside the text", () => {
  fc.assert(
    fc.property(reports, (text) => {
      const { positions, document } = open(text);
      const offsets = Array.from({ length: document.content.size + 1 }, (_, at) =>
        positions.toOffset(at),
      );
      expect(offsets).toEqual(offsets.toSorted((a, b) => a - b));
      expect(offsets.at(-1)).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 30 },
  );
});

test("a chunk is found by any offset from its start to the next one's", () => {
  const { chunks, positions } = open("word ".repeat(400).concat("\n\n").repeat(30));
  for (const [at, { start, end }] of chunks.entries())
    expect([start, end - 1, end].map(positions.chunkAt)).toEqual([at, at, at]);
});

test("the document is well-formed, also that of an empty report", () => {
  for (const text of ["", "\n\n", "one line", "# T\n\nText.\nMore."]) open(text).document.check();
});

test("one line of a megabyte becomes many blocks that touch each other and end after a space", () => {
  const text = "carcinoma ".repeat(100_000);
  const blocks = blocksOf(open(text).chunks);
  expect(blocks.length).toBeGreaterThan(200);
  expect(blocks.map(({ start, end }) => text.slice(start, end)).join("")).toBe(text.trimEnd());
  expect(blocks.slice(0, -1).filter(({ end }) => text[end - 1] !== " ")).toEqual([]);
});

test("a line without any space is not cut inside a character", () => {
  const text = "😀".repeat(20_000);
  const blocks = blocksOf(open(text).chunks);
  expect(blocks.length).toBeGreaterThan(5);
  expect(blocks.filter(({ start }) => start % 2 !== 0)).toEqual([]);
});
