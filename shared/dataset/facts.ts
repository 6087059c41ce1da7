import type { Loss } from "../formats/losses.ts";
import type { Scheme } from "../model/scheme.ts";
import type { Agreement } from "./agreement.ts";
import type { LayerChoice } from "./layers.ts";
import type { AlikePair } from "./near-duplicates.ts";
import type { Part } from "./split.ts";
import type { Statistics } from "./statistics.ts";

/** Who made a dataset, as its citation names them. */
export interface Author {
  family: string;
  given: string;
  /** "https://orcid.org/0000-…", or empty. */
  orcid: string;
  affiliation: string;
}

/** What a person writes about a release; a text that is empty is said to be missing, never made up. */
export interface ReleaseTexts {
  /** "Soft tissue case reports". */
  title: string;
  version: string;
  summary: string;
  authors: Author[];
  /** An SPDX identifier ("CC-BY-4.0"), or empty while there is none. */
  licence: string;
  /** Where it is published, and its DOI without "https://doi.org/"; empty before it is. */
  url: string;
  doi: string;
  keywords: string[];
  /** "2026-11-22": given by a person, since a clock would change the bytes. Empty before publication. */
  released: string;
  /** Why the reports were chosen, and how they were found. */
  curation: string;
  /** How annotators worked, and who they are. */
  annotation: string;
  annotators: string;
  /** Whether there is personal data in it, and what was done about it. */
  personal: string;
  uses: string;
  limitations: string;
  contact: string;
}

/** Reports that came from one source or stand under one licence. */
export interface Counted {
  /** Empty where the reports do not say. */
  name: string;
  reports: number;
}

/** One file of the release. */
export interface ReleaseFile {
  /** Below the release's folder, with "/". */
  name: string;
  bytes: number;
  /** Hexadecimal, in lower case. */
  sha256: string;
}

/** What is not in a release, or not in one of its formats. */
export interface ReleaseLoss extends Loss {
  /** "brat, train"; "records" for those of all parts; "" for what choosing layers and labels leaves out. */
  format: string;
}

/** Everything that the descriptions of a release are made of. */
export interface ReleaseFacts {
  texts: ReleaseTexts;
  /** The project's name, and the version of the app that wrote it. */
  project: string;
  app: string;
  seed: number;
  parts: readonly Part[];
  layers: LayerChoice;
  /** With the labels as they are in the release. */
  scheme: Scheme;
  schemeVersion: string;
  statistics: Statistics;
  /** Of the layers as they were before choosing; empty where no two annotators share a report. */
  agreements: readonly Agreement[];
  nearDuplicates: readonly AlikePair[];
  /** BCP 47: ["en"]; sorted. */
  languages: readonly string[];
  licences: readonly Counted[];
  sources: readonly Counted[];
  /** Reports whose text was corrected or repaired after it was imported. */
  repairedReports: number;
  /** What choosing left out, and what the records and each format could not hold. */
  losses: readonly ReleaseLoss[];
  /** The files described; never the one that describes them, which cannot hold its own hash. */
  files: readonly ReleaseFile[];
}
