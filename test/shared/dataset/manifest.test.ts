import { expect, test } from "vitest";
import { startComparison } from "../../../shared/dataset/compare.ts";
import { type Manifest, readManifest, writeManifest } from "../../../shared/dataset/manifest.ts";
import { releaseProblems } from "../../../shared/dataset/verify.ts";
import { documentOf, layerOf, spanOf } from "./documents.ts";

const sha256 = (digit: string) => digit.repeat(64);
const manifest: Manifest = {
  ...{ format: "casemark-release", formatVersion: 1, title: "A sample", version: "1.0.0" },
  ...{ project: "sample", app: "0.1.0", scheme: { name: "Tumours", version: "3" } },
  options: {
    layers: { of: "one", annotator: "Ana" },
    labels: { labels: { tumour: "diagnosis", site: null }, relations: {} },
    ...{ formats: ["brat"], reports: "*", likeness: 0.7, seed: 7 },
    parts: [
      { name: "train", share: 80 },
      { name: "test", share: 20 },
    ],
    stratifyBy: { labels: true, metadata: ["year"] },
  },
  assignment: { "case 1": "train", "case 2": "test", gone: "train" },
  reports: [
    { name: "one", case: "case 1", part: "train", textSha256: sha256("1") },
    { name: "two", case: "case 2", part: "test", textSha256: sha256("2") },
  ],
  counts: { cases: 2, reports: 2, spans: 5, entities: 0, relations: 0 },
  files: [
    { name: "README.md", bytes: 3, sha256: sha256("a") },
    { name: "data/test.jsonl", bytes: 20, sha256: sha256("b") },
    { name: "data/train.jsonl", bytes: 10, sha256: sha256("c") },
  ],
};

test("a manifest is read as it was written", () => {
  const text = writeManifest(manifest);
  expect(readManifest(text, "release.json")).toEqual(manifest);
  expect(writeManifest(readManifest(text, "release.json"))).toBe(text);
});

test("what is no manifest is refused in a sentence", () => {
  const reading = (text: string) => () => readManifest(text, "release.json");
  expect(reading("{")).toThrow(
    "release.json: this is not JSON; take the file from the release again.",
  );
  const newer = JSON.stringify({ ...manifest, formatVersion: 2 });
  expect(reading(newer)).toThrow(
    /^release\.json: formatVersion is not as a release has it \(.*\); take/,
  );
});

test("a folder as it was written has no problems, others are named one by one", () => {
  const found = [...manifest.files, { name: "release.json", bytes: 9, sha256: sha256("d") }];
  expect(releaseProblems(manifest, found)).toEqual([]);
  const [, second, third] = manifest.files;
  const changed = [
    { ...second!, sha256: sha256("e") },
    { ...third!, bytes: 11 },
    { name: "notes.txt", bytes: 1, sha256: sha256("f") },
  ];
  const assignment = { ...manifest.assignment, "case 2": "train" };
  expect(releaseProblems({ ...manifest, assignment }, changed)).toEqual([
    "“README.md” is missing; copy the release again.",
    "“data/test.jsonl” has other contents than when it was written; copy the release again.",
    "“data/train.jsonl” has 11 bytes instead of 10; copy the release again.",
    "“notes.txt” does not belong to the release; take it out of the folder.",
    "The case “case 2” is in the part “train”, but its report “two” is in “test”.",
  ]);
});

const text = "Leiomyosarcoma of the lung, CD34 positive.";
const diagnosis = spanOf(text, "s1", "diagnosis", "Leiomyosarcoma");
const site = spanOf(text, "s2", "site", "lung");
const release = (name: string, spans: (typeof site)[], words = text) =>
  documentOf(words, [layerOf("Ana", spans)], { name });

test("what changed from one release to the next", () => {
  const comparison = startComparison([
    release("same", [diagnosis, site]),
    release("relabelled", [diagnosis, site, site]),
    release("corrected", [diagnosis, site]),
    release("gone", [site]),
    release("untouched", [site]),
  ]);
  comparison.after(release("new", [diagnosis]));
  const longer = `A ${text}`;
  const moved = spanOf(longer, "x", "diagnosis", "Leiomyosarcoma");
  comparison.after(release("corrected", [moved], longer));
  comparison.after(release("same", [{ ...site, id: "x", note: "new" }, diagnosis]));
  comparison.after(release("untouched", [{ ...site, id: "x" }]));
  const marker = spanOf(text, "s3", "marker", "CD34");
  comparison.after(release("relabelled", [{ ...diagnosis, label: "tumour" }, site, marker]));
  expect(comparison.changes()).toEqual({
    reports: {
      ...{ added: ["new"], removed: ["gone"], same: 1 },
      ...{ textChanged: ["corrected"], spansChanged: ["relabelled", "same"] },
    },
    labels: { added: ["marker", "tumour"], removed: [] },
    spans: [
      { label: "diagnosis", added: 1, removed: 0, same: 2, changed: 0 },
      { label: "marker", added: 1, removed: 0, same: 0, changed: 0 },
      { label: "site", added: 0, removed: 3, same: 3, changed: 1 },
      { label: "tumour", added: 0, removed: 0, same: 0, changed: 0 },
    ],
    relabelled: [{ from: "diagnosis", to: "tumour", spans: 1 }],
  });
});
