import type { AnnotatedDocument } from "../../shared/model/document.ts";
import type { ReadDb } from "./database.ts";
import { readLayerSource, readLayers } from "./layers.ts";
import { readReport } from "./reports.ts";

/** A report with one annotator's layer, or with all, as file formats take it. */
export function readDocument(
  db: ReadDb,
  report: string,
  annotator: string | null,
): AnnotatedDocument {
  const { title, case: caseName, text, sections, metadata, source } = readReport(db, report);
  const layers = readLayers(db, report).filter(
    (layer) => annotator === null || layer.annotator === annotator,
  );
  return {
    name: source.replace(/\.[^./]*$/, ""),
    title,
    case: caseName,
    text,
    sections,
    metadata,
    layers: layers.map(({ id, ...layer }) => ({ ...layer, source: readLayerSource(db, id) })),
  };
}
