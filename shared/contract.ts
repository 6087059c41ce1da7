import { z } from "zod";
import { TextEdit } from "./correct/edits.ts";
import { Choices } from "./extract/choices.ts";
import { type DocumentKind, documentKinds, type Extracted } from "./extract/extracted.ts";
import { ocrLanguages } from "./extract/ocr-languages.ts";
import type { PlacedRange } from "./extract/places.ts";
import { Code, Id, type Layer, LayerStatus, TextRange } from "./model/annotation.ts";
import { Attributes } from "./model/attributes.ts";
import type { Change, NextSteps } from "./model/change.ts";
import type { Report } from "./model/report.ts";
import { Scheme } from "./model/scheme.ts";
import { type Answer, answers, job, read, write } from "./operation.ts";
import type { Staged, StagedFile, StagedLines } from "./staged.ts";

/** What the page knows of the session it runs in. */
export interface AppState {
  version: string;
  host: "desktop" | "browser" | "command-line";
  project: { id: string; name: string; file: string };
  /** Projects opened before, newest first; `id` is what project.openRecent takes. */
  recent: { id: string; name: string; folder: string }[];
  /** Who works here; null until the person has said so. */
  annotator: string | null;
  /** Everybody with a layer in this project. */
  annotators: string[];
  next: NextSteps;
}

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

/** What a project holds, in figures. */
export interface ProjectSummary {
  reports: number;
  cases: number;
  /** UTF-16 code units of all texts. */
  characters: number;
  /** By annotator: how many reports have a layer of theirs, how many of those are done or locked. */
  layers: { annotator: string; reports: number; done: number; spans: number }[];
}

export interface OpenReport {
  report: Report;
  layer: Layer;
}

export interface Exported {
  reports: number;
  spans: number;
  files: number;
  /** Where the files are, for people. */
  place: string;
  /** What the format could not hold, each a sentence with its count. */
  losses: string[];
  /** A ticket for the host's download, where the host cannot write to a place of the person's. */
  download: string | null;
}

export interface HistoryEntry {
  id: number;
  at: string;
  annotator: string;
  report: string | null;
  summary: string;
  state: "done" | "undone" | "abandoned";
}

/** When and by whom a text was made; the first, as it was imported, by nobody. */
export interface RevisionFacts {
  revision: number;
  /** The revision that was corrected; null of the first. */
  base: number | null;
  annotator: string;
  at: string;
  /** How many places were corrected. */
  edits: number;
  isCurrent: boolean;
}

/** One text of a report, and the edits of the text before that made it. */
export interface TextRevision {
  revision: number;
  base: number | null;
  text: string;
  edits: TextEdit[];
}

/** A span whose words a correction changes; `after` is empty when they are gone. */
export interface TouchedSpan {
  annotator: string;
  label: string;
  before: string;
  after: string;
}

export const importFormats = ["auto", ...documentKinds, "brat", "casemark-jsonl"] as const;
export const exportFormats = ["brat", "casemark-jsonl"] as const;
export const offsetUnits = ["native", "codepoint", "utf16"] as const;

const ReportFilter = z.object({
  /** Words of the text or the title; empty for all. The last word may be unfinished. */
  search: z.string().default(""),
  status: z.enum(["any", "new", "open", "done", "locked"]).default("any"),
});

/** The span to make. `entity` is one of the layer's, "new" for one named like the quote, or null. */
export const SpanDraft = z.object({
  label: z.string().min(1),
  ranges: z.array(TextRange).min(1),
  quote: z.string(),
  entity: z.union([Id, z.literal("new")]).nullable(),
  attributes: Attributes.default({}),
});
export type SpanDraft = z.input<typeof SpanDraft>;

const SpanPatch = z.object({
  label: z.string().min(1).optional(),
  ranges: z.array(TextRange).min(1).optional(),
  attributes: Attributes.optional(),
  note: z.string().optional(),
  /** Says that what it was flagged for was looked at; every other change of a span says so too. */
  flag: z.literal("").optional(),
  entity: z
    .union([Id, z.literal("new")])
    .nullable()
    .optional(),
});
export type SpanPatch = z.output<typeof SpanPatch>;

/** Edits of a report's text, in order and disjoint; their offsets count in the revision `base`. */
const Correction = z.object({
  report: Id,
  base: z.int().positive(),
  edits: z.array(TextEdit).min(1),
});

const EntityPatch = z.object({
  kind: z.string().min(1).optional(),
  name: z.string().optional(),
  codes: z.array(Code).optional(),
  fields: Attributes.optional(),
  note: z.string().optional(),
});
export type EntityPatch = z.output<typeof EntityPatch>;

const nothing = z.object({});

/**
 * Everything the interface may ask of the Node side; each host offers exactly these. A `write` is
 * one transaction, one history row and one undo step. A `job` may take long: it reports progress
 * and can be cancelled.
 */
