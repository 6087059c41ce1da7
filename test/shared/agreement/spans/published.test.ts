import { expect, test } from "vitest";
import { comparedSpan } from "../../../../shared/agreement/spans/compared-span.ts";
import { countsAt, type MatchCounts } from "../../../../shared/agreement/spans/counts.ts";
import { f1 } from "../../../../shared/agreement/spans/f1.ts";
import { precision } from "../../../../shared/agreement/spans/precision.ts";
import { recall } from "../../../../shared/agreement/spans/recall.ts";
import { createLedger } from "../../../../shared/agreement/study/ledger.ts";
import { createNames } from "../../../../shared/agreement/study/names.ts";
import { countTokens } from "../../../../shared/agreement/study/pair-counts.ts";
import { markedTokens } from "../../../../shared/agreement/tokens/marked-tokens.ts";
import { realFiles } from "../../../real-data.ts";
import { bratiaa, bratProject } from "../study/brat-project.ts";
import { countMatches, matchExactly } from "./matching.ts";

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const f1Of = (counts: MatchCounts) => {
  const found = f1(counts);
  return found.defined ? found.value : Number.NaN;
};

const reports = bratProject(bratiaa.folder, bratiaa.annotators);
const pairs = bratiaa.annotators.flatMap((_, a) =>
  bratiaa.annotators.slice(a + 1).map((__, b) => [a, a + 1 + b] as const),
);

/** bratiaa's tokens are what white space parts. */
const tokensOf = (text: string) =>
  Array.from(text.matchAll(/\S+/g), ({ 0: word, index }) => ({
    ...{ start: index, end: index + word.length },
  }));

interface Only {
  label?: string;
  report?: string;
}

/** What two annotators have marked, token by token. */
function tokenCounts([a, b]: readonly [number, number], only: Only): MatchCounts {
  const ledger = createLedger();
  const labels = createNames();
  const counting = { ledger, group: 0, labelOf: labels.numberOf, sectionOf: () => 0 };
  for (const { text, layers, title } of reports) {
    if (only.report !== undefined && only.report !== title) continue;
    const marked = (at: number) =>
      markedTokens((layers[at]?.spans ?? []).map(comparedSpan), tokensOf(text));
    countTokens(counting, marked(a), marked(b), () => 0);
  }
  ledger.endReport(0);
  const sums = [0, 0, 0, 0];
  const { label, column, amount } = ledger.entries;
  for (const [at, place] of column.entries())
    if (only.label === undefined || labels.all[label[at]!] === only.label)
      sums[place]! += amount[at]!;
  return countsAt(sums);
}

/** The token F1 of all pairs, of one label and one report or all. */
const tokenF1 = (only: Only) => pairs.map((pair) => f1Of(tokenCounts(pair, only)));

test.skipIf(reports.length === 0)("bratiaa's published token F1 of four annotators", () => {
  expect(mean(tokenF1({}))).toBeCloseTo(0.9639787, 6);
  const labels = ["LOC", "MISC", "ORG", "PER"].map((label) => mean(tokenF1({ label })));
  const published = [0.963268, 0.918178, 0.972434, 0.982987];
  for (const [at, value] of labels.entries()) expect(value).toBeCloseTo(published[at]!, 5);
  const documents = [0.971772, 0.945131, 0.927706, 0.942524, 0.973579, 0.976562, 0.951711];
  for (const [at, { title }] of reports.entries())
    expect(mean(tokenF1({ report: title }))).toBeCloseTo(documents[at]!, 5);
});

/** The mentions of a PubTator file: start, end and type by document. */
function pubtator(name: string) {
  const [file] = realFiles(`iaa/bc5cdr-sample/${name}`);
  const lines = Buffer.from(file?.bytes ?? new Uint8Array())
    .toString("utf8")
    .split(/\r?\n/);
  const rows = lines.map((line) => line.split("\t")).filter(({ length }) => length >= 5);
  return Map.groupBy(rows, ([document = ""]) => document);
}

const gold = pubtator("CDR_sample.gold.PubTator");

test.skipIf(gold.size === 0)("BC5CDR's evaluation of DNorm on 50 documents", () => {
  const system = pubtator("CDR_sample.test.DNER.PubTator");
  const sum = { a: 0, matchedA: 0, b: 0, matchedB: 0 };
  for (const document of new Set([...gold.keys(), ...system.keys()])) {
    const [a = [], b = []] = [gold, system].map((rows) => {
      const diseases = (rows.get(document) ?? []).filter((row) => row[4] === "Disease");
      const places = new Map(
        diseases.map(([, start, end]) => [
          `${start}-${end}`,
          comparedSpan({
            label: "Disease",
            ranges: [{ start: Number(start), end: Number(end) }],
          }),
        ]),
      );
      return [...places.values()];
    });
    const counts = countMatches(matchExactly(a, b), b.length);
    for (const key of ["a", "matchedA", "b", "matchedB"] as const) sum[key] += counts[key];
  }
  expect(sum).toEqual({ a: 303 + 121, matchedA: 303, b: 303 + 105, matchedB: 303 });
  expect(precision(sum)).toMatchObject({ value: expect.closeTo(0.7426470588235294, 12) });
  expect(recall(sum)).toMatchObject({ value: expect.closeTo(0.714622641509434, 12) });
  expect(f1(sum)).toMatchObject({ value: expect.closeTo(0.7283653846153848, 9) });
});

test("BC5CDR's published counts give its precision, recall and F", () => {
  const counts = { a: 424, matchedA: 303, b: 408, matchedB: 303 };
  expect(precision(counts)).toMatchObject({ value: expect.closeTo(0.7426470588235294, 12) });
  expect(recall(counts)).toMatchObject({ value: expect.closeTo(0.714622641509434, 12) });
  expect(f1(counts)).toMatchObject({ value: expect.closeTo(0.7283653846153848, 12) });
});
