import { onOneLine, type Source } from "../../extract/source.ts";
import type { Metadata, Section } from "../../model/report.ts";
import type { FileUnit } from "../../text/offsets.ts";
import type { ReadDocument, ReadOptions } from "../format.ts";
import { type CountedWarnings, countedWarnings } from "../reading/counted-warnings.ts";
import type { BioCDocument } from "./collection.ts";
import { readFacts, titleIn } from "./facts.ts";
import { allRelations, bratDetails } from "./from-brat.ts";
import { textAt } from "./infons.ts";
import { layersOf } from "./layers.ts";
import { type Pieces, piecesOf } from "./pieces.ts";
import { placePieces } from "./place-pieces.ts";
import { passageKeys, sectionsOf } from "./sections.ts";

/** Code points, as BioC's libraries count; the specification's bytes and Java's units are known too. */
const units: readonly FileUnit[] = ["codepoint", "utf16", "byte"];

/**
 * The documents of a collection as ours.
 * @throws AppError "bad-file" for offsets outside the text.
 */
export function* readCollection(
  documents: Iterable<BioCDocument>,
  source: Source,
  options: ReadOptions,
): Generator<ReadDocument> {
  const named = names(options.name);
  for (const document of documents)
    yield readDocument(document, named(document.id), source, options);
}

/** A name for each document of a file: its id, or else the file's name; the second of one name has a number. */
export function names(fileName: string): (id: string) => string {
  const counts = new Map<string, number>();
  return (id) => {
    const name = id.trim() || fileName;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count === 1 ? name : `${name}-${count}`;
  };
}

function readDocument(
  document: BioCDocument,
  name: string,
  source: Source,
  { name: inFile, annotator, offsets }: ReadOptions,
): ReadDocument {
  const warnings = countedWarnings(shownAs(document, source, inFile));
  const details = bratDetails(allRelations(document), warnings);
  const pieces = withLocations(piecesOf(document), warnings);
  const options = { units: offsets === null ? units : [offsets], source, warnings };
  const { text, spans: placed, places } = placePieces(pieces, options);
  const sections = sectionsIn(document, pieces, places, text);
  const facts = readFacts(document.infons);
  const layers = layersOf(
    pieces.annotations.flatMap((annotation, at) => {
      const place = placed[at];
      return place === undefined ? [] : [{ ...annotation, place }];
    }),
    details,
    { facts, annotator },
    warnings,
  );
  const content = { name, text, sections };
  return {
    document: {
      ...content,
      title: facts.title ?? titleIn(content),
      case: facts.case ?? name,
      metadata: { ...frontMatter(document, warnings), ...facts.metadata },
      layers,
    },
    warnings: warnings.sentences(),
  };
}

/** The file, and which of its documents where that has a name of its own. */
function shownAs({ id }: BioCDocument, { fileName }: Source, inFile: string): string {
  const own = id.trim();
  return own === "" || own === inFile ? fileName : `${fileName}, document ${onOneLine(own)}`;
}

/** Without annotations that are nowhere in the text, which are counted. */
function withLocations(pieces: Pieces, warnings: CountedWarnings): Pieces {
  const annotations = pieces.annotations.filter(({ id, locations }) => {
    if (locations.length === 0)
      warnings.count(
        `annotation ${id}`,
        "has no place in the text, and was left out",
        "have no place in the text, and were left out",
      );
    return locations.length > 0;
  });
  return { ...pieces, annotations };
}

function sectionsIn(
  document: BioCDocument,
  { passages, pieces }: Pieces,
  places: readonly number[],
  text: string,
): Section[] {
  const endOf = (piece: number) =>
    Math.min((places[piece] ?? 0) + (pieces[piece]?.text.length ?? 0), text.length);
  const read = passages.flatMap(({ first, after }, at) => {
    const infons = document.passages[at]?.infons ?? {};
    if (first === after) return [];
    return [{ infons, start: places[first] ?? 0, end: endOf(after - 1) }];
  });
  return sectionsOf(read, text);
}

const known: ReadonlySet<string> = new Set(passageKeys);

/** What the first passage says of the article, as PubMed Central has it there; other infons are counted. */
function frontMatter({ passages }: BioCDocument, warnings: CountedWarnings): Metadata {
  const front = textAt(passages[0]?.infons ?? {}, "type") === "front" ? passages[0] : undefined;
  for (const passage of passages) {
    const keys = passage === front ? [] : Object.keys(passage.infons).filter(isUnknown);
    const inSentences = passage.sentences.flatMap(({ infons }) => Object.keys(infons));
    for (const key of [...keys, ...inSentences])
      warnings.count(
        `infon ${key}`,
        "of a passage or sentence has no place here, and was left out",
        "of passages and sentences have no place here, and were left out",
      );
  }
  const infons = front?.infons ?? {};
  const facts = Object.keys(infons).filter(isUnknown);
  return Object.fromEntries(facts.map((key) => [key, textAt(infons, key) ?? ""]));
}

const isUnknown = (key: string) => !known.has(key);
