import { z } from "zod";
import { TextEdit } from "../correct/edits.ts";
import { Choices } from "../extract/choices.ts";
import { documentKinds } from "../extract/extracted.ts";
import { Version } from "../merge/version.ts";
import { TextRange } from "../model/annotation.ts";
import { Metadata, Section } from "../model/report.ts";
import { Scheme } from "../model/scheme.ts";
import { SchemeChange } from "../scheme/rewrite-changes.ts";

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** How a text was made of another by correcting it. */
const Correction = z.object({
  sha256: Sha256,
  edits: z.array(TextEdit),
  annotator: z.string(),
  at: z.string(),
});

/** A report's text as it was at one time, in the project that was packed. */
const Revision = Correction.extend({
  /** The number of the revision that was corrected, which comes before; null for the first. */
  base: z.int().positive().nullable(),
});

const PackedReading = z.object({
  annotator: z.string().min(1),
  /** The text that the ranges count in. */
  text: Sha256,
  read: z.array(TextRange),
  skipped: z.array(TextRange),
  seconds: z.number().nonnegative(),
});
export type PackedReading = z.output<typeof PackedReading>;

/** One line of reports.jsonl: a report with all the texts it has had, without annotations. */
export const PackedReport = z.object({
  /** Layers are named by it and a "/". */
  id: z.string().regex(/^[^/]+$/),
  title: z.string(),
  case: z.string(),
  source: z.string(),
  metadata: Metadata,
  /** They count in the current text. */
  sections: z.array(Section),
  warnings: z.array(z.string()),
  /** The text as it was imported. */
  text: z.string(),
  /** By their numbers, which begin with 1. */
  revisions: z.array(Revision).min(1),
  current: z.int().positive(),
  /** Corrections that others made of these texts and that were not taken over there. */
  elsewhere: z.array(Correction.extend({ base: Sha256 })),
  readings: z.array(PackedReading),
  /** How the lines of a file that a layer came from stood. */
  orders: z.array(
    z.object({
      annotator: z.string().min(1),
      body: z.object({
        format: z.literal("brat"),
        lines: z.array(z.object({ key: z.string(), name: z.string() })),
      }),
    }),
  ),
  /** The file it came from, which is a member of the package unless originals were left out. */
  original: z.object({ sha256: Sha256, bytes: z.int().nonnegative() }).nullable(),
  /** What a reader made of that file. */
  extraction: z
    .object({ kind: z.enum(documentKinds), choices: Choices, places: z.string() })
    .nullable(),
});
export type PackedReport = z.output<typeof PackedReport>;

/** What a reader made of a file, as far as the screens that show it rely on it. */
export const PackedExtraction = z.looseObject({
  kind: z.enum(documentKinds),
  blocks: z.array(z.looseObject({ pieces: z.array(z.looseObject({ text: z.string() })) })),
});

/** One line of history.jsonl; those of a report stand together, in the order of reports.jsonl. */
export const PackedVersion = Version.extend({ report: z.string().min(1) });
export type PackedVersion = z.output<typeof PackedVersion>;

/** scheme.json: the scheme, and how the schemes that annotations count in came of each other. */
export const PackedScheme = z.object({
  scheme: Scheme,
  edges: z.array(z.object({ from: Sha256, to: Sha256, changes: z.array(SchemeChange) })),
});
export type PackedScheme = z.output<typeof PackedScheme>;
