import type { AnnotatedDocument } from "../../model/document.ts";
import { offsetConverter } from "../../text/offsets.ts";
import { fragmentsOf } from "./places.ts";
import { type Cell, integer, jsonCell, type Table, text, textCell, yesOrNo } from "./table.ts";

/** One row a report, with its whole text. */
export const reportTable: Table = {
  name: "reports",
  columns: [
    ...text("report", "case", "title", "annotators"),
    ...integer("characters", "characters_utf16"),
    ...text("text", "sections", "metadata"),
  ],
  *rowsOf(document) {
    const { name, title, text: words, sections, metadata, layers } = document;
    const { toCodePoint } = offsetConverter(words);
    const places = sections.map(({ kind, title: heading, start, end }) => ({
      kind,
      title: heading,
      start: toCodePoint(start),
      end: toCodePoint(end),
    }));
    yield [
      ...[name, document.case, textCell(title), jsonCell(layers.map(({ annotator }) => annotator))],
      ...[toCodePoint(words.length), words.length],
      ...[words, jsonCell(places), jsonCell(metadata)],
    ];
  },
};

/** One row for each annotator's work on a report. */
export const layerTable: Table = {
  name: "layers",
  columns: [
    ...text("report", "case", "annotator", "status", "note"),
    ...yesOrNo("unsure"),
    ...integer("spans", "entities", "relations", "events", "groups"),
    ...text("read", "skipped"),
    { name: "seconds", type: "number" },
  ],
  *rowsOf(document) {
    const offsets = offsetConverter(document.text);
    for (const layer of document.layers) {
      const { annotator, status, note, unsure = false, reading } = layer;
      const { spans, entities, relations, events, groups } = layer;
      const parts = [spans, entities, relations, events, groups];
      yield [
        ...[document.name, document.case, annotator, status, textCell(note), unsure],
        ...parts.map(({ length }) => length),
        reading ? textCell(fragmentsOf(reading.read, offsets)) : null,
        reading ? textCell(fragmentsOf(reading.skipped, offsets)) : null,
        reading?.seconds ?? null,
      ];
    }
  },
};

/** One row for each value of a label of a whole report; a flag has no value. */
export const reportLabelTable: Table = {
  name: "report_labels",
  columns: [...text("report", "case", "annotator", "label", "value"), numberColumn()],
  *rowsOf(document) {
    for (const { annotator, labels } of document.layers)
      for (const [label, value] of Object.entries(labels))
        for (const cells of valueCells(value))
          yield [document.name, document.case, annotator, label, ...cells];
  },
};

function numberColumn() {
  return { name: "number", type: "number" } as const;
}

type LabelValue = AnnotatedDocument["layers"][number]["labels"][string];

/** Each value as a text and, if it is one, as a number. A list without values is still a row. */
function valueCells(value: LabelValue): Cell[][] {
  if (value === true) return [[null, null]];
  if (typeof value === "number") return [[String(value), value]];
  if (typeof value === "string") return [[value, null]];
  return value.length === 0 ? [["[]", null]] : value.map((one) => [one, null]);
}
