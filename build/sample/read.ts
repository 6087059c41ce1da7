import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Span, TextRange } from "../../shared/model/annotation.ts";
import type { AnnotatedDocument, DocumentLayer } from "../../shared/model/document.ts";
import { quoteOf } from "../../shared/text/offsets.ts";
import { findSections } from "../../shared/text/sections.ts";
import { placesOf } from "./locate.ts";
import { parseSource, type Source, type SpanLine } from "./source.ts";

/** A line of the source, where it is in the text and whose it is. */
interface PlacedLine {
  line: SpanLine;
  ranges: TextRange[];
  annotators: string[];
}

/** Every report of the folder, by file name. */
export function readAllSamples(folder: string): AnnotatedDocument[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => readSample(readFileSync(join(folder, name), "utf8"), name));
}

/**
 * One report with its layers, from the form that README.md describes.
 * @throws Error that names the file, and the annotators and quote of a span that cannot be placed.
 */
export function readSample(yaml: string, fileName: string): AnnotatedDocument {
  const source = parseSource(yaml, fileName);
  const { title, text, metadata } = source;
  const placed = placeLines(source, fileName);
  return {
    name: basename(fileName, ".yaml"),
    title,
    case: source.case,
    text,
    sections: findSections(text),
    metadata,
    layers: Object.entries(source.layers).map(([key, facts]) => ({
      ...facts,
      ...annotationsOf(source, ownLines(placed, key)),
      relations: [],
      events: [],
      groups: [],
      labels: {},
      source: null,
    })),
  };
}

/** The lines stand in reading order: each is looked for from the start of the one before it. */
function placeLines(source: Source, file: string): PlacedLine[] {
  const marked = new Set<string>();
  let from = 0;
  return source.spans.map((line) => {
    const annotators = line.only ? [line.only] : Object.keys(source.layers);
    const marks = (ranges: TextRange[]) =>
      annotators.map((annotator) => JSON.stringify([annotator, ranges]));
    const free = placesOf(source.text, line.quotes, from).filter(
      (place) => !marks(place).some((mark) => marked.has(mark)),
    );
    const ranges = free[line.nth - 1];
    if (!ranges?.[0]) throw new Error(notFound(file, annotators, line, source.text.slice(from)));
    for (const mark of marks(ranges)) marked.add(mark);
    from = ranges[0].start;
    return { line, ranges, annotators };
  });
}

function notFound(file: string, annotators: string[], line: SpanLine, rest: string): string {
  const who = annotators.join(" and ");
  const place = rest.slice(0, 40).replace(/\s+/gu, " ");
  return `${file}: “${line.quotes.join(" … ")}” of ${who} is not found from “${place}” on`;
}

function ownLines(placed: PlacedLine[], annotator: string): PlacedLine[] {
  return placed.filter(({ annotators }) => annotators.includes(annotator));
}

/** A layer holds the entities that its spans speak of. */
function annotationsOf(
  source: Source,
  placed: PlacedLine[],
): Pick<DocumentLayer, "spans" | "entities"> {
  const spokenOf = new Set(placed.map(({ line }) => line.of));
  const entities = Object.entries(source.entities).filter(([key]) => spokenOf.has(key));
  const ids = new Map(entities.map(([key], index) => [key, `e${index + 1}`]));
  return {
    spans: placed.map(({ line, ranges }, index) => ({
      ...spanOf(source.text, line, ranges),
      id: `s${index + 1}`,
      entity: ids.get(line.of ?? "") ?? null,
    })),
    entities: entities.map(([, entity], index) => ({ ...entity, id: `e${index + 1}` })),
  };
}

function spanOf(text: string, line: SpanLine, ranges: TextRange[]): Omit<Span, "id" | "entity"> {
  const { label, attributes, note } = line;
  const flags = Object.fromEntries(attributes.map((flag) => [flag, true as const]));
  return { label, ranges, quote: quoteOf(text, ranges), attributes: flags, note };
}
