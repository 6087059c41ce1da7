import type { OpenReport } from "../../../../shared/contract/reports.ts";
import type { AppState } from "../../../../shared/contract/session.ts";
import type { Asked } from "../../../../shared/contract.ts";
import type { DesktopBridge } from "../../../../shared/desktop-bridge.ts";
import type { Entity, Layer, Span } from "../../../../shared/model/annotation.ts";
import type { Change } from "../../../../shared/model/change.ts";
import { nothingRead } from "../../../../shared/reading/reading.ts";
import { defaultScheme } from "../../../../shared/scheme/default-scheme.ts";

const annotator = "Ana";
const next = { undo: null, redo: null };
let made = 0;

/** The Node side of one project with one report, which lies in memory and answers at once. */
export function memoryBridge(open: OpenReport): DesktopBridge<File> {
  const answers: Record<string, (input: unknown) => unknown> = {
    "app.state": () => appState,
    "scheme.read": () => ({ scheme: defaultScheme, version: 1 }),
    "report.list": () => ({ rows: [rowOf(open)], total: 1, next: null }),
    "report.open": () => open,
    "report.sourceKind": () => null,
    "keys.read": () => ({ keys: {} }),
    "search.saved": () => ({ searches: [] }),
    "import.waiting": () => ({ waiting: [] }),
    "reading.read": () => nothingRead,
    "reading.note": () => nothingRead,
    // The page has built it to the contract.
    "span.add": (input) => addSpan(input as Asked<"span.add">),
  };
  const noFiles = () => Promise.resolve([]);
  return {
    async call(name, input) {
      const answer = answers[name];
      if (!answer) throw new Error(`the bench does not know ${name}`);
      return { ok: true, value: answer(input) };
    },
    cancel: () => Promise.resolve(),
    ticketsForFiles: noFiles,
    pickFiles: noFiles,
    pickFolder: noFiles,
    pickProject: noFiles,
    pickExportFolder: noFiles,
    downloadAddress: null,
    onMenu() {},
  };
}

const appState: AppState = {
  version: "0.0.0",
  host: "desktop",
  project: { id: "bench", name: "Bench", file: "bench.casemark" },
  recent: [],
  annotator,
  annotators: [annotator],
  isReadOnly: false,
  next,
};

function rowOf({ report, layer }: OpenReport) {
  const { id, title, case: patientCase, source, text } = report;
  const spans = layer.spans.length;
  const layers = [{ annotator, spans, status: "open" }];
  const facts = { id, title, case: patientCase, source, characters: text.length, warnings: 0 };
  return { ...facts, status: "open", spans, layers };
}

function addSpan({ report, draft }: Asked<"span.add">): Change {
  made += 1;
  const { label, quote, ranges } = draft;
  const isNew = draft.entity === "new";
  const entity = isNew ? `new-entity-${made}` : draft.entity;
  const span: Span = { id: `new-${made}`, label, ranges, quote, entity, attributes: {}, note: "" };
  const entities = isNew && entity ? [entityOf(entity, label, quote)] : [];
  const summary = `marked “${quote}” as ${label}`;
  return {
    ...{ history: made, summary, report, removed: [], layer: null, stale: [] },
    put: { spans: [span], entities, relations: [], events: [], groups: [] },
    next: { undo: summary, redo: null },
  };
}

const entityOf = (id: string, kind: string, name: string): Entity => ({
  ...{ id, kind, name, codes: [], note: "" },
  fields: kind === "marker" ? { result: "positive", method: "IHC" } : {},
});

const spansPerEntity = 4;

/** The report with every span linked, four spans of one label to an entity. */
export function linkedReport(text: string, spans: readonly Span[]): OpenReport {
  const entities: Entity[] = [];
  const linked: Span[] = [];
  for (const ofLabel of Map.groupBy(spans, ({ label }) => label).values())
    for (const [at, span] of ofLabel.entries()) {
      const entity = `entity-${span.label}-${Math.floor(at / spansPerEntity)}`;
      if (at % spansPerEntity === 0) entities.push(entityOf(entity, span.label, span.quote));
      linked.push({ ...span, entity });
    }
  return { report: reportOf(text), layer: layerOf(linked, entities) };
}

const reportOf = (text: string): OpenReport["report"] => ({
  ...{ id: "bench", title: "Bench", case: "Bench", text, textSha256: "" },
  ...{ sections: sectionsOf(text), metadata: {}, source: "bench.txt", warnings: [] },
});

const sectionLength = 20_000;

const sectionsOf = (text: string): OpenReport["report"]["sections"] =>
  Array.from({ length: Math.ceil(text.length / sectionLength) }, (_, number) => {
    const start = number * sectionLength;
    const end = Math.min(text.length, start + sectionLength);
    return { start, end, kind: "case", title: "" };
  });

const layerOf = (spans: Span[], entities: Entity[]): Layer => ({
  ...{ id: "layer", annotator, status: "open", spans, entities },
  ...{ relations: [], events: [], groups: [], labels: {} },
});
