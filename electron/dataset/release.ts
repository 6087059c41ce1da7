import { datasetCard } from "../../shared/dataset/card.ts";
import { checksumsFile } from "../../shared/dataset/checksums.ts";
import { citationFile } from "../../shared/dataset/citation.ts";
import { croissant } from "../../shared/dataset/croissant.ts";
import type {
  Counted,
  ReleaseFacts,
  ReleaseFile,
  ReleaseLoss,
} from "../../shared/dataset/facts.ts";
import { mapScheme } from "../../shared/dataset/labels.ts";
import { releaseFiles } from "../../shared/dataset/layout.ts";
import { type Manifest, writeManifest } from "../../shared/dataset/manifest.ts";
import { histogram, labelPlot } from "../../shared/dataset/plots.ts";
import { recordsId } from "../../shared/dataset/records.ts";
import {
  agreementFile,
  guidelinesFile,
  lossesFile,
  nearDuplicatesFile,
  type Provenance,
  provenanceFile,
} from "../../shared/dataset/side-files.ts";
import type { Loss } from "../../shared/formats/losses.ts";
import { schemeToYaml } from "../../shared/scheme/yaml.ts";
import { openDestination } from "../export/destination.ts";
import { explainWriting } from "../export/problems.ts";
import { sha256 } from "../sha256.ts";
import { version } from "../version.ts";
import { filesBelow, writeBelow } from "./files.ts";
import type { ReleaseRequest } from "./request.ts";
import { refuseCancelled, type Watch } from "./source.ts";
import { type Survey, survey } from "./survey.ts";
import {
  type Chosen,
  foreseenLosses,
  type Records,
  type Writing,
  writeFormats,
  writeRecords,
} from "./write-parts.ts";

/** What a release came to. */
export interface ReleaseResult {
  manifest: Manifest;
  /** What choosing left out, and what the records and each format could not hold. */
  losses: ReleaseLoss[];
  /** Pairs of reports that are almost the same. */
  nearDuplicates: number;
  /** Cases that should be together and are not, since an earlier release had parted them. */
  torn: string[][];
}

/**
 * Writes a release into a new folder: everything is written beside it and verified before it takes its
 * place. The same project, options and texts give the same bytes.
 * @throws AppError "cancelled", "bad-input", "disk-full", "read-only" or "internal".
 */
export async function makeRelease(request: ReleaseRequest, watch: Watch): Promise<ReleaseResult> {
  try {
    const destination = openDestination(request.path, "folder");
    try {
      const result = await writeRelease(request, destination.draft, watch);
      destination.finish();
      return result;
    } catch (error) {
      destination.discard();
      throw error;
    }
  } catch (error) {
    throw explainWriting(error, request.path);
  }
}

/** What a release will leave out, and what its records and formats will not hold. Nothing is written. */
export async function foreseeRelease(
  request: Omit<ReleaseRequest, "path" | "texts" | "beforeWriting">,
  watch: Watch,
): Promise<ReleaseLoss[]> {
  const surveyed = await survey(request, watch);
  return foreseen(chosenIn(request, surveyed), surveyed, watch);
}

async function writeRelease(
  request: ReleaseRequest,
  folder: string,
  watch: Watch,
): Promise<ReleaseResult> {
  const surveyed = await survey(request, watch);
  const { assignment } = surveyed.split;
  const writing: Writing = { folder, ...chosenIn(request, surveyed) };
  if (request.beforeWriting) request.beforeWriting(await foreseen(writing, surveyed, watch));
  const records = await writeRecords(writing, watch);
  const { provenance } = records;
  const lost = await writeFormats(writing, records, watch);
  const losses = [...named("", surveyed.losses), ...named(recordsId, records.losses), ...lost];
  const known = { ...factsOf(request, surveyed, records), scheme: writing.scheme, losses };
  writeSideFiles(folder, known, provenance);
  refuseCancelled(watch.signal);
  const manifest = await describe(request, folder, known, provenance, assignment);
  const { alike, split } = surveyed;
  return { manifest, losses, nearDuplicates: alike.length, torn: split.torn };
}

function chosenIn(
  { sources, options, project }: Pick<ReleaseRequest, "sources" | "options" | "project">,
  surveyed: Survey,
): Chosen {
  const scheme = mapScheme(project.scheme, options.labels);
  return { sources, options, parts: partsOf(options, surveyed), scheme };
}

async function foreseen(chosen: Chosen, { losses }: Survey, watch: Watch): Promise<ReleaseLoss[]> {
  return [...named("", losses), ...(await foreseenLosses(chosen, watch))];
}

const named = (format: string, losses: readonly Loss[]): ReleaseLoss[] =>
  losses.map((loss) => ({ format, ...loss }));

