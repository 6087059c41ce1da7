import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { insertArrivals } from "../../../electron/store/arrivals.ts";
import { closeProject, createProject } from "../../../electron/store/database.ts";
import { write } from "../../../electron/store/history.ts";
import type { Span } from "../../../shared/model/annotation.ts";
import type { DocumentLayer } from "../../../shared/model/document.ts";
import { seededRandom } from "../../../shared/random.ts";
import { defaultScheme } from "../../../shared/scheme/default-scheme.ts";
import { quoteOf } from "../../../shared/text/offsets.ts";
import { documentOf, reportOf } from "../project-of.ts";

export const annotators = ["Ana", "Ben", "Cy"];
const size = { words: 600, spans: 60 };
const labels = ["diagnosis", "marker", "procedure", "drug"];

/** A project of reports that three annotators have finished, with 60 spans each; removed at the end. */
export function comparedProject(reports: number): string {
  const folder = mkdtempSync(join(tmpdir(), "casemark-bench-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "compared.casemark");
  const db = createProject(file, "Compared", defaultScheme);
  const arrivals = Array.from({ length: reports }, (_, number) => {
    const arrival = reportOf(number, size);
    const layers = annotators.map((annotator, at) => layerOf(number, annotator, at));
    return { ...arrival, document: { ...arrival.document, layers } };
  });
  const ids = insertArrivals(db, arrivals);
  write(db, { annotator: "Ana", now: () => new Date(0) }, "import", (journal) => {
    journal.setPresence(ids, "removed", "present");
    return { summary: `imported ${reports} reports`, report: null };
  });
  closeProject(db);
  return file;
}

/** What one annotator marks: nearly what the others do, with other edges, labels and attributes here and there. */
function layerOf(number: number, annotator: string, at: number): DocumentLayer {
  const { layers, text } = documentOf(number, size);
  const [first] = layers;
  if (!first) throw new Error("the document has no layer");
  const random = seededRandom(number * annotators.length + at + 1).next;
  const spans = first.spans.map((span) => varied(span, text, random));
  const relations = spans.slice(1, 6).map(({ id }, other) => ({
    ...{ id: `r${other}`, label: "shows", from: spans[other]?.id ?? id, to: id },
    ...{ attributes: {}, note: "" },
  }));
  const entities = first.entities.slice(0, 30).map((entity, place) => ({
    ...entity,
    codes: [{ system: "NCIt", code: `C${place}`, display: "" }],
  }));
  const sex = random() < 0.5 ? "f" : "m";
  const status = "done" as const;
  return { ...first, annotator, status, spans, relations, entities, labels: { sex } };
}

function varied(span: Span, text: string, random: () => number): Span {
  const [range] = span.ranges;
  if (!range) return span;
  const end = random() < 0.1 ? Math.min(text.length, range.end + 4) : range.end;
  const ranges = [{ start: range.start, end }];
  const label = random() < 0.1 ? (labels[Math.floor(random() * labels.length)] ?? "") : span.label;
  return {
    ...span,
    ...{ ranges, label, quote: quoteOf(text, ranges) },
    // Two spans speak of one entity.
    entity: `e${Number(span.id.slice(1)) >> 1}`,
    attributes: random() < 0.2 ? { negated: true } : {},
  };
}
