import type { Span } from "../../model/annotation.ts";
import type { AnnotatedDocument } from "../../model/document.ts";
import type { Scheme } from "../../model/scheme.ts";
import { hullOf, type OffsetConverter, offsetConverter } from "../../text/offsets.ts";
import { sectionAt } from "../../text/section-at.ts";
import { attributeColumns } from "./attribute-columns.ts";
import { columnNames } from "./column-names.ts";
import { contextOf, fragmentsOf } from "./places.ts";
import { type Cell, integer, type Table, text, textCell, yesOrNo } from "./table.ts";

const before = [
  ...text("report", "case", "annotator", "span", "label"),
  ...integer("start", "end", "start_utf16", "end_utf16"),
  ...text("fragments", "quote", "before", "after", "section"),
];
const after = [
  ...text("note"),
  ...yesOrNo("unsure"),
  ...text("flag", "entity", "entity_kind", "entity_name"),
];

/**
 * One row a span, from its first to its last character; `fragments` has its ranges. Offsets count code
 * points, as Python does, and besides UTF-16 code units, as JavaScript and Java do.
 */
export function spanTable({ attributes }: Scheme): Table {
  const rest = "attributes";
  const names = columnNames([...before, ...after].map(({ name }) => name).concat(rest));
  const owned = attributes.map((definition) => ({
    definition,
    owners: definition.on.length === 0 ? null : definition.on,
  }));
  const own = attributeColumns(owned, names, { prefix: "attribute", rest });
  return {
    name: "spans",
    columns: [...before, ...own.columns, ...after],
    *rowsOf(document) {
      const offsets = offsetConverter(document.text);
      for (const { annotator, spans, entities } of document.layers) {
        const byId = new Map(entities.map((entity) => [entity.id, entity]));
        for (const span of spans) {
          const entity = byId.get(span.entity ?? "");
          yield [
            ...[document.name, document.case, annotator, span.id, span.label],
            ...placeCells(document, span, offsets),
            ...own.cells(span.label, span.attributes),
            ...[textCell(span.note), span.unsure ?? false, textCell(span.flag)],
            ...[entity?.id ?? null, entity?.kind ?? null, entity?.name ?? null],
          ];
        }
      }
    },
  };
}

function placeCells(
  document: AnnotatedDocument,
  { ranges, quote }: Span,
  offsets: OffsetConverter,
): Cell[] {
  const hull = hullOf(ranges);
  const context = contextOf(document.text, hull);
  return [
    ...[offsets.toCodePoint(hull.start), offsets.toCodePoint(hull.end), hull.start, hull.end],
    ...[fragmentsOf(ranges, offsets), quote, context.before, context.after],
    sectionAt(document.sections, hull.start)?.kind ?? null,
  ];
}
