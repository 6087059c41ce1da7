import type { TextRange } from "../../model/annotation.ts";
import type { Attributes } from "../../model/attributes.ts";
import type { AnnotatedDocument, DocumentLayer } from "../../model/document.ts";
import { countWhile } from "../../text/count-while.ts";
import { quoteOf } from "../../text/offsets.ts";
import { tokenRanges } from "../../text/tokens.ts";
import { dropped } from "../fit/fit.ts";
import { fitLinks } from "../fit/links.ts";
import { shown } from "../fit/shown.ts";
import type { Fitted, Holds, WriteOptions } from "../format.ts";
import { addUpLosses, type LossBook, lossBook } from "../losses.ts";
import { casHolds, fitToCas } from "../uima/fit-to-cas.ts";

/** What rows of words have a place for: what UIMA has, but for what is said of the report as a whole. */
export const tsvHolds: Holds = {
  ...casHolds,
  title: false,
  case: false,
  metadata: false,
  reportLabels: false,
  layerFacts: false,
};

interface Fitting {
  book: LossBook;
  name: string;
  /** As it is written. */
  text: string;
  tokens: readonly TextRange[];
}

/** A document whose annotations begin and end in words, since white space has no row. */
export function fitToTsv(document: AnnotatedDocument, { scheme }: WriteOptions): Fitted {
  const book = lossBook();
  const { name } = document;
  const tokens = tokenRanges(document.text);
  const text = writtenText(document, tokens, book);
  const fitting = { book, name, text, tokens };
  const layers = document.layers.map((layer) => fitLayer(layer, fitting));
  const sections = document.sections.flatMap((section) => {
    const range = placed(section, things.sections, section.title, fitting);
    return range === null
      ? []
      : [{ ...section, ...range, title: withoutReturns(section.title, fitting) }];
  });
  const fitted = fitToFeatures({ ...document, text, sections, layers }, scheme);
  return {
    document: fitted.document,
    losses: addUpLosses([...book.losses(), ...fitted.losses]),
  };
}

/**
 * As values of features read back. What one value is read as can change the type of its attribute, and so
 * how the others are read; that comes to rest after a few steps.
 */
function fitToFeatures(document: AnnotatedDocument, scheme: WriteOptions["scheme"]): Fitted {
  let fitted: Fitted = { document, losses: [] };
  for (let step = 0; step < 5; step += 1) {
    const next = fitToCas(fitted.document, scheme, true);
    fitted = { document: next.document, losses: [...fitted.losses, ...next.losses] };
    if (next.losses.length === 0) break;
  }
  return fitted;
}

/** What stands before the first token is not in the file, only how long it is. */
function writtenText(
  { text, name }: AnnotatedDocument,
  tokens: readonly TextRange[],
  book: LossBook,
): string {
  const [first] = tokens;
  if (first === undefined) {
    if (text !== "") book.lose("Texts of white space only", dropped, name);
    return "";
  }
  const space = text.slice(0, first.start);
  if (/[^ ]/.test(space))
    book.lose("White space before the first word", "written as spaces.", name);
  return " ".repeat(space.length) + text.slice(space.length);
}

function fitLayer(layer: DocumentLayer, fitting: Fitting): DocumentLayer {
  const { text, name, book } = fitting;
  const { unsure, ...rest } = layer;
  if (unsure) book.lose("Layers marked unsure", dropped, name);
  const spans = layer.spans.flatMap((span) => {
    const ranges = span.ranges.flatMap(
      (range) => placed(range, things.spans, shown(name, span.quote), fitting) ?? [],
    );
    return ranges.length === 0 ? [] : [{ ...span, ranges, quote: quoteOf(text, ranges) }];
  });
  const linked = fitLinks({ ...rest, spans }, { holds: tsvHolds, book, name, text });
  return withoutReturnsInLayer(withoutRelationsInGroups(linked, fitting), fitting);
}

