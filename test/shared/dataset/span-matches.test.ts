import { basename } from "node:path";
import { expect, test } from "vitest";
import { type SpanMatches, spanF1, spanMatches } from "../../../shared/dataset/span-matches.ts";
import { readBrat } from "../../../shared/formats/brat/read.ts";
import { realFiles } from "../../real-data.ts";

const span = (label: string, ...ends: [number, number][]) => ({
  label,
  ranges: ends.map(([start, end]) => ({ start, end })),
});

test("a span counts when label and ranges are the same, in whatever order the ranges are", () => {
  const a = [span("x", [0, 3]), span("x", [9, 12], [5, 7]), span("y", [0, 3]), span("x", [0, 3])];
  const b = [span("x", [0, 3]), span("x", [5, 7], [9, 12]), span("z", [0, 3])];
  const matches = spanMatches(a, b);
  expect(Object.fromEntries(matches)).toEqual({
    x: { both: 2, a: 2, b: 2 },
    y: { both: 0, a: 1, b: 0 },
    z: { both: 0, a: 0, b: 1 },
  });
  expect(spanF1({ both: 2, a: 3, b: 3 })).toMatchObject({ defined: true, value: 2 / 3 });
});

test("where nobody has marked anything there is no F1", () => {
  const matches = { both: 0, a: 0, b: 0 };
  expect(spanF1(matches)).toMatchObject({ defined: false, reason: "no-spans" });
});

/** The spans of bratiaa's example project, by document and annotator. */
function bratiaa(project: string, annotators: readonly string[]) {
  return annotators.map((annotator) => {
    const files = realFiles(`iaa/${project}/${annotator}/*.ann`);
    const texts = new Map(
      realFiles(`iaa/${project}/${annotator}/*.txt`).map(({ name, bytes }) => [name, bytes]),
    );
    return files.map(({ name, bytes }) => {
      const text = texts.get(`${basename(name, ".ann")}.txt`);
      const decoded = (part: Uint8Array | undefined) => Buffer.from(part ?? []).toString("utf8");
      return readBrat({ text: decoded(text), annotations: decoded(bytes), annotator, file: name })
        .layer.spans;
    });
  });
}

/** The F1 of every pair of annotators over all documents, of one label or all. */
function valuesOf(work: ReturnType<typeof bratiaa>, only: string | null): number[] {
  const pairs = work.flatMap((a, at) => work.slice(at + 1).map((b) => [a, b] as const));
  return pairs.flatMap(([a, b]) => {
    const counts = a.flatMap((spans, document) => [...spanMatches(spans, b[document] ?? [])]);
    const chosen = counts.filter(([label]) => only === null || label === only);
    const sum = (key: keyof SpanMatches) =>
      chosen.reduce((total, [, matches]) => total + matches[key], 0);
    const f1 = spanF1({ both: sum("both"), a: sum("a"), b: sum("b") });
    return f1.defined ? f1.value : [];
  });
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const isThere = realFiles("iaa/bratiaa-4-annotators/example-project/Lisa/*.ann").length > 0;

test.skipIf(!isThere)("bratiaa's published F1 of four annotators, and of each label", () => {
  const work = bratiaa("bratiaa-4-annotators/example-project", ["Lisa", "Maria", "Max", "Peter"]);
  expect(mean(valuesOf(work, null))).toBeCloseTo(0.8903501, 6);
  const labels = ["LOC", "MISC", "ORG", "PER"].map((label) => mean(valuesOf(work, label)));
  const published = [0.8191061, 0.84004593, 0.9059579, 0.93782234];
  for (const [at, value] of labels.entries()) expect(value).toBeCloseTo(published[at]!, 6);
});

test.skipIf(!isThere)("bratiaa's published F1 of two annotators", () => {
  const [value] = valuesOf(bratiaa("bratiaa-agree-2", ["ann1", "ann2"]), null);
  expect(value).toBeCloseTo(0.787878, 4);
});
