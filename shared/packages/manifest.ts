import { z } from "zod";

/** The newest version of the format that this app reads and writes. */
export const packageVersion = 1;

/** What a package is for, which decides what is in it and what its reader is told. */
export const purposes = ["work", "return", "feedback", "copy"] as const;

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Count = z.int().nonnegative();

/** One member of the zip besides the manifest itself. */
const PackedFile = z.object({ name: z.string().min(1), bytes: Count, sha256: Sha256 });
export type PackedFile = z.output<typeof PackedFile>;

/** manifest.json of a package. Places in its history count UTF-16 code units, as they do in a project. */
export const PackageManifest = z.object({
  format: z.literal("casepack"),
  version: z.literal(packageVersion),
  project: z.object({ id: z.string().min(1), name: z.string().min(1) }),
  purpose: z.enum(purposes),
  /** Who packed it. */
  by: z.string(),
  /** Whom it is for; empty for nobody in particular. */
  recipient: z.string(),
  note: z.string(),
  /** ISO 8601, UTC. */
  at: z.string(),
  app: z.string(),
  /** The number of the scheme's version, and the SHA-256 of its JSON. */
  scheme: z.object({ version: z.int().positive(), sha256: Sha256 }),
  offsets: z.literal("utf16"),
  /** Whose layers are in it; null: everybody's. */
  annotators: z.array(z.string()).nullable(),
  /** In the order of reports.jsonl, each with the SHA-256 of its text as it was when it was packed. */
  reports: z.array(z.object({ id: z.string().min(1), text: Sha256 })),
  files: z.array(PackedFile),
});
export type PackageManifest = z.output<typeof PackageManifest>;

/** What a manifest says that any version of the format will say. */
export const AnyManifest = z.object({ format: z.literal("casepack"), version: z.int().positive() });
