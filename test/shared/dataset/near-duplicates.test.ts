import { expect, test } from "vitest";
import {
  alikeGroups,
  alikePairs,
  likeness,
  signatureOf,
} from "../../../shared/dataset/near-duplicates.ts";
import { seededRandom } from "../../../shared/random.ts";
import { realFiles } from "../../real-data.ts";

const { below } = seededRandom(3, "words");
const textOf = (count: number) =>
  Array.from({ length: count }, () => `word${below(5000)}`).join(" ");
const signed = (texts: Record<string, string>) =>
  Object.entries(texts).map(([name, text]) => ({ name, signature: signatureOf(text) }));

/** The true likeness, counted. */
function jaccard(a: string, b: string): number {
  const pieces = (text: string) => {
    const words = text.split(" ");
    return new Set(words.slice(4).map((_, at) => words.slice(at, at + 5).join(" ")));
  };
  const [one, other] = [pieces(a), pieces(b)];
  const both = [...one].filter((piece) => other.has(piece)).length;
  return both / (one.size + other.size - both);
}

test("copies with other words, case and punctuation are found, and nothing else is", () => {
  const original = textOf(600);
  const edited = original
    .split(" ")
    .map((word, at) => (at % 100 === 50 ? "other" : word))
    .join(" ");
  const texts = {
    ...{ original, edited, shouted: original.toUpperCase().replaceAll(" ", ", ") },
    ...{
      cut: original.split(" ").slice(0, 500).join(" "),
      unlike: textOf(600),
      empty: "",
      no: " …",
    },
  };
  const pairs = alikePairs(signed(texts));
  expect(pairs[0]).toEqual({ a: "original", b: "shouted", likeness: 1 });
  expect(pairs.map(({ a, b }) => [a, b])).toContainEqual(["edited", "original"]);
  expect(alikeGroups(pairs)).toEqual([["cut", "edited", "original", "shouted"]]);
});

test("the estimated likeness is near the counted one", () => {
  const original = textOf(800).split(" ");
  for (const kept of [100, 400, 700]) {
    const other = [...original.slice(0, kept), ...textOf(800 - kept).split(" ")];
    const [a, b] = [original.join(" "), other.join(" ")];
    const estimate = likeness(signatureOf(a)!, signatureOf(b)!);
    expect(Math.abs(estimate - jaccard(a, b)), `${kept} of 800 words`).toBeLessThan(0.14);
  }
});

test("the order of reports changes nothing, and a crowd of copies stays one group", () => {
  const original = textOf(200);
  const reports = Array.from({ length: 100 }, (_, at) => ({
    name: `report ${at}`,
    signature: signatureOf(`${original} ${at}`),
  }));
  const pairs = alikePairs(reports);
  expect(alikePairs(reports.toReversed())).toEqual(pairs);
  expect(alikeGroups(pairs)).toEqual([reports.map(({ name }) => name).sort()]);
  expect(pairs.length).toBeLessThan(100 * 99);
});

const maccrobat = realFiles("brat/maccrobat2020/*.txt");

test.skipIf(maccrobat.length === 0)("no two reports of MACCROBAT are almost the same", () => {
  const reports = maccrobat.map(({ name, bytes }) => ({
    name,
    signature: signatureOf(Buffer.from(bytes).toString("utf8")),
  }));
  expect(alikePairs(reports, 0.7)).toEqual([]);
});
