import type { AnnotatedDocument, DocumentLayer } from "../../model/document.ts";
import type { Section } from "../../model/report.ts";
import { findSections } from "../../text/sections.ts";
import type { Fitted, Holds } from "../format.ts";
import { lossBook } from "../losses.ts";
import { fitDoubts } from "./doubts.ts";
import { fitEntities } from "./entities.ts";
import { dropped, type Fitting } from "./fitting.ts";
import { fitLinks } from "./links.ts";
import { fitSpans } from "./spans.ts";

/**
 * Takes off a document what a format cannot hold, and counts it. What is left is written and read
 * back without a difference. The steps go from the text's spans to what refers to them, so that
 * nothing is left that refers to something gone.
 */
export function fitTo(document: AnnotatedDocument, holds: Holds): Fitted {
  const book = lossBook();
  const { name, text } = document;
  const fitting = { holds, book, name, text };
  const layers = document.layers.map((layer) => fitLayer(layer, fitting));
  return { document: { ...fitFacts(document, fitting), layers }, losses: book.losses() };
}

function fitLayer(layer: DocumentLayer, fitting: Fitting): DocumentLayer {
  const spans = fitSpans(layer, fitting);
  const entities = fitEntities(spans, fitting);
  const links = fitLinks(entities, fitting);
  return fitLayerFacts(fitDoubts(links, fitting), fitting);
}

/** What is known of a report besides its text. */
function fitFacts(
  document: AnnotatedDocument,
  { holds, book, name }: Fitting,
): Omit<AnnotatedDocument, "layers"> {
  const { text, title, metadata, sections } = document;
  if (!holds.case && document.case !== name) book.lose("Cases of reports", dropped, name);
  if (!holds.title && title !== name && !text.includes(title))
    book.lose("Titles of reports", dropped, `${name}: ${title}`);
  if (!holds.metadata)
    for (const [key, value] of Object.entries(metadata))
      book.lose("Metadata of reports", dropped, `${name}: ${key} = ${value}`);
  // What is found in the text anew whenever it is read is not lost.
  if (!holds.sections && sections.length > 0 && !isFoundAnew(text, sections))
    book.lose("Reports whose sections were set otherwise than their text shows", dropped, name);
  return {
    name,
    text,
    title: holds.title ? title : name,
    case: holds.case ? document.case : name,
    metadata: holds.metadata ? metadata : {},
    sections: holds.sections ? sections : [],
  };
}

function isFoundAnew(text: string, sections: readonly Section[]): boolean {
  return JSON.stringify(findSections(text)) === JSON.stringify(sections);
}

function fitLayerFacts(layer: DocumentLayer, { holds, book, name }: Fitting): DocumentLayer {
  const { annotator, spans, entities, relations, events, groups, unsure } = layer;
  const labels = holds.reportLabels ? layer.labels : {};
  const kept = { annotator, spans, entities, relations, events, groups, labels };
  if (!holds.reportLabels)
    for (const label of Object.keys(layer.labels))
      book.lose("Report labels", dropped, `${name}: ${label}`);
  const doubt = unsure ? { unsure } : {};
  const { status, note, reading, source } = layer;
  if (holds.layerFacts)
    return {
      ...{ ...kept, ...doubt, status, source },
      ...(note && { note }),
      ...(reading && { reading }),
    };
  if (status !== "open") book.lose(`Layers marked ${status}`, dropped, name);
  if (note) book.lose("Notes on reports", dropped, `${name}: ${note}`);
  if (reading) book.lose("Records of what was read", dropped, name);
  return { ...kept, ...doubt, status: "open", source: null };
}
