import { isOfCandidates } from "../../shared/deidentify/layer.ts";
import type { AnnotatedDocument } from "../../shared/model/document.ts";
import { onWholeCharacters } from "../../shared/reading/ranges.ts";
import type { ReadDb } from "./database.ts";
import { readLayerSource, readLayers } from "./layers.ts";
import { readReading } from "./reading.ts";
import { readReport } from "./reports.ts";

/** A report with one annotator's layer, or with all, as file formats take it; candidates for identifiers are in none. */
export function readDocument(
  db: ReadDb,
  report: string,
  annotator: string | null,
): AnnotatedDocument {
  const { title, case: caseName, text, sections, metadata, source } = readReport(db, report);
  const layers = readLayers(db, report).filter(
    (layer) => !isOfCandidates(layer) && (annotator === null || layer.annotator === annotator),
  );
  return {
    name: source.replace(/\.[^./]*$/, ""),
    title,
    case: caseName,
    text,
    sections,
    metadata,
    layers: layers.map(({ id, ...layer }) => ({
      ...layer,
      source: readLayerSource(db, id),
      ...readingOf(db, report, layer.annotator, text),
    })),
  };
}

function readingOf(db: ReadDb, report: string, annotator: string, text: string) {
  const { read, skipped, seconds } = readReading(db, report, annotator);
  if (read.length === 0 && skipped.length === 0 && seconds === 0) return {};
  const whole = (stretches: typeof read) => onWholeCharacters(text, stretches);
  return {
    reading: { read: whole(read), skipped: whole(skipped), seconds: Math.round(seconds) },
  };
}
