import { z } from "zod";
import { exportFormats } from "../formats/format-ids.ts";
import type { Loss } from "../formats/losses.ts";
import { units } from "../formats/offset-units.ts";
import { Id } from "../model/annotation.ts";
import { answers, job } from "../operation.ts";

export interface Exported {
  reports: number;
  spans: number;
  files: number;
  /** Where the files are, for people. */
  place: string;
  /** What the format could not hold. */
  losses: Loss[];
  /** A ticket for the host's download, where the host cannot write to a place of the person's. */
  download: string | null;
}

/** What an export would not hold. */
export interface Losses {
  losses: Loss[];
}

export const offsetUnits = ["native", ...units] as const;

const Wanted = z.object({
  format: z.enum(exportFormats),
  /** One annotator's layers, or every annotator's. */
  annotator: z.string().nullable().default(null),
  /** Only these reports; null for all. */
  reports: z.array(Id).nullable().default(null),
  offsets: z.enum(offsetUnits).default("native"),
});

/** Writing files for others. */
export const exportOperations = {
  /** Says what the format cannot hold, before anything is written. */
  "export.losses": job(Wanted, answers<Losses>()),
  "export.run": job(
    Wanted.extend({
      /** A folder or file picked in the host; null lets the host offer a download. */
      ticket: z.uuid().nullable().default(null),
    }),
    answers<Exported>(),
  ),
};
