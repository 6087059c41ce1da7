import type { Source } from "../extract/source.ts";
import type { TextRange } from "../model/annotation.ts";
import type { AnnotatedDocument, DocumentLayer } from "../model/document.ts";
import { countWhile } from "../text/count-while.ts";
import { countsIn, hullOf } from "../text/offsets.ts";
import { tokenRanges } from "../text/tokens.ts";
import { codeOfText, codeText, fitCodeTexts } from "./code-text.ts";
import { countedWarnings } from "./counted-warnings.ts";
import { shown } from "./fit/shown.ts";
import {
  type FitStep,
  fitInSteps,
  flags,
  labelsAsNames,
  onlyLayersUnsure,
  withLayerFacts,
  withoutMetadata,
} from "./fit-facts.ts";
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
} from "./given-layers.ts";
import { isRecord, jsonLines, recordAt, recordsIn, wordIn } from "./json-lines.ts";
import { labelIn, metadataIn, type OffsetReading, offsetIn, reportText } from "./json-values.ts";

/**
 * Prodigy's JSON lines, and what spaCy takes for training: `[text, {"entities": [[start, end, label]]}]` and
 * `Doc.to_json`. Offsets count code points, `end` exclusive; `token_end` is the last token itself. Source:
 * prodi.gy/docs/api-interfaces and spacy.io/api/data-formats.
 */
