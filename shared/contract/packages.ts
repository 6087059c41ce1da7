import { z } from "zod";
import type { MergeReport } from "../merge/report.ts";
import { Id } from "../model/annotation.ts";
import type { Change } from "../model/change.ts";
import { answers, job, nothing, read, setting, write } from "../operation.ts";
import type { Allotment } from "../packages/assign.ts";
import { type PackageManifest, purposes } from "../packages/manifest.ts";
import type { AppState } from "./session.ts";

/** Which reports: those listed, or all; of these, only what the query of a search finds. */
const chosen = {
  reports: z.array(Id).nullable().default(null),
  search: z.string().trim().min(1).nullable().default(null),
};

const Annotator = z.string().trim().min(1).max(100);

/** Who is to work on what: each report by `each` of the people, as far as `overlap` goes. */
export const AllotmentPlan = z.object({
  annotators: z.array(Annotator).min(1).max(200),
  /** How many people work on a report that several work on. */
  each: z.int().min(1).default(1),
  /** The share of the reports that `each` people work on; the others have one. */
  overlap: z.number().min(0).max(1).default(1),
  seed: z.int().default(1),
});
export type AllotmentPlan = z.output<typeof AllotmentPlan>;

/** How a package is closed to others: by age, with a passphrase or to public keys ("age1…"). */
export const Sealing = z.discriminatedUnion("with", [
  z.object({ with: z.literal("nothing") }),
  z.object({ with: z.literal("passphrase"), passphrase: z.string().min(1) }),
  z.object({ with: z.literal("keys"), recipients: z.array(z.string().trim().min(1)).min(1) }),
]);
export type Sealing = z.output<typeof Sealing>;

/** A package that was written. */
export interface WrittenPackage {
  /** The file's name. */
  file: string;
  /** Whom it is for; empty for nobody in particular. */
  recipient: string;
  reports: number;
  /** How many annotators' layers are in it. */
  layers: number;
  bytes: number;
}

export interface WrittenPackages {
  packages: WrittenPackage[];
  /** Where they are, for people. */
  place: string;
  /** A ticket for the host's download, where the host cannot write to a place of the person's. */
  download: string | null;
}

/** What a package says of itself. */
export type PackageFacts = Pick<
  PackageManifest,
  "project" | "purpose" | "by" | "recipient" | "note" | "at" | "app" | "annotators"
> & { reports: number };

/** A package file as it looks before anything is done with it. */
export type LookedAt = { file: string } & (
  | { isLocked: true; needs: "passphrase" | "key" }
  | {
      isLocked: false;
      facts: PackageFacts;
      isOfThisProject: boolean;
      /** What merging it would do; null for one of another project, which can be opened instead. */
      report: MergeReport | null;
    }
);

/** One of the versions that something has after it was changed in two places. */
export interface ConflictVersion {
  /** What packages.settle takes. */
  version: string;
  annotator: string;
  /** ISO 8601, UTC; empty for what came with an import. */
  at: string;
  /** In words: marker “CD34”; “removed” for one that took it away. */
  says: string;
  isShown: boolean;
}

/** Something that was changed in two places in different ways. */
export interface Conflict {
  report: string;
  title: string;
  annotator: string;
  target: string;
  what: "layer" | "entity" | "span" | "relation" | "event" | "group" | "decision";
  versions: ConflictVersion[];
}

/** What opens a locked package, besides the person's own key. */
const opening = { ticket: z.uuid(), passphrase: z.string().nullable().default(null) };

/** Packages: parts of a project that people send each other. */
export const packageOperations = {
  /** Who would get which reports; nothing is written. */
  "packages.assign": read(
    z.object({ ...chosen, plan: AllotmentPlan }),
    answers<{ allotment: Allotment }>(),
  ),
  /** Writes a package, or with a plan one for each person. */
  "packages.write": job(
    z.object({
      ...chosen,
      purpose: z.enum(purposes).default("copy"),
      /** Whose layers go in; null: everybody's. With a plan each gets their own. */
      annotators: z.array(Annotator).nullable().default(null),
      plan: AllotmentPlan.nullable().default(null),
      recipient: z.string().trim().max(100).default(""),
      note: z.string().default(""),
      /** Whether the files that the reports came from go in too. */
      originals: z.boolean().default(true),
      sealing: Sealing.default({ with: "nothing" }),
      /** A folder picked in the host; null lets the host offer a download. */
      ticket: z.uuid().nullable().default(null),
    }),
    answers<WrittenPackages>(),
  ),
  /** What the picked files are and would bring, file by file, each as if merged alone; nothing changes. */
  "packages.look": job(z.object(opening), answers<{ packages: LookedAt[] }>()),
  /** Merges all picked packages in one step. */
  "packages.merge": job(
    z.object(opening),
    answers<{ change: Change; merged: { file: string; report: MergeReport }[] }>(),
  ),
  /** Makes a project of a package in the person's projects folder and goes over to it. */
  "packages.open": job(
    z.object(opening),
    answers<{ state: AppState; facts: PackageFacts; report: MergeReport }>(),
  ),
  /** What was changed in two places and waits for somebody to choose, by report. */
  "packages.conflicts": read(
    z.object({ report: Id.nullable().default(null) }),
    answers<{ conflicts: Conflict[] }>(),
  ),
  /** Chooses one of the versions; a step like any other. */
  "packages.settle": write(
    z.object({ report: Id, target: Id, version: z.string().min(1) }),
    answers<Change>(),
  ),
  /** The person's own public key, which others can close packages to; null before it is made. */
  "packages.key": read(nothing, answers<{ recipient: string | null }>()),
  "packages.makeKey": setting(nothing, answers<{ recipient: string }>()),
};
