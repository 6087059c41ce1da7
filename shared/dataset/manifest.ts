import { z } from "zod";
import { AppError } from "../errors.ts";

const Name = z.string().min(1);
const Count = z.int().nonnegative();

const LabelMap = z.record(z.string(), z.string().min(1).nullable());

const LayerChoice = z.discriminatedUnion("of", [
  z.strictObject({ of: z.literal("all") }),
  z.strictObject({ of: z.literal("gold") }),
  z.strictObject({ of: z.literal("one"), annotator: Name }),
  z.strictObject({ of: z.literal("agreed") }),
]);

/** What a release was made with; the same options on the same project make the same bytes. */
export const ReleaseOptions = z.strictObject({
  layers: LayerChoice,
  labels: z.strictObject({ labels: LabelMap, relations: LabelMap }),
  formats: z.array(Name),
  /** Which reports, as the command line has it; "*" for all. */
  reports: z.string().default("*"),
  parts: z.array(z.strictObject({ name: Name, share: z.number().positive() })).min(1),
  stratifyBy: z.strictObject({ labels: z.boolean(), metadata: z.array(z.string()) }),
  /** From which likeness on two reports are almost the same; null: not looked for. */
  likeness: z.number().min(0.5).max(1).nullable().default(0.7),
  seed: z.int(),
});
export type ReleaseOptions = z.output<typeof ReleaseOptions>;

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** The `release.json` of a release: what it holds and how it was made, so that it can be reopened, verified and continued. */
export const Manifest = z.strictObject({
  format: z.literal("casemark-release"),
  formatVersion: z.literal(1),
  title: z.string(),
  version: z.string(),
  project: z.string(),
  app: z.string(),
  scheme: z.strictObject({ name: z.string(), version: z.string() }),
  options: ReleaseOptions,
  /**
   * The part of every case, those of earlier releases included that are no longer in it, so that a case
   * which comes back comes back to its part.
   */
  assignment: z.record(z.string(), Name),
  reports: z.array(
    z.strictObject({ name: Name, case: z.string(), part: Name, textSha256: Sha256 }),
  ),
  counts: z.strictObject({
    ...{ cases: Count, reports: Count, spans: Count, entities: Count, relations: Count },
  }),
  /** Every file but this one and those that hold its hash; names with "/" below the release's folder. */
  files: z.array(z.strictObject({ name: Name, bytes: Count, sha256: Sha256 })),
});
export type Manifest = z.output<typeof Manifest>;

/** The manifest as a file, with its lists in order. */
export function writeManifest(manifest: Manifest): string {
  return `${JSON.stringify(Manifest.parse(manifest), null, 2)}\n`;
}

/** @param file the file's name, for sentences. @throws AppError "bad-file" for what is no manifest. */
export function readManifest(text: string, file: string): Manifest {
  const result = Manifest.safeParse(jsonOf(text, file));
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const where = z.core.toDotPath(issue?.path ?? []) || "it";
  const problem = issue?.message.replaceAll("\n", " ");
  throw new AppError(
    "bad-file",
    `${file}: ${where} is not as a release has it (${problem}); take it from the release again, or use the version of Casemark that wrote it.`,
  );
}

function jsonOf(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError(
      "bad-file",
      `${file}: this is not JSON; take the file from the release again.`,
      { cause },
    );
  }
}
