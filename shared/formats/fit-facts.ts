import type { Attributes } from "../model/attributes.ts";
import type { AnnotatedDocument } from "../model/document.ts";
import { dropped } from "./fit/fit.ts";
import type { Fitted } from "./format.ts";
import { type LossBook, lossBook } from "./losses.ts";

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

/** Of what is known of a layer, only the note; and the status where it is one of these, else "open". */
export const onlyNoteAndStatus =
  (statuses: readonly string[]): FitStep =>
  (document, book) => ({
    ...document,
    layers: document.layers.map(({ reading, status, ...layer }) => {
      if (reading) book.lose("Records of what was read", dropped, document.name);
      const isKept = status === "open" || statuses.includes(status);
      if (!isKept) book.lose(`Layers marked ${status}`, dropped, document.name);
      return { ...layer, status: isKept ? status : "open", source: null };
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
