import type { Source } from "../../extract/source.ts";
import type { DocumentLayer } from "../../model/document.ts";
import { countsIn } from "../../text/offsets.ts";
import { flags } from "../fit/fit-facts.ts";
import type { ReadDocument, ReadOptions } from "../format.ts";
import { type CountedWarnings, countedWarnings } from "../reading/counted-warnings.ts";
import {
  emptyLayer,
  type GivenAnnotation,
  type GivenRelation,
  placeLayers,
  plainSpan,
} from "../reading/given-layers.ts";
import { isRecord, jsonLines, recordAt, recordsIn, wordIn } from "../reading/json-lines.ts";
import {
  labelIn,
  metadataIn,
  type OffsetReading,
  offsetIn,
  reportText,
} from "../reading/json-values.ts";
import { taken } from "./keys.ts";

/**
 * Every line's document.
 * @throws AppError "bad-file" with the line's number for one without a text, and for offsets outside it.
 */
export function* readLines(source: Source, options: ReadOptions): Generator<ReadDocument> {
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
