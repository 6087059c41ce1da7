import fc from "fast-check";
import { expect, test } from "vitest";
import { checksumsFile } from "../../../shared/dataset/checksums.ts";
import { startComparison } from "../../../shared/dataset/compare.ts";
import { type Manifest, readManifest, writeManifest } from "../../../shared/dataset/manifest.ts";
import { documentsOfRecords } from "../../../shared/dataset/read-records.ts";
import { recordLines } from "../../../shared/dataset/records.ts";
import { releaseProblems } from "../../../shared/dataset/verify.ts";
import type { Entity } from "../../../shared/model/annotation.ts";
import { anyDocument } from "../formats/arbitrary-document.ts";
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
  const besides = ["release.json", "croissant.json"].map((name) => ({
    ...{ name, bytes: 9, sha256: sha256("d") },
  }));
  const files = [...manifest.files, ...besides];
  const checksums = checksumsFile(files);
  const whole = { files, odd: [], checksums };
  expect(releaseProblems(manifest, whole)).toEqual([]);
  const other = (parts: Partial<typeof whole>) => releaseProblems(manifest, { ...whole, ...parts });
  expect(other({ checksums: checksums.replace("a", "0") })).toEqual([
    "“SHA256SUMS” has other contents than when it was written; copy the release again.",
  ]);
  expect(releaseProblems(manifest, { ...whole, checksums: null })).toEqual([
    "“SHA256SUMS” is missing; copy the release again.",
  ]);
  const [, second, third] = manifest.files;
  const changed = [
    { ...second!, sha256: sha256("e") },
    { ...third!, bytes: 11 },
    { name: "notes.txt", bytes: 1, sha256: sha256("f") },
  ];
  const assignment = { ...manifest.assignment, "case 2": "train" };
  const asked = { ...whole, files: [...changed, ...besides] };
  expect(releaseProblems({ ...manifest, assignment }, asked)).toEqual([
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
      ...{ textChanged: ["corrected"], annotationsChanged: ["relabelled", "same"] },
    },
    labels: { added: ["marker", "tumour"], removed: [] },
    spans: [
      { label: "diagnosis", added: 1, removed: 0, same: 2, changed: 0 },
      { label: "marker", added: 1, removed: 0, same: 0, changed: 0 },
      { label: "site", added: 0, removed: 3, same: 3, changed: 1 },
      { label: "tumour", added: 0, removed: 0, same: 0, changed: 0 },
    ],
    relabelled: [{ from: "diagnosis", to: "tumour", spans: 1 }],
    ...{ entities: [], relations: [], events: [], groups: [] },
  });
});

const entityOf = (id: string, name: string, others: Partial<Entity> = {}): Entity => ({
  ...{ id, kind: "marker", name, codes: [], fields: {}, note: "", ...others },
});
const code = { system: "HGNC", code: "1662", display: "" };

test("what changed of entities, their codes and fields, and of what links them", () => {
  const link = { attributes: {}, note: "" };
  const before = layerOf("Ana", [diagnosis, { ...site, entity: "e1" }], {
    entities: [
      entityOf("e1", "CD34", { codes: [code], fields: { result: "positive" } }),
      entityOf("e2", "desmin", { fields: { result: "negative" } }),
      entityOf("e3", "actin"),
      entityOf("e4", "S100"),
    ],
    relations: [
      { ...link, id: "r1", label: "in", from: "s1", to: "s2" },
      { ...link, id: "r2", label: "with", from: "e1", to: "e2" },
    ],
    events: [{ ...link, id: "v1", label: "stain", trigger: "s2", arguments: [] }],
    groups: [{ id: "g1", label: "panel", members: ["e1", "e2"], note: "" }],
  });
  // The same with other ids, but for what is said to have changed.
  const after = layerOf(
    "Ana",
    [
      { ...site, id: "s1", entity: "x1" },
      { ...diagnosis, id: "s2" },
    ],
    {
      entities: [
        entityOf("x4", "S100"),
        entityOf("x1", "CD34", { fields: { result: "negative" } }),
        entityOf("x2", "desmin", { fields: { result: "negative" }, codes: [code] }),
        entityOf("x5", "myogenin"),
      ],
      relations: [
        { ...link, id: "r1", label: "with", from: "x1", to: "x2", attributes: { sure: true } },
        { ...link, id: "r2", label: "in", from: "s1", to: "s2" },
      ],
      events: [
        {
          ...{ ...link, id: "v1", label: "stain", trigger: "s1" },
          arguments: [{ role: "of", target: "x1" }],
        },
      ],
      groups: [{ id: "g1", label: "panel", members: ["x2", "x1"], note: "" }],
    },
  );
  const comparison = startComparison([documentOf(text, [before])]);
  comparison.after(documentOf(text, [after]));
  expect(comparison.changes()).toMatchObject({
    reports: { same: 0, annotationsChanged: ["report"] },
    spans: [
      { label: "diagnosis", added: 0, removed: 0, same: 1, changed: 0 },
      { label: "site", added: 0, removed: 0, same: 1, changed: 0 },
    ],
    entities: [{ kind: "marker", added: 1, removed: 1, same: 3, changed: 2, codes: 2, fields: 1 }],
    relations: [
      { label: "in", added: 1, removed: 1, same: 0, changed: 0 },
      { label: "with", added: 0, removed: 0, same: 1, changed: 1 },
    ],
    events: [{ label: "stain", added: 0, removed: 0, same: 1, changed: 1 }],
    groups: [{ label: "panel", added: 0, removed: 0, same: 1, changed: 0 }],
  });
});

test("a release's records are the same as themselves, whatever is in them", () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const records = () => documentsOfRecords(recordLines(document), "data/train.jsonl");
      const comparison = startComparison(records());
      for (const one of records()) comparison.after(one);
      const { reports, relabelled, ...changes } = comparison.changes();
      expect(reports).toMatchObject({ same: 1, annotationsChanged: [] });
      const { labels, ...lists } = changes;
      const tallies = Object.values(lists).flat();
      expect(
        tallies.filter(({ added, removed, changed }) => added + removed + changed > 0),
      ).toEqual([]);
      const [layer] = document.layers;
      const total = (list: { same: number }[]) => list.reduce((sum, { same }) => sum + same, 0);
      expect([total(changes.spans), total(changes.entities), total(changes.relations)]).toEqual([
        ...[layer?.spans.length, layer?.entities.length, layer?.relations.length],
      ]);
    }),
  );
});

test("records of another version are refused in a sentence", () => {
  const { entities: _, ...record } = JSON.parse(recordLines(documentOf(text, []))[0] ?? "");
  expect(() => [...documentsOfRecords([JSON.stringify(record)], "data/train.jsonl")]).toThrow(
    "data/train.jsonl, line 1 is no record as this version of Casemark writes it; make the release again.",
  );
});
