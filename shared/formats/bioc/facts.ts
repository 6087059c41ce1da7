import type { Attributes } from "../../model/attributes.ts";
import type { AnnotatedDocument, DocumentLayer } from "../../model/document.ts";
import type { Metadata } from "../../model/report.ts";
import type { Infons } from "./collection.ts";
import { keyOf, nameOf, textAt } from "./infons.ts";
import { annotatorKey } from "./keys.ts";

/*
 * What is known of a report and of an annotator's work on it, as infons of the document. Report labels have
 * "label" before their names; other infons are metadata.
 */

const ownKeys: ReadonlySet<string> = new Set([
  ...["title", "case", annotatorKey, "status", "note", "unsure"],
]);
const labelPrefix = "label ";
const isTaken = (key: string) => ownKeys.has(key) || key.startsWith(labelPrefix);

/** What the document's infons say; null where they do not. */
export interface DocumentFacts {
  title: string | null;
  case: string | null;
  annotator: string | null;
  metadata: Metadata;
  layer: Pick<DocumentLayer, "status" | "note" | "unsure" | "labels">;
}

export function readFacts(infons: Infons): DocumentFacts {
  const others = Object.entries(infons).filter(([key]) => !ownKeys.has(key));
  const labels: Attributes = Object.fromEntries(
    others
      .filter(([key]) => key.startsWith(labelPrefix))
      .map(([key, value]) => [key.slice(labelPrefix.length), value]),
  );
  const metadata = others
    .filter(([key]) => !key.startsWith(labelPrefix))
    .map(([key]) => [nameOf(key, "metadata", isTaken), textAt(infons, key) ?? ""]);
  const status = textAt(infons, "status");
  const note = textAt(infons, "note");
  return {
    title: textAt(infons, "title"),
    case: textAt(infons, "case"),
    annotator: textAt(infons, annotatorKey) || null,
    metadata: Object.fromEntries(metadata),
    layer: {
      status: status === "done" || status === "locked" ? status : "open",
      labels,
      ...(note && { note }),
      ...(infons.unsure === true && { unsure: true }),
    },
  };
}

/** The same as infons, without what a reader knows anyway. @param title what a reader would take for the title. */
export function infonsOfDocument(
  document: AnnotatedDocument,
  layer: DocumentLayer | undefined,
  title: string,
): Infons {
  const { name, metadata } = document;
  const labels = Object.entries(layer?.labels ?? {});
  return {
    ...(document.title !== title && { title: document.title }),
    ...(document.case !== name && { case: document.case }),
    ...(layer && { [annotatorKey]: layer.annotator }),
    ...(layer && layer.status !== "open" && { status: layer.status }),
    ...(layer?.note && { note: layer.note }),
    ...(layer?.unsure && { unsure: true as const }),
    ...Object.fromEntries(
      Object.entries(metadata).map(([key, value]) => [keyOf(key, "metadata", isTaken), value]),
    ),
    ...Object.fromEntries(labels.map(([key, value]) => [labelPrefix + key, value])),
  };
}

/** The title of a report of which no infon says it: its section of that kind. */
export function titleIn({
  name,
  text,
  sections,
}: Pick<AnnotatedDocument, "name" | "text" | "sections">): string {
  const section = sections.find(({ kind }) => kind === "title");
  const words = section === undefined ? "" : text.slice(section.start, section.end);
  return words === "" || words.length > 300 ? name : words;
}
