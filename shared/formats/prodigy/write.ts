import type { TextRange } from "../../model/annotation.ts";
import type { AnnotatedDocument, DocumentLayer } from "../../model/document.ts";
import { countsIn, hullOf } from "../../text/offsets.ts";
import { tokenRanges } from "../../text/tokens.ts";
import type { WriteOptions } from "../format.ts";
import { codeText } from "../texts/code-text.ts";
import type { Line } from "./line.ts";
import { lastTokens, tokensOf } from "./tokens.ts";

/** A document with its tokens as one line's object. */
export function recordOf(document: AnnotatedDocument, options: WriteOptions): Line {
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
