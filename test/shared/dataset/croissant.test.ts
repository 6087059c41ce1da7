import { expect, test } from "vitest";
import { croissant, encodingFormat } from "../../../shared/dataset/croissant.ts";
import { documentOf, layerOf, spanOf } from "./documents.ts";
import { releaseOf, texts } from "./release.ts";

const documents = ["one", "two", "three", "four", "five"].map((name) =>
  documentOf("lung", [layerOf("Ana", [spanOf("lung", "s1", "site", "lung")])], { name }),
);
const { facts } = releaseOf(documents);
const described = JSON.parse(croissant(facts));

/** Every object in a value, itself among them. */
function* objectsIn(value: unknown): Iterable<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) yield value as Record<string, unknown>;
  for (const member of Object.values(value)) yield* objectsIn(member);
}

test("what Croissant 1.1 requires is there", () => {
  const { "@context": context, distribution, recordSet, ...others } = described;
  expect(others).toEqual({
    "@type": "sc:Dataset",
    conformsTo: ["http://mlcommons.org/croissant/1.1", "http://mlcommons.org/croissant/RAI/1.0"],
    name: texts.title,
    description: texts.summary,
    license: "https://spdx.org/licenses/CC-BY-4.0",
    url: texts.url,
    creator: [
      {
        ...{ "@type": "sc:Person", name: "Ana Muñoz" },
        identifier: "https://orcid.org/0000-0002-1825-0097",
      },
      {
        ...{ "@type": "sc:Person", name: "Doe" },
        affiliation: { "@type": "sc:Organization", name: "A hospital" },
      },
    ],
    datePublished: "2026-11-22",
    version: "1.0.0",
    keywords: ["sarcoma"],
    inLanguage: ["en"],
    identifier: "https://doi.org/10.5281/zenodo.1",
    citeAs: expect.stringContaining("@misc{munoz2026case,"),
    isLiveDataset: false,
    "rai:dataCollection": "Open-access reports.",
    "rai:dataAnnotationProtocol": "Two annotators each.",
    "rai:personalSensitiveInformation": "Published reports; no names.",
    "rai:dataUseCases": "Finding entities.",
    "rai:dataAnnotationPlatform": "Casemark 0.1.0",
    "rai:annotationsPerItem": "1.00 layers for each report",
    "rai:dataPreprocessingProtocol":
      "Reports whose text was corrected or repaired after it was imported: 1.",
  });
  expect(context).toMatchObject({
    cr: "http://mlcommons.org/croissant/",
    recordSet: "cr:recordSet",
  });
  expect(distribution.map(({ name }: { name: string }) => name)).toEqual(
    facts.files.map(({ name }) => name),
  );
  expect(recordSet.map((set: Record<string, unknown>) => set["@id"])).toEqual([
    "splits",
    ...facts.statistics.parts
      .filter(({ reports }) => reports > 0)
      .map(({ part }) => `records-${part}`),
  ]);
});

test("ids are unique, and what refers to one leads to it", () => {
  const all = [...objectsIn({ ...described, "@context": {} })];
  const defined = all.flatMap((one) => ("@type" in one && "@id" in one ? [one["@id"]] : []));
  expect(new Set(defined).size).toBe(defined.length);
  const references = all.filter((one) => "@id" in one && Object.keys(one).length === 1);
  expect(references.length).toBeGreaterThan(20);
  for (const reference of references) expect(defined).toContain(reference["@id"]);
});

test("a field within lists is taken from its column by a path", () => {
  const fields = [...objectsIn(described)];
  const field = (id: string) =>
    fields.find((one) => one["@type"] === "cr:Field" && one["@id"] === id);
  expect(field("records-train/spans/fragments/start")).toEqual({
    ...{ "@type": "cr:Field", "@id": "records-train/spans/fragments/start", name: "start" },
    description: "Where it begins, in Unicode code points from 0",
    ...{ dataType: "cr:Int64", isArray: true, arrayShape: "-1" },
    source: {
      fileObject: { "@id": "data/train.jsonl" },
      extract: { column: "spans" },
      transform: { jsonPath: "$[*].fragments[*].start" },
    },
  });
  expect(field("records-train/text")).toMatchObject({
    source: { fileObject: { "@id": "data/train.jsonl" }, extract: { column: "text" } },
  });
});

test("tables in Parquet have their columns", () => {
  const file = { name: "formats/parquet/train/spans.parquet", bytes: 1, sha256: "0".repeat(64) };
  const { recordSet } = JSON.parse(croissant({ ...facts, files: [...facts.files, file] }));
  const table = recordSet.at(-1);
  expect(table).toMatchObject({ "@id": "spans-train", name: "spans-train" });
  expect(table.field).toContainEqual({
    ...{ "@type": "cr:Field", "@id": "spans-train/start", name: "start", dataType: "cr:Int32" },
    source: { fileObject: { "@id": file.name }, extract: { column: "start" } },
  });
});

test("endings mean media types", () => {
  const types = ["a/b.jsonl", "b.parquet", "c.ann", "CITATION.cff", "d.constructor"].map(
    encodingFormat,
  );
  expect(types).toEqual([
    ...["application/jsonlines", "application/vnd.apache.parquet", "text/plain"],
    ...["application/yaml", "text/plain"],
  ]);
});
