import { z } from "zod";
import { Choices } from "../extract/choices.ts";
import { documentKinds, type Extracted } from "../extract/extracted.ts";
import { ocrLanguages } from "../extract/ocr-languages.ts";
import { readFormats } from "../formats/format-ids.ts";
import { units } from "../formats/offset-units.ts";
import { Id } from "../model/annotation.ts";
import type { Change } from "../model/change.ts";
import { answers, job, nothing, read, write } from "../operation.ts";
import { annotatorsBy, type Staged, type StagedFile, type StagedLines } from "../staged.ts";

export const importFormats = ["auto", ...documentKinds, ...readFormats] as const;

/** Reading files aside and taking them in. */
export const importOperations = {
  /** Reads files and folders and keeps them aside; import.finish takes them in. */
  "import.stage": job(
    z.object({
      tickets: z.array(z.uuid()).min(1),
      format: z.enum(importFormats).default("auto"),
      /** Whose the annotations in the files are; by default the current annotator's. */
      annotator: z.string().trim().min(1).nullable().default(null),
      /** Where the annotators' names stand: in no path, in that of a folder for each, or in each file's own. */
      annotatorsBy: z.enum(annotatorsBy).default("import"),
      /** What texts, Markdown and HTML are in; by default their bytes tell. */
      encoding: z.string().trim().min(1).nullable().default(null),
      /** What the offsets of formats count that leave it open; null: as the format has it, or as the quotes show. */
      offsets: z.enum(units).nullable().default(null),
      /** The language in which OCR reads scanned pages; null: it reads none. */
      ocr: z.enum(ocrLanguages).nullable().default(null),
    }),
    answers<Staged>(),
  ),
  /** The imports of this project that were neither taken in nor discarded, the newest first. */
  "import.waiting": read(nothing, answers<{ waiting: Staged[] }>()),
  /** What was read, file by file, in the order of reading. */
  "import.files": read(
    z.object({
      stage: z.uuid(),
      after: z.int().nonnegative().default(0),
      limit: z.int().min(1).max(1000).default(200),
    }),
    answers<{ files: StagedFile[]; total: number }>(),
  ),
  /** What a reader made of a file, and what was chosen of it so far; null for files that are text as they are. */
  "import.preview": read(
    z.object({ stage: z.uuid(), report: Id }),
    answers<{ extracted: Extracted; choices: Choices } | null>(),
  ),
  /** Chooses which repairs are taken, what is cut and put back, and the order of blocks. */
  "import.choose": write(
    z.object({ stage: z.uuid(), report: Id, choices: Choices }),
    answers<StagedLines>(),
  ),
  /** Reads a file of the import once more, in the encoding that a person chose. */
  "import.readAgain": job(
    z.object({ stage: z.uuid(), file: Id, encoding: z.string().trim().min(1) }),
    answers<StagedLines>(),
  ),
  /** Reads the scanned pages of files of the import by OCR; what it cannot read says so in its line. */
  "import.readScans": job(
    z.object({ stage: z.uuid(), files: z.array(Id).min(1), language: z.enum(ocrLanguages) }),
    answers<StagedLines>(),
  ),
  /** Leaves reports out of an import that waits, or takes them in again. */
  "import.leaveOut": write(
    z.object({
      stage: z.uuid(),
      reports: z.array(Id).min(1),
      isLeftOut: z.boolean().default(true),
    }),
    answers<StagedLines & Pick<Staged, "additions">>(),
  ),
  /**
   * Says which case each report belongs to: by its file, its folder, the first group of a regular
   * expression over its file name, or a CSV file with columns "file" and "case" (and metadata).
   */
  "import.assignCases": write(
    z.object({
      stage: z.uuid(),
      by: z.discriminatedUnion("from", [
        z.object({ from: z.literal("file") }),
        z.object({ from: z.literal("folder") }),
        z.object({ from: z.literal("pattern"), pattern: z.string().min(1) }),
        z.object({ from: z.literal("table"), ticket: z.uuid() }),
      ]),
    }),
    answers<{ assigned: number; unmatched: string[] }>(),
  ),
  "import.finish": write(z.object({ stage: z.uuid() }), answers<Change>()),
  "import.discard": write(z.object({ stage: z.uuid() }), answers<null>()),
};