export const contract = {
  "app.state": read(nothing, answers<AppState>()),
  /** Says who works from now on; a new name starts layers of its own. */
  "annotator.use": write(
    z.object({ name: z.string().trim().min(1).max(100) }),
    answers<AppState>(),
  ),

  /** Makes an empty project in the person's projects folder and opens it. */
  "project.create": write(z.object({ name: z.string().trim().min(1) }), answers<AppState>()),
  "project.open": write(z.object({ ticket: z.uuid() }), answers<AppState>()),
  "project.openRecent": write(z.object({ id: z.string() }), answers<AppState>()),
  "project.summary": read(nothing, answers<ProjectSummary>()),

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
  /** One text of a report as it was made; null for the one it has now. */
  "text.read": read(
    z.object({ report: Id, revision: z.int().positive().nullable().default(null) }),
    answers<TextRevision>(),
  ),
  /** Every text that a report has had, the first one first. */
  "text.revisions": read(z.object({ report: Id }), answers<{ revisions: RevisionFacts[] }>()),
  /** The spans of all annotators that edits would change. @see text.correct */
  "text.preview": read(Correction, answers<{ spans: TouchedSpan[] }>()),
  /** Gives a report a new text; the spans of all annotators are carried along, closed layers too. */
  "text.correct": write(Correction, answers<Change>()),

  "layer.setStatus": write(z.object({ report: Id, status: LayerStatus }), answers<Change>()),
  /** Labels of the whole report: all of them, as they are to be. */
  "layer.setLabels": write(z.object({ report: Id, labels: Attributes }), answers<Change>()),

  "span.add": write(z.object({ report: Id, draft: SpanDraft }), answers<Change>()),
  "span.update": write(z.object({ span: Id, patch: SpanPatch }), answers<Change>()),
  "span.remove": write(z.object({ spans: z.array(Id).min(1) }), answers<Change>()),

  /** Makes an entity of the given spans of one report. */
  "entity.add": write(
    z.object({ report: Id, kind: z.string().min(1), name: z.string(), spans: z.array(Id) }),
    answers<Change>(),
  ),
  "entity.update": write(z.object({ entity: Id, patch: EntityPatch }), answers<Change>()),
  /** Makes one entity of several: the first keeps its values, the others fill what it lacks. */
  "entity.merge": write(z.object({ into: Id, from: z.array(Id).min(1) }), answers<Change>()),
  /** Moves some of an entity's spans to a new entity that starts with the same values. */
  "entity.split": write(
    z.object({ entity: Id, spans: z.array(Id).min(1), name: z.string() }),
    answers<Change>(),
  ),
  /** Removes the entity; its spans stay, unlinked. */
  "entity.remove": write(z.object({ entity: Id }), answers<Change>()),

  "history.undo": write(nothing, answers<Change>()),
  "history.redo": write(nothing, answers<Change>()),
  "history.list": read(
    z.object({
      report: Id.nullable().default(null),
      before: z.int().nullable().default(null),
      limit: z.int().min(1).max(1000).default(100),
    }),
    answers<{ entries: HistoryEntry[] }>(),
  ),

  "scheme.read": read(nothing, answers<{ scheme: Scheme; version: number }>()),
  "scheme.replace": write(z.object({ scheme: Scheme }), answers<Change>()),
  /** The same scheme as YAML, for people and for version control. */
  "scheme.readYaml": read(nothing, answers<{ yaml: string }>()),
  "scheme.replaceYaml": write(z.object({ yaml: z.string() }), answers<Change>()),

  /** Reads files and folders and keeps them aside; import.finish takes them in. */
  "import.stage": job(
    z.object({
      tickets: z.array(z.uuid()).min(1),
      format: z.enum(importFormats).default("auto"),
      /** Whose the annotations in the files are; by default the current annotator's. */
      annotator: z.string().trim().min(1).nullable().default(null),
      /** What texts, Markdown and HTML are in; by default their bytes tell. */
      encoding: z.string().trim().min(1).nullable().default(null),
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

  "export.run": job(
    z.object({
      format: z.enum(exportFormats),
      /** One annotator's layers, or every annotator's. */
      annotator: z.string().nullable().default(null),
      /** Only these reports; null for all. */
      reports: z.array(Id).nullable().default(null),
      offsets: z.enum(offsetUnits).default("native"),
      /** A folder or file picked in the host; null lets the host offer a download. */
      ticket: z.uuid().nullable().default(null),
    }),
    answers<Exported>(),
  ),
};

export type OperationName = keyof typeof contract;
export type Input<N extends OperationName> = z.output<(typeof contract)[N]["input"]>;
/** What a caller writes: fields with a default may be left out. */
export type Asked<N extends OperationName> = z.input<(typeof contract)[N]["input"]>;
export type Output<N extends OperationName> =
  (typeof contract)[N]["answer"] extends Answer<infer Value> ? Value : never;

/** How far a job is: `done` of `total` (0 while the total is unknown) and what it is doing. */
export interface Progress {
  done: number;
  total: number;
  doing: string;
}
