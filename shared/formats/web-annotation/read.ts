import { badFile, type Source } from "../../extract/source.ts";
import { flags } from "../fit/fit-facts.ts";
import type { ReadDocument, ReadOptions } from "../format.ts";
import { type CountedWarnings, countedWarnings } from "../reading/counted-warnings.ts";
import {
  emptyLayer,
  type GivenAnnotation,
  type GivenLayer,
  placeLayers,
} from "../reading/given-layers.ts";
import { parseJson, textOf } from "../reading/json.ts";
import { isRecord, recordsIn, wordIn } from "../reading/json-lines.ts";
import { labelIn, reportText } from "../reading/json-values.ts";
import { bodiesIn, iriOf, type Json, saidBy } from "./bodies.ts";
import { linksIn } from "./links.ts";
import { isAboutPart, placesIn, referencesIn } from "./targets.ts";

/** What is read of one file. */
interface WebReading {
  source: Source;
  warnings: CountedWarnings;
  /** Of annotations whose creator nobody knows. */
  annotator: string;
  /** By creator. */
  layers: Map<string, GivenLayer>;
}

/** An annotation and how a person finds it again. */
export interface Item {
  annotation: Json;
  id: string;
  where: string;
}

/**
 * The one document that the annotations are about.
 * @throws AppError "bad-file" where neither the file nor the one beside it has the text.
 */
export function* readAnnotations(source: Source, options: ReadOptions): Generator<ReadDocument> {
  const value = parseJson(source);
  const warnings = countedWarnings(source.fileName);
  const reading = { source, warnings, annotator: options.annotator, layers: new Map() };
  const all = annotationsIn(value);
  const text = all.find(isText);
  const raw = text
    ? reportText(textBody(text)?.value, "the text", source)
    : besideText(source, options);
  const items = all.filter((one) => one !== text).map((annotation, at) => itemOf(annotation, at));
  const collection = isRecord(value) ? value : {};
  for (const creator of [collection.creator ?? []].flat())
    layerOf(nameOf(creator) || options.annotator, reading);
  readItems(items, text ? (referencesIn(text)[0] ?? null) : null, reading);
  const units = options.offsets ? [options.offsets] : (["codepoint", "utf16"] as const);
  const placed = placeLayers(raw, [...reading.layers.values()], { units, source, warnings });
  const name = documentName(text) ?? options.name;
  const title = wordIn(collection.label) ?? name;
  yield {
    document: { name, title, case: name, ...placed, sections: [], metadata: {} },
    warnings: warnings.sentences(),
  };
}

/** A list, a page, a collection with its first page, a graph, or one annotation. */
function annotationsIn(value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap(annotationsIn);
  if (!isRecord(value)) return [];
  const within = value.items ?? value["@graph"] ?? (isRecord(value.first) ? value.first : null);
  return within === null ? (value.target === undefined ? [] : [value]) : annotationsIn(within);
}

function itemOf(annotation: Json, at: number): Item {
  const id = wordIn(annotation.id) ?? `annotation ${at + 1}`;
  return { annotation, id, where: wordIn(annotation.id) ? `annotation ${id}` : id };
}

/** The annotation that describes a whole source by its plain text, of nobody in particular. */
function isText(annotation: Json): boolean {
  return (
    !isAboutPart(annotation) && annotation.creator === undefined && textBody(annotation) !== null
  );
}

function textBody(annotation: Json): Json | null {
  const [body, ...more] = recordsIn(bodiesIn(annotation));
  if (!body || more.length > 0 || body.format !== "text/plain") return null;
  return (body.purpose ?? annotation.motivation) === "describing" ? body : null;
}

function besideText(source: Source, { beside }: ReadOptions): string {
  if (beside === null)
    throw badFile(source, "has no text; put the .txt file of the same name beside it.");
  return reportText(textOf(beside), "the text", beside);
}

/** As its source is called, where that is a file beside it. */
function documentName(text: Json | undefined): string | null {
  const [source = ""] = text ? referencesIn(text) : [];
  if (source.includes(":") || !source.endsWith(".txt")) return null;
  try {
    return decodeURIComponent(source.slice(0, -".txt".length));
  } catch {
    return null;
  }
}

function readItems(items: readonly Item[], source: string | null, reading: WebReading): void {
  const parts = items.filter(({ annotation }) => isAboutPart(annotation));
  const owners = new Map<string, string>();
  for (const item of parts) readPart(item, source, owners, reading);
  const others = items.filter(({ annotation }) => !isAboutPart(annotation));
  const { links, rest } = linksIn(others, owners, reading.warnings);
  for (const { creator, relation } of links) layerOf(creator, reading).relations.push(relation);
  for (const item of rest) readWhole(item, reading);
}

/** Spans of one layer; `owners` remembers whose they are. */
function readPart(
  { annotation, id, where }: Item,
  source: string | null,
  owners: Map<string, string>,
  reading: WebReading,
): void {
  const { warnings } = reading;
  const isElsewhere = source !== null && referencesIn(annotation).some((one) => one !== source);
  const places = isElsewhere ? null : placesIn(annotation, where, reading);
  if (places === null) {
    warnings.count(
      where,
      "has no offsets in this text, and was left out",
      "have no offsets in this text, and were left out",
    );
    return;
  }
  const creator = creatorOf(annotation, reading);
  owners.set(id, creator);
  const { labels, codes, attributes, note } = saidBy(annotation, bodiesIn(annotation));
  const quotes = places.map(({ quote }) => quote);
  const quote = quotes.every((one) => one !== null) ? quotes.join(" ") : null;
  const ranges = places.map(({ range }) => range);
  const spans = (labels.length === 0 ? [null] : labels).map(
    (label, at): GivenAnnotation => ({
      ...{ id: at === 0 ? id : null, label: labelIn(label, where, warnings), ranges, quote },
      ...{ where, codes, attributes, note },
    }),
  );
  layerOf(creator, reading).spans.push(...spans);
}

/** What is said of the whole text. */
function readWhole({ annotation }: Item, reading: WebReading): void {
  const layer = layerOf(creatorOf(annotation, reading), reading);
  const { labels, attributes, note } = saidBy(annotation, bodiesIn(annotation));
  layer.labels = { ...layer.labels, ...flags(labels), ...attributes };
  layer.note = [layer.note, note].filter((text) => text !== "").join("\n");
}

function layerOf(creator: string, { layers }: WebReading): GivenLayer {
  const known = layers.get(creator) ?? emptyLayer(creator);
  layers.set(creator, known);
  return known;
}

/** Of the annotation, or of the first body that has one, as Recogito does it. */
function creatorOf(annotation: Json, { annotator }: WebReading): string {
  const bodies = recordsIn(bodiesIn(annotation));
  const creators = [annotation, ...bodies].flatMap(({ creator }) => [creator ?? []].flat());
  return creators.map(nameOf).find((name) => name !== "") ?? annotator;
}

function nameOf(creator: unknown): string {
  if (!isRecord(creator)) return wordIn(creator) ?? "";
  const { name, nickname, email } = creator;
  return wordIn(name) ?? wordIn(nickname) ?? wordIn(email) ?? iriOf(creator) ?? "";
}
