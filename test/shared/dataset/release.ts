import { createHash } from "node:crypto";
import { startAgreement } from "../../../shared/dataset/agreement.ts";
import { datasetCard } from "../../../shared/dataset/card.ts";
import { citationFile } from "../../../shared/dataset/citation.ts";
import { croissant } from "../../../shared/dataset/croissant.ts";
import type { ReleaseFacts, ReleaseFile, ReleaseTexts } from "../../../shared/dataset/facts.ts";
import { recordsFile, releaseFiles } from "../../../shared/dataset/layout.ts";
import { alikePairs, signatureOf } from "../../../shared/dataset/near-duplicates.ts";
import { histogram, labelPlot } from "../../../shared/dataset/plots.ts";
import { recordLines } from "../../../shared/dataset/records.ts";
import { agreementFile, guidelinesFile } from "../../../shared/dataset/side-files.ts";
import { splitCases } from "../../../shared/dataset/split.ts";
import { startStatistics } from "../../../shared/dataset/statistics.ts";
import { splitUnits } from "../../../shared/dataset/units.ts";
import type { AnnotatedDocument } from "../../../shared/model/document.ts";
import { defaultScheme } from "../../../shared/scheme/default-scheme.ts";
import { schemeToYaml } from "../../../shared/scheme/yaml.ts";

export const texts: ReleaseTexts = {
  title: "Case reports: a sample",
  version: "1.0.0",
  summary: "Reports with labelled findings.",
  authors: [
    {
      family: "Muñoz",
      given: "Ana",
      orcid: "https://orcid.org/0000-0002-1825-0097",
      affiliation: "",
    },
    { family: "Doe", given: "", orcid: "", affiliation: "A hospital" },
  ],
  licence: "CC-BY-4.0",
  url: "https://example.org/sample",
  doi: "10.5281/zenodo.1",
  keywords: ["sarcoma"],
  released: "2026-11-22",
  curation: "Open-access reports.",
  annotation: "Two annotators each.",
  annotators: "",
  personal: "Published reports; no names.",
  uses: "Finding entities.",
  limitations: "",
  contact: "ana@example.org",
};

const parts = [
  { name: "train", share: 80 },
  { name: "test", share: 20 },
];

/** A whole release of these documents, as its files: the pieces put together as an export does. */
export function releaseOf(documents: readonly AnnotatedDocument[], seed = 7) {
  const reports = documents.map((document) => {
    const spans = document.layers.flatMap((layer) => layer.spans);
    const labels = Map.groupBy(spans, ({ label }) => label);
    return {
      ...{ name: document.name, case: document.case, metadata: document.metadata },
      labels: Object.fromEntries(Array.from(labels, ([label, { length }]) => [label, length])),
    };
  });
  const signed = documents.map(({ name, text }) => ({ name, signature: signatureOf(text) }));
  const nearDuplicates = alikePairs(signed);
  const units = splitUnits(reports, nearDuplicates, { labels: true, metadata: [] });
  const { assignment } = splitCases(units, { parts, seed });
  const counting = startStatistics(parts.map(({ name }) => name));
  const comparing = startAgreement();
  const lines = new Map<string, string[]>();
  for (const document of documents) {
    const part = assignment[document.case]!;
    counting.add(document, part);
    comparing.add(document);
    lines.set(part, [...(lines.get(part) ?? []), ...recordLines(document)]);
  }
  const statistics = counting.statistics();
  const agreements = comparing.agreements({ seed });
  const bars = statistics.labels.map(({ label, byPart }) => ({
    ...{ label, counts: parts.map(({ name }) => byPart[name] ?? 0) },
  }));
  const files = new Map<string, string>([
    ...Array.from(lines, ([part, all]): [string, string] => [
      recordsFile(part),
      `${all.join("\n")}\n`,
    ]),
    [releaseFiles.scheme, schemeToYaml(defaultScheme)],
    [releaseFiles.guidelines, guidelinesFile(defaultScheme)],
    [releaseFiles.agreement, agreementFile(agreements)],
    [
      releaseFiles.labelPlot,
      labelPlot(
        parts.map(({ name }) => name),
        bars,
      ),
    ],
    [releaseFiles.spansPlot, histogram(statistics.spansPerReport)],
    [releaseFiles.citation, citationFile(texts)],
  ]);
  const facts: ReleaseFacts = {
    ...{ texts, project: "sample", app: "0.1.0", seed, parts, layers: { of: "all" } },
    ...{ scheme: defaultScheme, schemeVersion: "3", statistics, agreements, nearDuplicates },
    languages: ["en"],
    licences: [{ name: "CC BY 4.0", reports: documents.length }],
    sources: [{ name: "", reports: documents.length }],
    repairedReports: 1,
    losses: [],
    files: hashed(files),
  };
  files.set(releaseFiles.card, datasetCard(facts));
  files.set(releaseFiles.croissant, croissant(facts));
  return { files, facts, assignment };
}

export function hashed(files: ReadonlyMap<string, string>): ReleaseFile[] {
  return Array.from(files, ([name, text]) => ({
    name,
    bytes: Buffer.byteLength(text),
    sha256: createHash("sha256").update(text).digest("hex"),
  })).sort((a, b) => (a.name < b.name ? -1 : 1));
}
