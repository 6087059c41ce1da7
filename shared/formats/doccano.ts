import type { Source } from "../extract/source.ts";
import type { AnnotatedDocument, DocumentLayer } from "../model/document.ts";
import { countsIn, hullOf } from "../text/offsets.ts";
import { type CountedWarnings, countedWarnings } from "./counted-warnings.ts";
import { fitInSteps, flags, labelsAsNames, withLayerFacts, withoutMetadata } from "./fit-facts.ts";
import {
  type Format,
  holdsSpans,
  type ReadDocument,
  type ReadOptions,
  type WriteOptions,
} from "./format.ts";
import { titleOfFormat } from "./format-ids.ts";
import {
  emptyLayer,
  type GivenAnnotation,
  type GivenRelation,
  placeLayers,
  plainSpan,
} from "./given-layers.ts";
import { isRecord, jsonLines, recordAt, recordsIn, wordIn } from "./json-lines.ts";
import { labelIn, metadataIn, type OffsetReading, offsetIn, reportText } from "./json-values.ts";

/**
 * doccano's JSON lines, in all of their spellings: spans as `label` or `labels` (`[[start, end, label]]`), or as
 * `entities` with `relations`; `cats` for labels of the whole text. Offsets count UTF-16 code units (JavaScript's own), or
 * grapheme clusters in projects that were made so, which the file does not say. Source:
 * doccano, backend/data_export/pipeline and backend/data_import/pipeline.
 */
