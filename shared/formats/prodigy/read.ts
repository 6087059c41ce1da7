import type { Source } from "../../extract/source.ts";
import { flags } from "../fit/fit-facts.ts";
import type { ReadDocument, ReadOptions } from "../format.ts";
import { countedWarnings } from "../reading/counted-warnings.ts";
import { emptyLayer, placeLayers } from "../reading/given-layers.ts";
import { isRecord, jsonLines, recordAt, recordsIn, wordIn } from "../reading/json-lines.ts";
import { metadataIn, type OffsetReading, reportText } from "../reading/json-values.ts";
import { type Line, ownFacts } from "./line.ts";
import { givenSpans, relationsIn, spanOf } from "./spans.ts";

/**
 * Every line's document.
 * @throws AppError "bad-file" with the line's number for one without a text, and for offsets outside it.
 */
export function* readLines(source: Source, options: ReadOptions): Generator<ReadDocument> {
  for (const { value, lineNumber } of jsonLines(source, options.firstLine)) {
    const where = `line ${lineNumber}`;
    const record = recordAt(unwrapped(value), where, source);
    yield readRecord(record, { where, lineNumber, source, options });
  }
}

/** A pair of text and annotations, or what stands in `data`, as one object. */
function unwrapped(value: unknown): unknown {
  if (Array.isArray(value) && typeof value[0] === "string" && isRecord(value[1]))
    return { text: value[0], ...value[1] };
  if (isRecord(value) && value.text === undefined && value.data !== undefined)
    return typeof value.data === "string" ? { ...value, text: value.data } : unwrapped(value.data);
  return value;
}

interface Place {
  where: string;
  lineNumber: number;
  source: Source;
  options: ReadOptions;
}

function readRecord(record: Line, { where, lineNumber, source, options }: Place): ReadDocument {
  const warnings = countedWarnings(source.fileName);
  const reading = { source, warnings };
  const raw = reportText(record.text, where, source);
  const given = givenSpans(record);
  const tokens = recordsIn(record.tokens);
  const spans = given.map((span, at) =>
    spanOf(span, at, tokens, `${where}, span ${at + 1}`, reading),
  );
  const layer = {
    ...emptyLayer(wordIn(record._annotator_id) ?? wordIn(record._session_id) ?? options.annotator),
    status: record.answer === "accept" ? ("done" as const) : ("open" as const),
    spans,
    relations: relationsIn(record, given, where, reading),
    labels: flags(namesIn(record)),
  };
  warnOfAnswer(record.answer, where, reading);
  const units = options.offsets ? [options.offsets] : (["codepoint", "utf16"] as const);
  const { text, layers } = placeLayers(raw, [layer], { units, ...reading });
  const doubted = layers.map((one) => (record.flagged === true ? { ...one, unsure: true } : one));
  const meta = isRecord(record.meta) ? record.meta : {};
  const name = wordIn(meta.name) ?? `${options.name}-${lineNumber}`;
  const facts = { name, title: wordIn(meta.title) ?? name, case: wordIn(meta.case) ?? name };
  const metadata = metadataIn(meta, ownFacts);
  return {
    document: { ...facts, text, sections: [], metadata, layers: doubted },
    warnings: warnings.sentences(),
  };
}

/** Labels of the whole text: chosen options, one label to be accepted, or spaCy's categories. */
function namesIn({ accept, label, cats, answer }: Line): string[] {
  const chosen = Array.isArray(accept) ? accept.filter((one) => wordIn(one) !== null) : [];
  const only = answer === "accept" ? (wordIn(label) ?? []) : [];
  const sure = isRecord(cats) ? Object.keys(cats).filter((name) => Number(cats[name]) >= 0.5) : [];
  return [...chosen, ...sure, only].flat();
}

function warnOfAnswer(answer: unknown, where: string, { warnings }: OffsetReading): void {
  if (answer === "reject")
    warnings.count(
      where,
      "was rejected; what it holds was read as work that is not done",
      "were rejected; what they hold was read as work that is not done",
    );
  if (answer === "ignore")
    warnings.count(
      where,
      "was passed over; what it holds was read as work that is not done",
      "were passed over; what they hold was read as work that is not done",
    );
}
