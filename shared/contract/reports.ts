import { z } from "zod";
import type { TextEdit } from "../correct/edits.ts";
import type { Choices } from "../extract/choices.ts";
import type { DocumentKind, Extracted } from "../extract/extracted.ts";
import type { PlacedRange } from "../extract/places.ts";
import { Id, type Layer, type LayerStatus } from "../model/annotation.ts";
import type { Change } from "../model/change.ts";
import type { Report } from "../model/report.ts";
import { answers, read, write } from "../operation.ts";

/** One line of the library. `status` and `spans` are the current annotator's. */
export interface ReportRow {
  id: string;
  title: string;
  case: string;
  source: string;
  characters: number;
  warnings: number;
  status: "new" | LayerStatus;
  spans: number;
  /** Every annotator with spans in this report, and how many. */
  layers: { annotator: string; spans: number; status: LayerStatus }[];
}

export interface ReportPage {
  rows: ReportRow[];
  /** How many reports match in all. */
  total: number;
  /** What to pass as `after` for the next page; null on the last. */
  next: string | null;
}

/** The reports around one; null at the ends. */
export interface Neighbours {
  previous: string | null;
  next: string | null;
  /** The next that the current annotator has not finished, from the start when none follows. */
  nextOpen: string | null;
}

export interface OpenReport {
  report: Report;
  layer: Layer;
}

const ReportFilter = z.object({
  /** Words of the text or the title; empty for all. The last word may be unfinished. */
  search: z.string().default(""),
  status: z.enum(["any", "new", "open", "done", "locked"]).default("any"),
  /** Only reports that this query of shared/search finds, as a list of work; empty for all. */
  query: z.string().max(10_000).default(""),
});

/** The reports of a project, as lists and one by one. */
export const reportOperations = {
  "report.list": read(
    ReportFilter.extend({
      /** Only reports that more than one annotator has a layer in. */
      severalLayers: z.boolean().default(false),
      after: z.string().nullable().default(null),
      limit: z.int().min(1).max(1000).default(200),
    }),
    answers<ReportPage>(),
  ),
  /** What stands around a report in the same list. */
  "report.neighbours": read(ReportFilter.extend({ report: Id }), answers<Neighbours>()),
  "report.open": read(z.object({ report: Id }), answers<OpenReport>()),
  /** The file that a report came from, and where its text stands in it. */
  "report.source": read(
    z.object({ report: Id }),
    answers<{ name: string; kind: string | null; base64: string; places: PlacedRange[] }>(),
  ),
  /** What kind of file a reader made a report's text of; null where the file itself is the text. */
  "report.sourceKind": read(z.object({ report: Id }), answers<DocumentKind | null>()),
  /** What a reader found in the file that a report came from, and how the text was corrected since. */
  "report.extraction": read(
    z.object({ report: Id }),
    answers<{ name: string; extracted: Extracted; choices: Choices; corrections: TextEdit[][] }>(),
  ),
  "report.describe": write(
    z.object({ report: Id, title: z.string().trim().min(1), case: z.string().trim().min(1) }),
    answers<Change>(),
  ),
  "report.remove": write(z.object({ reports: z.array(Id).min(1) }), answers<Change>()),
};