export const doccano: Format = {
  id: "doccano",
  title: titleOfFormat("doccano"),
  unit: "utf16",
  reader: {
    endings: [".jsonl", ".json"],
    recognises: (head) =>
      /^\uFEFF?\s*\{/.test(head) &&
      /"text"\s*:/.test(head) &&
      !/"(?:spans|tokens|layers|denotations)"\s*:\s*\[/.test(head) &&
      /"(?:start_offset|Comments|cats)"\s*:|"(?:labels?|entities)"\s*:\s*\[\s*(?:\]|\[\s*\d|")/.test(
        head,
      ),
    byLine: true,
    read: readLines,
  },
  writer: {
    holds: {
      ...holdsSpans,
      title: true,
      case: true,
      metadata: true,
      relations: true,
      reportLabels: true,
      layerFacts: true,
    },
    files: "one",
    endings: [".jsonl"],
    fit: (document) =>
      fitInSteps(document, [
        withLayerFacts({ note: true, done: false }),
        withoutMetadata((key) => taken.has(key)),
        labelsAsNames,
      ]),
    write: (document, options) => [`${JSON.stringify(recordOf(document, options))}\n`],
  },
};

/** Keys of a line that are no metadata. */
const taken = new Set([
  ...["text", "data", "label", "labels", "entities", "relations", "cats"],
  ...["Comments", "comments", "meta", "name", "title", "case"],
]);

function* readLines(source: Source, options: ReadOptions): Generator<ReadDocument> {
  for (const { value, lineNumber } of jsonLines(source, options.firstLine)) {
    const where = `line ${lineNumber}`;
    yield readRecord(recordAt(value, where, source), { where, lineNumber, source, options });
  }
}

interface Place {
  where: string;
  lineNumber: number;
  source: Source;
  options: ReadOptions;
}

function readRecord(
  record: Record<string, unknown>,
  { where, lineNumber, source, options }: Place,
): ReadDocument {
  const warnings = countedWarnings(source.fileName);
  const raw = reportText(record.text ?? record.data, where, source);
  const given = [record.label, record.labels, record.entities].flatMap((list) => list ?? []);
  const names = [...given.filter((one) => typeof one === "string"), ...namesIn(record.cats)];
  const spans = given
    .filter((one) => typeof one !== "string")
    .map((one, at) => spanOf(one, `${where}, span ${at + 1}`, { source, warnings }));
  const layer = {
    ...emptyLayer(options.annotator),
    spans,
    relations: relationsIn(record.relations, where, warnings),
    labels: flags(names),
    note: namesIn(record.Comments ?? record.comments).join("\n"),
  };
  const units = [options.offsets ?? "utf16"] as const;
  const { text, layers } = placeLayers(raw, [layer], { units, source, warnings });
  if (options.offsets === null) warnOfGraphemes(text, layers, where, warnings);
  const name = wordIn(record.name) ?? `${options.name}-${lineNumber}`;
  const title = wordIn(record.title) ?? name;
  const metadata = { ...metadataIn(record.meta), ...metadataIn(record, taken) };
  const facts = { name, title, case: wordIn(record.case) ?? name, sections: [], metadata };
  return { document: { ...facts, text, layers }, warnings: warnings.sentences() };
}

/** Names in a list, or the keys of an object that are set. */
function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.filter((one) => typeof one === "string" && one !== "");
  if (isRecord(value)) return Object.keys(value).filter((key) => value[key]);
  return [];
}

function spanOf(given: unknown, where: string, reading: OffsetReading): GivenAnnotation {
  const [start, end, label] = Array.isArray(given) ? given : [];
  const record: Record<string, unknown> = isRecord(given) ? given : { start, end, label };
  const range = {
    start: offsetIn(record.start_offset ?? record.start, where, reading),
    end: offsetIn(record.end_offset ?? record.end, where, reading),
  };
  const id = record.id === undefined || record.id === null ? null : String(record.id);
  return plainSpan(
    { ranges: [range], quote: null, where },
    labelIn(record.label, where, reading.warnings),
    id,
  );
}

function relationsIn(given: unknown, line: string, warnings: CountedWarnings): GivenRelation[] {
  return recordsIn(given).map((record, at) => {
    const where = `${line}, relation ${at + 1}`;
    return {
      label: labelIn(record.type, where, warnings),
      ...{
        from: String(record.from_id),
        to: String(record.to_id),
        attributes: {},
        note: "",
        where,
      },
    };
  });
}

/** Says where nobody can know how the file counts. */
function warnOfGraphemes(
  text: string,
  [layer]: readonly DocumentLayer[],
  where: string,
  warnings: CountedWarnings,
): void {
  if (!layer || layer.spans.length === 0 || !/[^\0-\u02FF]/.test(text)) return;
  const { length } = countsIn(text, "grapheme");
  if (length !== text.length)
    warnings.count(
      where,
      "has characters that doccano counts as one or as several, depending on its project; they were read as several, so look whether the spans are right",
      "have characters that doccano counts as one or as several, depending on its project; they were read as several, so look whether the spans are right",
    );
}

function recordOf(document: AnnotatedDocument, options: WriteOptions): Record<string, unknown> {
  const { name, title, text, metadata, layers } = document;
  const [layer] = layers;
  return {
    text,
    ...(layer && annotationsOf(document, layer, options)),
    name,
    ...(title !== name && title !== "" && { title }),
    ...(document.case !== name && document.case !== "" && { case: document.case }),
    ...metadata,
  };
}

/** In the spelling with `entities` where there are relations in any of the export's documents, as doccano imports one of the two. */
function annotationsOf(
  { text }: AnnotatedDocument,
  { spans, relations, labels, note }: DocumentLayer,
  { offsets, scheme }: WriteOptions,
): Record<string, unknown> {
  const { fromUnit } = countsIn(text, offsets === "native" ? "utf16" : offsets);
  const names = Object.keys(labels);
  const given = spans.map(({ label, ranges }, id) => {
    const { start, end } = hullOf(ranges);
    return { id, label, start_offset: fromUnit(start), end_offset: fromUnit(end) };
  });
  const triples = given.map(({ label, start_offset, end_offset }) => [
    start_offset,
    end_offset,
    label,
  ]);
  const ids = new Map(spans.map(({ id }, at) => [id, at]));
  const links = relations.map(({ label, from, to }, id) => ({
    ...{ id, from_id: ids.get(from), to_id: ids.get(to), type: label },
  }));
  const hasRelations = links.length > 0 || scheme.relations.length > 0;
  return {
    ...(hasRelations
      ? { entities: given, relations: links }
      : { [names.length > 0 ? "entities" : "label"]: triples }),
    ...(names.length > 0 && { cats: names }),
    Comments: note ? [note] : [],
  };
}
