import type { TextRange } from "../../../model/annotation.ts";
import type { AnnotatedDocument, DocumentLayer } from "../../../model/document.ts";
import { quoteOf } from "../../../text/offsets.ts";
import { tokenRanges } from "../../../text/tokens.ts";
import { dropped } from "../../fit/fitting.ts";
import { fitLinks } from "../../fit/links.ts";
import { shown } from "../../fit/shown.ts";
import type { Fitted, Holds, WriteOptions } from "../../format.ts";
import { addUpLosses, type LossBook, lossBook } from "../../losses.ts";
import { casHolds, fitToCas } from "../../uima/fit-to-cas.ts";
import { placed, things } from "./places.ts";
import { withoutReturns, withoutReturnsInLayer } from "./returns.ts";

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
    const range = placed(section, things.sections, section.title, tokens, book);
    return range === null
      ? []
      : [{ ...section, ...range, title: withoutReturns(section.title, name, book) }];
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
  const { text, name, book, tokens } = fitting;
  const { unsure, ...rest } = layer;
  if (unsure) book.lose("Layers marked unsure", dropped, name);
  const spans = layer.spans.flatMap((span) => {
    const ranges = span.ranges.flatMap(
      (range) => placed(range, things.spans, shown(name, span.quote), tokens, book) ?? [],
    );
    return ranges.length === 0 ? [] : [{ ...span, ranges, quote: quoteOf(text, ranges) }];
  });
  const linked = fitLinks({ ...rest, spans }, { holds: tsvHolds, book, name, text });
  return withoutReturnsInLayer(withoutRelationsInGroups(linked, fitting), name, book);
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
