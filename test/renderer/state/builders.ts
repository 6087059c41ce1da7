import type { OpenReport } from "../../../shared/contract/reports.ts";
import type { Entity, Layer, Span } from "../../../shared/model/annotation.ts";
import type { Change } from "../../../shared/model/change.ts";
import type { Report } from "../../../shared/model/report.ts";
import { quoteOf } from "../../../shared/text/offsets.ts";

const plainText = "Tumour cells were positive for CD34 and CD31, but negative for S100.";

export function span(
  id: string,
  ranges: [start: number, end: number][],
  more: Partial<Span> = {},
): Span {
  const pieces = ranges.map(([start, end]) => ({ start, end }));
  return {
    id,
    label: "marker",
    ranges: pieces,
    quote: quoteOf(plainText, pieces),
    attributes: {},
    entity: null,
    note: "",
    ...more,
  };
}

export function entity(id: string, more: Partial<Entity> = {}): Entity {
  return { id, kind: "marker", name: id, codes: [], fields: {}, note: "", ...more };
}

function report(more: Partial<Report> = {}): Report {
  return {
    id: "r1",
    title: "A report",
    case: "1",
    text: plainText,
    textSha256: "",
    sections: [],
    metadata: {},
    source: "a.txt",
    warnings: [],
    ...more,
  };
}

export function openReport(layer: Partial<Layer>, more: Partial<Report> = {}): OpenReport {
  return {
    report: report(more),
    layer: {
      id: "l1",
      annotator: "Ada",
      status: "open",
      spans: [],
      entities: [],
      relations: [],
      events: [],
      groups: [],
      labels: {},
      ...layer,
    },
  };
}

export function change(more: Partial<Change> = {}): Change {
  return {
    history: 1,
    summary: "",
    report: "r1",
    put: { spans: [], entities: [], relations: [], events: [], groups: [] },
    removed: [],
    layer: null,
    stale: [],
    next: { undo: null, redo: null },
    ...more,
  };
}
