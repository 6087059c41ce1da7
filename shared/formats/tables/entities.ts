import type { Scheme } from "../../model/scheme.ts";
import { attributeColumns } from "./attribute-columns.ts";
import { columnNames } from "./column-names.ts";
import { integer, jsonCell, type Table, text, textCell, yesOrNo } from "./table.ts";

const before = text("report", "case", "annotator", "entity", "kind", "name", "codes", "displays");
const after = [...text("note"), ...yesOrNo("unsure"), ...integer("spans"), ...text("quotes")];

/** One row an entity, with its codes ("system:code"), fields, and the words that speak of it, as JSON lists. */
export function entityTable({ kinds }: Scheme): Table {
  const rest = "fields";
  const names = columnNames([...before, ...after].map(({ name }) => name).concat(rest));
  const owned = kinds.flatMap((kind) =>
    kind.fields.map((definition) => ({ definition, owners: [kind.name] })),
  );
  const own = attributeColumns(owned, names, { prefix: "field", rest });
  return {
    name: "entities",
    columns: [...before, ...own.columns, ...after],
    *rowsOf(document) {
      for (const { annotator, spans, entities } of document.layers) {
        const quotes = Map.groupBy(spans, ({ entity }) => entity);
        for (const { id, kind, name, codes, fields, note, unsure = false } of entities) {
          const said = (quotes.get(id) ?? []).map(({ quote }) => quote);
          yield [
            ...[document.name, document.case, annotator, id, kind, name],
            jsonCell(codes.map(({ system, code }) => `${system}:${code}`)),
            jsonCell(codes.map(({ display }) => display)),
            ...own.cells(kind, fields),
            ...[textCell(note), unsure, said.length, jsonCell(said)],
          ];
        }
      }
    },
  };
}