/** The reports of each part that has any, in the order of the parts. */
function partsOf({ parts }: ReleaseRequest["options"], { listed, split }: Survey) {
  const byPart = Map.groupBy(listed, (report) => split.assignment[report.case] ?? "");
  return new Map(
    parts.flatMap(({ name }) => {
      const reports = byPart.get(name);
      return reports ? [[name, reports] as const] : [];
    }),
  );
}

type Known = Omit<ReleaseFacts, "files">;

function factsOf(
  { options, texts, project }: ReleaseRequest,
  { agreements, alike }: Survey,
  { statistics, provenance, languages }: Records,
): Omit<Known, "losses"> {
  return {
    texts,
    project: project.name,
    app: version,
    seed: options.seed,
    parts: options.parts,
    layers: options.layers,
    scheme: project.scheme,
    schemeVersion: project.schemeVersion,
    statistics,
    agreements,
    nearDuplicates: alike,
    languages,
    licences: counted(provenance.map(({ licence }) => licence)),
    sources: counted(provenance.map(({ source }) => source.replace(/.*\./, "."))),
    repairedReports: provenance.filter(({ repairs }) => repairs.length > 0).length,
  };
}

function counted(names: readonly string[]): Counted[] {
  const groups = Map.groupBy(names, (name) => name);
  return Array.from(groups, ([name, all]) => ({ name, reports: all.length })).sort(
    (a, b) => b.reports - a.reports || (a.name < b.name ? -1 : 1),
  );
}

/** The files that say something of all reports. */
function writeSideFiles(
  folder: string,
  { texts, scheme, statistics, agreements, nearDuplicates, parts, losses }: Known,
  provenance: readonly Provenance[],
): void {
  const names = parts.map(({ name }) => name);
  const bars = statistics.labels.map(({ label, byPart }) => ({
    label,
    counts: names.map((name) => byPart[name] ?? 0),
  }));
  const files: [name: string, text: string][] = [
    [releaseFiles.scheme, schemeToYaml(scheme)],
    [releaseFiles.guidelines, guidelinesFile(scheme)],
    [releaseFiles.citation, citationFile(texts)],
    [releaseFiles.provenance, provenanceFile(provenance)],
    [releaseFiles.nearDuplicates, nearDuplicatesFile(nearDuplicates)],
    [releaseFiles.losses, lossesFile(losses)],
    [releaseFiles.agreement, agreementFile(agreements)],
    [releaseFiles.labelPlot, labelPlot(names, bars)],
    [releaseFiles.spansPlot, histogram(statistics.spansPerReport)],
  ];
  for (const [name, text] of files) writeBelow(folder, name, text);
}

const fileOf = (name: string, text: string): ReleaseFile => ({
  ...{ name, bytes: Buffer.byteLength(text), sha256: sha256(text) },
});

const inOrder = (files: readonly ReleaseFile[]) =>
  files.toSorted((a, b) => (a.name < b.name ? -1 : 1));

/**
 * The card; the manifest, which holds its hash and every other file's; the metadata, which hold the manifest's too;
 * and the checksums of all of them.
 */
async function describe(
  { options, frozen }: ReleaseRequest,
  folder: string,
  known: Known,
  provenance: readonly Provenance[],
  assignment: Readonly<Record<string, string>>,
): Promise<Manifest> {
  const facts: ReleaseFacts = { ...known, files: await filesBelow(folder) };
  const card = datasetCard(facts);
  writeBelow(folder, releaseFiles.card, card);
  const files = inOrder([...facts.files, fileOf(releaseFiles.card, card)]);
  const { texts, project, app, scheme, schemeVersion, statistics } = facts;
  const { cases, reports, spans, entities, relations } = statistics.whole;
  const manifest: Manifest = {
    ...{ format: "casemark-release", formatVersion: 1 },
    ...{ title: texts.title, version: texts.version, project, app, options },
    scheme: { name: scheme.name, version: schemeVersion },
    assignment: { ...frozen, ...assignment },
    reports: provenance.map(({ report, case: caseName, part, textSha256 }) => ({
      ...{ name: report, case: caseName, part, textSha256 },
    })),
    counts: { cases, reports, spans, entities, relations },
    files,
  };
  const written = writeManifest(manifest);
  writeBelow(folder, releaseFiles.manifest, written);
  const described = inOrder([...files, fileOf(releaseFiles.manifest, written)]);
  const metadata = croissant({ ...facts, files: described });
  writeBelow(folder, releaseFiles.croissant, metadata);
  const all = inOrder([...described, fileOf(releaseFiles.croissant, metadata)]);
  writeBelow(folder, releaseFiles.checksums, checksumsFile(all));
  return manifest;
}
