import { z } from "zod";
import type { ReleaseChanges } from "../dataset/compare.ts";
import type { ReleaseLoss } from "../dataset/facts.ts";
import { type Manifest, ReleaseOptions } from "../dataset/manifest.ts";
import { Id } from "../model/annotation.ts";
import { answers, job, nothing, read } from "../operation.ts";

const text = z.string().default("");

/** A DOI or an ORCID as the formats want it, which people also give the other way. */
const doi = text.overwrite((given) =>
  given.trim().replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)/i, ""),
);
const orcid = text.overwrite((given) => given.trim().replace(/^(?=\d)/, "https://orcid.org/"));
const day = z
  .string()
  .regex(/^(?:\d{4}-\d{2}-\d{2})?$/, "it is written as 2026-11-22")
  .default("");

/** What a person writes about a release; see ReleaseTexts. */
export const Texts = z.object({
  title: z.string().trim().min(1),
  version: z.string().trim().min(1).default("1.0.0"),
  ...{ summary: text, licence: text, url: text, doi, released: day, contact: text },
  ...{ curation: text, annotation: text, annotators: text, personal: text },
  ...{ uses: text, limitations: text },
  authors: z
    .array(z.object({ family: z.string(), given: text, orcid, affiliation: text }))
    .default([]),
  keywords: z.array(z.string()).default([]),
});

/** What goes into a release, and how. */
const Contents = z.object({
  options: ReleaseOptions,
  /** Only these reports; null for all. */
  reports: z.array(Id).nullable().default(null),
  /** Only the reports that this query finds, in the language of searches: "status:done"; null for all. */
  search: z.string().trim().min(1).nullable().default(null),
  /** The release whose split stays; null for a new split. */
  continues: Id.nullable().default(null),
  /** Whether all candidates of de-identification have to be reviewed, and are replaced by surrogates. */
  deidentify: z.boolean().default(false),
});

/** A release that was made of this project, as the project remembers it. */
export interface RememberedRelease {
  id: string;
  title: string;
  version: string;
  /** ISO 8601, UTC. */
  at: string;
  /** Where it was written, for people. */
  place: string;
  options: ReleaseOptions;
  texts: z.output<typeof Texts>;
  counts: Manifest["counts"];
}

export interface MadeRelease {
  release: RememberedRelease;
  losses: ReleaseLoss[];
  nearDuplicates: number;
  /** Cases that should be together and are not, since an earlier release had parted them. */
  torn: string[][];
  /** A ticket for the host's download, where the host cannot write to a place of the person's. */
  download: string | null;
}

/** A release's folder as it is now. */
export interface OpenedRelease {
  manifest: Manifest;
  /** What is wrong with it, in sentences; none when it is as it was written. */
  problems: string[];
}

/** Datasets as releases: frozen, described and verifiable. */
export const datasetOperations = {
  /** The releases made of this project, the newest first. */
  "dataset.releases": read(nothing, answers<{ releases: RememberedRelease[] }>()),
  /** The names of what the reports' metadata says, by which a split can be stratified. */
  "dataset.metadataKeys": read(nothing, answers<{ keys: string[] }>()),
  /** What a release would leave out, and what its records and formats would not hold; nothing is written. */
  "dataset.foresee": job(Contents, answers<{ losses: ReleaseLoss[] }>()),
  /** Writes a release and remembers its split. */
  "dataset.make": job(
    Contents.extend({ texts: Texts, ticket: z.uuid().nullable().default(null) }),
    answers<MadeRelease>(),
  ),
  /** Looks whether a release's folder is as it was written. */
  "dataset.open": job(z.object({ ticket: z.uuid() }), answers<OpenedRelease>()),
  /** What changed from one release's folder to another's. */
  "dataset.compare": job(
    z.object({ before: z.uuid(), after: z.uuid() }),
    answers<{ changes: ReleaseChanges }>(),
  ),
};