export const prodigy: Format = {
  id: "prodigy",
  title: titleOfFormat("prodigy"),
  unit: "codepoint",
  reader: {
    endings: [".jsonl", ".json"],
    recognises: (head) =>
      /^\uFEFF?\s*\[\s*"(?:[^"\\]|\\.)*"\s*,\s*\{\s*"(?:entities|cats|spans)"/.test(head) ||
      (/^\uFEFF?\s*\{/.test(head) &&
        /"text"\s*:/.test(head) &&
        /"(?:spans|tokens|ents)"\s*:\s*\[|"(?:_input_hash|_task_hash|_view_id)"\s*:/.test(head)),
    byLine: true,
    read: readLines,
  },
  writer: {
    holds: {
      ...holdsSpans,
      title: true,
      case: true,
      metadata: true,
      doubts: true,
      relations: true,
      entities: "codes",
      reportLabels: true,
      layerFacts: true,
    },
    files: "one",
    endings: [".jsonl"],
    fit: (document) =>
      fitInSteps(document, [
        withLayerFacts({ note: false, done: true }),
        onlyLayersUnsure,
        withoutMetadata((key) => ownFacts.has(key)),
        labelsAsNames,
        fitCodeTexts({ most: 1, hasDisplay: () => false }),
        countSpansInsideWords,
      ]),
    write: (document, options) => [`${JSON.stringify(recordOf(document, options))}\n`],
  },
};

/** Of `meta`, what is no metadata. */
const ownFacts = new Set(["name", "title", "case"]);

function* readLines(source: Source, options: ReadOptions): Generator<ReadDocument> {
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

type Line = Record<string, unknown>;

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

/** Spans in any of the spellings, as objects. */
function givenSpans({ spans, ents, entities }: Line): Line[] {
  const groups = isRecord(spans) ? Object.values(spans) : [spans];
  return [...groups, ents, entities]
    .flatMap((list) => (Array.isArray(list) ? list : []))
    .flatMap((span) => {
      if (!Array.isArray(span)) return isRecord(span) ? [span] : [];
      const [start, end, label] = span;
      return [{ start, end, label }];
    });
}

function spanOf(
  span: Line,
  at: number,
  tokens: readonly Line[],
  where: string,
  reading: OffsetReading,
): GivenAnnotation {
  const range = {
    start: offsetIn(span.start, where, reading),
    end: offsetIn(span.end, where, reading),
  };
  const code = wordIn(span.kb_id);
  return {
    ...{
      id: String(at),
      ranges: [range],
      quote: wordIn(span.text) ?? quoteOfTokens(span, tokens),
      where,
    },
    label: labelIn(span.label, where, reading.warnings),
    ...{ attributes: {}, note: "", codes: code === null ? [] : [codeOfText(code)] },
  };
}

/** What the span's tokens say, which tells in which unit the file counts; null where they do not. */
function quoteOfTokens({ token_start, token_end }: Line, tokens: readonly Line[]): string | null {
  if (typeof token_start !== "number" || typeof token_end !== "number") return null;
  const texts = tokens.slice(token_start, token_end + 1).map(({ text }) => text);
  return texts.length > 0 && texts.every((text) => typeof text === "string")
    ? texts.join(" ")
    : null;
}

/** Relations name their ends by what these span, or by tokens alone. */
function relationsIn(
  record: Line,
  spans: readonly Line[],
  line: string,
  { warnings }: OffsetReading,
): GivenRelation[] {
  const bySpan = new Map<string, string>();
  const byToken = new Map<unknown, string>();
  for (const [at, span] of spans.entries()) {
    for (const key of [keyOf(span), keyOf({ ...span, kb_id: null })])
      if (!bySpan.has(key)) bySpan.set(key, String(at));
    if (!byToken.has(span.token_end)) byToken.set(span.token_end, String(at));
  }
  const endOf = (span: unknown, token: unknown) =>
    (isRecord(span) ? bySpan.get(keyOf(span)) : byToken.get(token)) ?? "";
  return recordsIn(record.relations).map((relation, at) => {
    const where = `${line}, relation ${at + 1}`;
    return {
      label: labelIn(relation.label, where, warnings),
      from: endOf(relation.head_span, relation.head),
      to: endOf(relation.child_span, relation.child),
      ...{ attributes: {}, note: "", where },
    };
  });
}

function keyOf({ start, end, label, kb_id }: Line): string {
  return JSON.stringify([start, end, label, kb_id ?? null]);
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

interface SpanTokens {
  first: number;
  last: number;
}

/** Of each span the tokens that it begins and ends with; null where it begins or ends inside one. */
function tokensOf(tokens: readonly TextRange[], ranges: readonly TextRange[]) {
  const starts = new Map(tokens.map(({ start }, at) => [start, at]));
  const ends = new Map(tokens.map(({ end }, at) => [end, at]));
  return ranges.map(({ start, end }): SpanTokens | null => {
    const [first, last] = [starts.get(start), ends.get(end)];
    return first === undefined || last === undefined ? null : { first, last };
  });
}

/** spaCy leaves out such spans, though they are in the file with their offsets. */
const countSpansInsideWords: FitStep = (document, book) => {
  const tokens = tokenRanges(document.text);
  for (const { spans } of document.layers)
    for (const [at, found] of tokensOf(
      tokens,
      spans.map(({ ranges }) => hullOf(ranges)),
    ).entries())
      if (found === null)
        book.lose(
          "Spans inside words",
          "written with their offsets and without tokens; spaCy leaves them out.",
          shown(document.name, spans[at]?.quote ?? ""),
        );
  return document;
};

function recordOf(document: AnnotatedDocument, options: WriteOptions): Line {
  const { name, title, text, metadata, layers } = document;
  const { fromUnit } = countsIn(text, options.offsets === "native" ? "codepoint" : options.offsets);
  const tokens = tokenRanges(text);
  const [layer] = layers;
  return {
    text,
    meta: {
      ...metadata,
      name,
      ...(title !== name && title !== "" && { title }),
      ...(document.case !== name && document.case !== "" && { case: document.case }),
    },
    tokens: tokens.map(({ start, end }, id) => ({
      ...{ text: text.slice(start, end), start: fromUnit(start), end: fromUnit(end), id },
      ws: end < text.length && tokens[id + 1]?.start !== end,
    })),
    ...(layer && annotationsOf(layer, tokens, fromUnit)),
  };
}

function annotationsOf(
  layer: DocumentLayer,
  tokens: readonly TextRange[],
  fromUnit: (offset: number) => number,
): Line {
  const { annotator, status, labels, unsure } = layer;
  const hulls = layer.spans.map(({ ranges }) => hullOf(ranges));
  const found = tokensOf(tokens, hulls);
  const codes = new Map(layer.entities.map((entity) => [entity.id, entity.codes[0]]));
  const spans = layer.spans.map(({ label, entity }, at) => {
    const { start, end } = hulls[at] ?? { start: 0, end: 0 };
    const place = found[at];
    const code = codes.get(entity ?? "");
    return {
      ...{ start: fromUnit(start), end: fromUnit(end) },
      ...(place && { token_start: place.first, token_end: place.last }),
      label,
      ...(code && { kb_id: codeText(code) }),
    };
  });
  const relations = relationsOf(layer, spans, lastTokens(tokens, hulls));
  const names = Object.keys(labels);
  return {
    spans,
    ...(relations.length > 0 && { relations }),
    ...(names.length > 0 && { options: names.map((id) => ({ id, text: id })), accept: names }),
    _annotator_id: annotator,
    ...(unsure && { flagged: true }),
    ...(status === "done" && { answer: "accept" }),
  };
}

/** The last token that each range reaches into. */
function lastTokens(tokens: readonly TextRange[], ranges: readonly TextRange[]): number[] {
  return ranges.map(
    ({ end }) => countWhile(tokens.length, (at) => (tokens[at]?.start ?? end) < end) - 1,
  );
}

function relationsOf(
  { spans, relations }: DocumentLayer,
  given: readonly Line[],
  last: readonly number[],
): Line[] {
  const places = new Map(spans.map(({ id }, at) => [id, at]));
  return relations.map(({ label, from, to }) => {
    const [head, child] = [places.get(from) ?? 0, places.get(to) ?? 0];
    return {
      ...{ head: last[head], child: last[child] },
      ...{ head_span: given[head], child_span: given[child], label },
    };
  });
}