/** What becomes of what does not begin and end in words. */
const things = {
  spans: {
    white: "Spans of white space only",
    trimmed: "Spans that begin or end in white space",
  },
  sections: {
    white: "Sections of white space only",
    trimmed: "Sections that begin or end in white space",
  },
};

/** Where it is written; null for white space only. */
function placed(
  range: TextRange,
  { white, trimmed }: (typeof things)["spans"],
  example: string,
  { tokens, book }: Fitting,
): TextRange | null {
  const found = range.start === range.end ? pointIn(tokens, range.start) : within(tokens, range);
  if (found === null) book.lose(white, dropped, example);
  else if (found.start !== range.start || found.end !== range.end)
    book.lose(
      trimmed,
      "written from a word to a word, since white space has no place of its own.",
      example,
    );
  return found;
}

/** As INCEpTION does it: what has no words goes to the end of the word before, or to the first one. */
function pointIn(tokens: readonly TextRange[], point: number): TextRange | null {
  const before = tokens[countWhile(tokens.length, (at) => (tokens[at]?.start ?? 0) <= point) - 1];
  const place = before ? Math.min(point, before.end) : tokens[0]?.start;
  return place === undefined ? null : { start: place, end: place };
}

function within(tokens: readonly TextRange[], { start, end }: TextRange): TextRange | null {
  const first = tokens[countWhile(tokens.length, (at) => (tokens[at]?.end ?? 0) <= start)];
  const last = tokens[countWhile(tokens.length, (at) => (tokens[at]?.start ?? 0) < end) - 1];
  if (first === undefined || last === undefined || last.end <= start || first.start >= end)
    return null;
  return { start: Math.max(start, first.start), end: Math.min(end, last.end) };
}

/** A relation has no number in its row by which a group could refer to it. */
function withoutRelationsInGroups(layer: DocumentLayer, { book, name }: Fitting): DocumentLayer {
  const relations = new Set(layer.relations.map(({ id }) => id));
  const groups = layer.groups.flatMap((group) => {
    const members = group.members.filter((id) => !relations.has(id));
    for (const _ of group.members.slice(members.length))
      book.lose(
        "Relations in groups",
        "left out of their groups, since nothing can refer to a relation.",
        `${name}: ${group.label}`,
      );
    return members.length === 0 ? [] : [{ ...group, members }];
  });
  return { ...layer, groups };
}

/** The format has no sign for a carriage return in a value. */
function withoutReturns(value: string, { book, name }: Fitting): string {
  if (!value.includes("\r")) return value;
  book.lose("Carriage returns in values", "written as line ends.", shown(name, value));
  return value.replace(/\r\n?/g, "\n");
}

function withoutReturnsInLayer(layer: DocumentLayer, fitting: Fitting): DocumentLayer {
  const asWritten = (value: string) => withoutReturns(value, fitting);
  const plain = <One extends { label: string; note: string }>(one: One): One => ({
    ...one,
    label: asWritten(one.label),
    note: asWritten(one.note),
  });
  const whole = <One extends { label: string; note: string; attributes: Attributes }>(
    one: One,
  ) => ({
    ...plain(one),
    attributes: attributesWith(one.attributes, asWritten),
  });
  return {
    ...layer,
    spans: layer.spans.map((span) => ({
      ...whole(span),
      ...(span.flag && { flag: asWritten(span.flag) }),
    })),
    entities: layer.entities.map((entity) => ({
      ...entity,
      codes: entity.codes.map(({ system, code, display }) => ({
        ...{ system: asWritten(system), code: asWritten(code), display: asWritten(display) },
      })),
    })),
    relations: layer.relations.map(whole),
    events: layer.events.map((event) => ({
      ...whole(event),
      arguments: event.arguments.map(({ role, target }) => ({ role: asWritten(role), target })),
    })),
    groups: layer.groups.map(plain),
  };
}

/** Several values are a JSON list, in which a carriage return has a sign. */
function attributesWith(attributes: Attributes, asWritten: (value: string) => string): Attributes {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name,
      typeof value === "string" ? asWritten(value) : value,
    ]),
  );
}
