import { isOfCandidates } from "../../shared/deidentify/layer.ts";
import type { Layer } from "../../shared/model/annotation.ts";
import type { Report } from "../../shared/model/report.ts";
import type { Scheme } from "../../shared/model/scheme.ts";
import { layerProblems } from "../../shared/scheme/conformity.ts";
import { quoteOf } from "../../shared/text/offsets.ts";
import { sha256 } from "../sha256.ts";
import type { ReadDb } from "./database.ts";
import { readLayers } from "./layers.ts";
import { listReportIds, readReport } from "./reports.ts";
import { readScheme } from "./scheme/schemes.ts";

/** Something in a project that is not as it should be, in a sentence that says where. */
export interface ProjectProblem {
  kind: "database" | "text" | "offset" | "quote" | "reference" | "scheme";
  report: string | null;
  message: string;
}

/** Everything that can be wrong with a project file: the database, texts, offsets, quotes, scheme. */
export function* checkProject(db: ReadDb): Generator<ProjectProblem> {
  yield* checkDatabase(db);
  const { scheme } = readScheme(db);
  for (const id of listReportIds(db)) {
    const report = readReport(db, id);
    const told = ({ kind, message }: Finding): ProjectProblem => ({
      kind,
      report: id,
      message: `${report.title}: ${message}`,
    });
    if (sha256(report.text) !== report.textSha256)
      yield told({ kind: "text", message: "the text is not the one that was imported." });
    for (const layer of readLayers(db, id))
      for (const finding of checkLayer(scheme, report, layer)) yield told(finding);
  }
}

type Finding = Pick<ProjectProblem, "kind" | "message">;

function* checkLayer(scheme: Scheme, { text }: Report, layer: Layer): Generator<Finding> {
  for (const { label, ranges, quote, flag } of layer.spans) {
    const where = `${layer.annotator}'s ${label} “${quote}”`;
    // Whose words were taken out of the text waits, flagged, for somebody to move or remove it.
    const isHeld = flag !== undefined && quote === "";
    if (ranges.some(({ start, end }) => (start >= end && !isHeld) || end > text.length))
      yield { kind: "offset", message: `${where} lies outside the text.` };
    else if (quoteOf(text, ranges) !== quote)
      yield { kind: "quote", message: `${where} is not what the text says there.` };
  }
  for (const message of danglingReferences(layer)) yield { kind: "reference", message };
  // Candidates for identifiers have labels of their own.
  if (isOfCandidates(layer)) return;
  for (const message of layerProblems(scheme, layer)) yield { kind: "scheme", message };
}

function* checkDatabase(db: ReadDb): Generator<ProjectProblem> {
  const database = (message: string): ProjectProblem => ({
    kind: "database",
    report: null,
    message,
  });
  const rows = db.prepare<[], { integrity_check: string }>("PRAGMA integrity_check").all();
  for (const { integrity_check: message } of rows) if (message !== "ok") yield database(message);
  const orphans = db
    .prepare<[], { table: string; parent: string }>("PRAGMA foreign_key_check")
    .all();
  for (const { table, parent } of orphans)
    yield database(`a row of ${table} points to a ${parent} that is not there.`);
}

function danglingReferences(layer: Layer): string[] {
  const { spans, entities, relations, events, groups } = layer;
  const known = new Set(
    [...spans, ...entities, ...relations, ...events, ...groups].map(({ id }) => id),
  );
  const pointers = [
    ...spans.flatMap(({ label, entity }) => (entity === null ? [] : [{ label, id: entity }])),
    ...relations.flatMap(({ label, from, to }) => [from, to].map((id) => ({ label, id }))),
    ...events.flatMap((event) =>
      [event.trigger, ...event.arguments.map(({ target }) => target)].map((id) => ({
        label: event.label,
        id,
      })),
    ),
    ...groups.flatMap(({ label, members }) => members.map((id) => ({ label, id }))),
  ];
  return pointers
    .filter(({ id }) => !known.has(id))
    .map(({ label }) => `${layer.annotator}'s ${label} points to something that is not there.`);
}
