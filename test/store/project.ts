import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished, vi } from "vitest";
import { type Arrival, insertArrivals } from "../../electron/store/arrivals.ts";
import { checkProject } from "../../electron/store/check.ts";
import { createProject, type ReadDb, type WriteDb } from "../../electron/store/database.ts";
import { type Author, write } from "../../electron/store/history.ts";
import { readLayer } from "../../electron/store/layers.ts";
import { plainArrival } from "../../electron/store/plain-arrival.ts";
import type { Layer, Span, TextRange } from "../../shared/model/annotation.ts";
import type { DocumentLayer } from "../../shared/model/document.ts";
import { defaultScheme } from "../../shared/scheme/default-scheme.ts";
import { quoteOf } from "../../shared/text/offsets.ts";

// Real files, threads and processes take their time on a machine that has other work too.
vi.setConfig({ testTimeout: 60_000 });

/** A folder that is gone when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "casemark-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A new project in a real file, closed and removed when the test is over. */
export function newProject(): WriteDb {
  const db = createProject(join(temporaryFolder(), "Sarcomas.casemark"), "Sarcomas", defaultScheme);
  onTestFinished(() => {
    db.close();
  });
  return db;
}

/** Somebody at work, on a day that never passes. */
function person(annotator: string): Author {
  return { annotator, now: () => new Date("2026-02-03T04:05:06.000Z") };
}

export const ana = person("Ana");
export const ben = person("Ben");

export const sentence = "The tumour was positive for desmin, SMA and h-caldesmon.";

/** A text as a reader would hand it over, with the layers that came with it. */
export function arrivalOf(
  text: string,
  { name = "case-1", layers = [] as DocumentLayer[] } = {},
): Arrival {
  const document = { name, title: name, case: name, text, sections: [], metadata: {}, layers };
  return plainArrival(document);
}

/** Takes arrivals in as an import does; answers their identifiers. */
export function takeIn(db: WriteDb, arrivals: readonly Arrival[], author = person("Importer")) {
  const reports = insertArrivals(db, arrivals);
  write(db, author, "import", (journal) => {
    journal.setPresence(reports, "removed", "present");
    return { summary: `imported ${reports.length} reports`, report: null };
  });
  return reports;
}

/** One report with this text. */
export function addReport(
  db: WriteDb,
  text = sentence,
  options?: { name?: string; layers?: DocumentLayer[] },
) {
  const [report] = takeIn(db, [arrivalOf(text, options)]);
  if (report === undefined) throw new Error("no report came in");
  return report;
}

/** What a person would select to mark these words of the text. */
export function draft(words: string, { label = "marker", entity = null as string | null } = {}) {
  return { label, ranges: [rangeOf(words)], quote: words, entity, attributes: {} };
}

export function rangeOf(words: string, text = sentence): TextRange {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`"${words}" is not in the text`);
  return { start, end: start + words.length };
}

/** A layer as a file brings it, with identifiers of its own. */
export function layer(annotator: string, parts: Partial<DocumentLayer> = {}): DocumentLayer {
  const { spans = [], entities = [], relations = [], events = [], groups = [] } = parts;
  return {
    annotator,
    status: "open",
    labels: {},
    source: null,
    ...parts,
    ...{ spans, entities, relations, events, groups },
  };
}

export function span(id: string, words: string, parts: Partial<Span> = {}): Span {
  const ranges = [rangeOf(words)];
  const quote = quoteOf(sentence, ranges);
  return { id, label: "marker", ranges, quote, attributes: {}, entity: null, note: "", ...parts };
}

const journaled = [
  ...["scheme", "report", "layer", "entity", "span", "relation", "event", "grouping"],
  "decision",
];

/** Every row that undo can put back, by table, in the order in which they are read. */
export function dump(db: ReadDb): Record<string, unknown[]> {
  return Object.fromEntries(
    journaled.map((table) => [table, db.prepare(`SELECT * FROM ${table} ORDER BY rowid`).all()]),
  );
}

/** What is wrong with the project besides labels that its scheme lacks; nothing when it is sound. */
export function problems(db: ReadDb): string[] {
  const found = [...checkProject(db)].filter(({ kind }) => kind !== "scheme");
  return found.map(({ message }) => message);
}

/** The layer without the random identifiers, for whole-value compares. */
export function marks(db: ReadDb, report: string, annotator: string) {
  return marksOf(readLayer(db, report, annotator));
}

/** Spans by quote, entities by name: `desmin:marker→desmin`. */
function marksOf({ spans, entities }: Layer): { spans: string[]; entities: string[] } {
  const names = new Map(entities.map(({ id, kind, name }) => [id, `${kind} ${name}`]));
  return {
    spans: spans.map(({ quote, label, entity }) => {
      const linked = entity === null ? "" : ` → ${names.get(entity) ?? "nothing"}`;
      return `${quote}: ${label}${linked}`;
    }),
    entities: [...names.values()],
  };
}
