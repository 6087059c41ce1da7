import type { LayerStatus } from "../../model/annotation.ts";
import type { Attributes, AttributeValue } from "../../model/attributes.ts";
import type { AnnotatedDocument } from "../../model/document.ts";
import { type Fitted, holdsSpans } from "../format.ts";
import { type LossBook, lossBook } from "../losses.ts";
import { fitDoubts } from "./doubts.ts";
import { dropped } from "./fitting.ts";

/*
 * What several formats of JSON can hold only in part, each taken off in the way in which fit/fit.ts takes
 * off what they cannot hold at all.
 */

/** One step of fitting a document in a format's own ways. */
export type FitStep = (document: AnnotatedDocument, book: LossBook) => AnnotatedDocument;

/** The steps in order, and what all of them lose. */
export function fitInSteps(document: AnnotatedDocument, steps: readonly FitStep[]): Fitted {
  const book = lossBook();
  const fitted = steps.reduce((before, step) => step(before, book), document);
  return { document: fitted, losses: book.losses() };
}

interface LayerFacts {
  note: boolean;
  /** Whether the format tells finished work from other work; what is locked is finished, too. */
  done: boolean;
}

/** Of what is known of a layer only what the format has a place for. */
export const withLayerFacts =
  (holds: LayerFacts): FitStep =>
  (document, book) => ({
    ...document,
    layers: document.layers.map(({ reading, note, ...layer }) => {
      const { name } = document;
      if (reading) book.lose("Records of what was read", dropped, name);
      if (note && !holds.note) book.lose("Notes on reports", dropped, `${name}: ${note}`);
      const status = statusIn(layer.status, holds, name, book);
      return { ...layer, status, ...(note && holds.note && { note }), source: null };
    }),
  });

function statusIn(
  status: LayerStatus,
  { done }: LayerFacts,
  name: string,
  book: LossBook,
): LayerStatus {
  const kept = status !== "open" && done ? "done" : "open";
  if (status !== kept)
    book.lose(`Layers marked ${status}`, kept === "open" ? dropped : "written as done.", name);
  return kept;
}

/** With the doubts of layers, and without those of their spans and entities. */
export const onlyLayersUnsure: FitStep = (document, book) => ({
  ...document,
  layers: document.layers.map(({ unsure, ...layer }) => {
    const { name, text } = document;
    const fitted = fitDoubts(layer, { holds: holdsSpans, book, name, text });
    return { ...fitted, ...(unsure && { unsure }) };
  }),
});

/** Without metadata whose names mean something else in the format. */
export const withoutMetadata =
  (isTaken: (key: string) => boolean): FitStep =>
  (document, book) => {
    const { name, metadata } = document;
    const kept = Object.entries(metadata).filter(([key, value]) => {
      if (isTaken(key))
        book.lose(
          "Metadata that the format has no place for",
          dropped,
          `${name}: ${key} = ${value}`,
        );
      return !isTaken(key);
    });
    return { ...document, metadata: Object.fromEntries(kept) };
  };

/** With report labels as names alone, where a format has no values for them. */
export const labelsAsNames: FitStep = (document, book) => ({
  ...document,
  layers: document.layers.map((layer) => {
    const names = Object.entries(layer.labels).flatMap(([name, value]) => {
      if (value === true) return name === "" ? [] : [name];
      book.lose(
        "Report labels with values",
        "written as names, with their values behind a colon.",
        `${document.name}: ${name}`,
      );
      return [value].flat().map((one) => `${name}: ${one}`);
    });
    return { ...layer, labels: flags(names) };
  }),
});

/** Names that are set, as attributes. */
export function flags(names: readonly string[]): Attributes {
  return Object.fromEntries(names.map((name) => [name, true as const]));
}

/** Where several values are given one by one, a list of one is that one. */
export const withoutShortLists: FitStep = (document, book) => {
  const fitted = <One extends { attributes: Attributes }>(one: One): One => ({
    ...one,
    attributes: withoutShort(one.attributes, document.name, book),
  });
  const layers = document.layers.map((layer) => ({
    ...layer,
    spans: layer.spans.map(fitted),
    relations: layer.relations.map(fitted),
    labels: withoutShort(layer.labels, document.name, book),
  }));
  return { ...document, layers };
};

function withoutShort(attributes: Attributes, document: string, book: LossBook): Attributes {
  const kept = Object.entries(attributes).flatMap(([name, value]): [string, AttributeValue][] => {
    const [first, ...more] = Array.isArray(value) ? value : [];
    if (!Array.isArray(value) || more.length > 0) return [[name, value]];
    if (first === undefined) book.lose("Empty lists of values", dropped, `${document}: ${name}`);
    else book.lose("Lists of one value", "written as that value.", `${document}: ${name}`);
    return first === undefined ? [] : [[name, first]];
  });
  return Object.fromEntries(kept);
}
