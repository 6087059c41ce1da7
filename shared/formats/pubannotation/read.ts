import { badFile, type Source } from "../../extract/source.ts";
import type { DocumentLayer } from "../../model/document.ts";
import { type Section, SectionKind } from "../../model/report.ts";
import { hullOf } from "../../text/offsets.ts";
import type { ReadDocument, ReadOptions } from "../format.ts";
import { type CountedWarnings, countedWarnings } from "../reading/counted-warnings.ts";
import { emptyLayer, type GivenLayer, placeLayers, plainSpan } from "../reading/given-layers.ts";
import { parseJson } from "../reading/json.ts";
import { recordAt, recordsIn, wordIn } from "../reading/json-lines.ts";
import { labelIn, metadataIn, reportText } from "../reading/json-values.ts";
import type { Json } from "./facts.ts";
import { rangesIn, trackLayer } from "./track.ts";

interface Reading {
  source: Source;
  options: ReadOptions;
  warnings: CountedWarnings;
}

/**
 * Every document in the file, which is one or a list.
 * @throws AppError "bad-file" for one without a text, and for offsets that are no places in it.
 */
export function* readDocuments(source: Source, options: ReadOptions): Generator<ReadDocument> {
  const value = parseJson(source);
  const documents = Array.isArray(value) ? value : [value];
  for (const [at, one] of documents.entries()) {
    const where = `document ${at + 1}`;
    const fallback = documents.length === 1 ? options.name : `${options.name}-${at + 1}`;
    const reading = { source, options, warnings: countedWarnings(source.fileName) };
    yield readDocument(recordAt(one, where, source), where, fallback, reading);
  }
}

const annotationKeys = ["denotations", "relations", "attributes", "modifications"] as const;
const unread = ["config", "namespaces", "typesettings"] as const;
const taken: ReadonlySet<string> = new Set([
  ...[...annotationKeys, ...unread, "text", "blocks", "tracks", "project"],
]);

function readDocument(
  record: Json,
  where: string,
  fallback: string,
  { source, options, warnings }: Reading,
): ReadDocument {
  if (Array.isArray(record.text))
    throw badFile(
      source,
      `has pieces of a text at ${where}, as a search finds them; get the whole document from PubAnnotation.`,
    );
  const raw = reportText(record.text, where, source);
  if (unread.some((key) => record[key] !== undefined))
    warnings.count(
      where,
      "has a configuration, namespaces or typesetting, which were left out",
      "have a configuration, namespaces or typesetting, which were left out",
    );
  const reading = { source, warnings };
  const blocks = recordsIn(record.blocks);
  const given = [blockLayer(blocks, where, reading), ...layersIn(record, where, options, reading)];
  const units = [options.offsets ?? "codepoint"] as const;
  const placed = placeLayers(raw, given, { units, source, warnings });
  const [sections, ...layers] = placed.layers;
  const metadata = metadataIn(record, taken);
  const name = nameOf(record) ?? fallback;
  if (metadata.sourcedb === undefined) delete metadata.sourceid;
  return {
    document: {
      ...{ name, title: name, case: name, text: placed.text, metadata, layers },
      sections: sectionsOf(blocks, sections, recordsIn(record.attributes)),
    },
    warnings: warnings.sentences(),
  };
}

/** By the database that the text is from and its number there. */
function nameOf({ sourcedb, sourceid, divid }: Json): string | null {
  const id = typeof sourceid === "number" ? String(sourceid) : wordIn(sourceid);
  if (id === null || sourcedb === undefined) return id;
  const parts = [sourcedb, id, divid].filter((part) => part !== undefined && part !== null);
  return parts.join("-");
}

type TrackReading = Parameters<typeof trackLayer>[3];

/** The document's own annotations and those of its tracks, each a layer of its project. */
function layersIn(
  record: Json,
  where: string,
  { annotator }: ReadOptions,
  reading: TrackReading,
): GivenLayer[] {
  const hasOwn = annotationKeys.some((key) => key !== "attributes" && record[key] !== undefined);
  const blocks = new Set(recordsIn(record.blocks).map(({ id }) => String(id)));
  const own = hasOwn
    ? [trackLayer({ ...record, blocks }, wordIn(record.project) ?? annotator, where, reading)]
    : [];
  const tracks = recordsIn(record.tracks).map((track, at) => {
    const number = own.length + at === 0 ? "" : ` ${own.length + at + 1}`;
    const project = wordIn(track.project) ?? `${annotator}${number}`;
    return trackLayer({ ...track, blocks }, project, `${where}, track ${at + 1}`, reading);
  });
  return [...own, ...tracks];
}

function blockLayer(blocks: readonly Json[], where: string, reading: TrackReading): GivenLayer {
  const spans = blocks.map(({ span, obj }, at) => {
    const place = `${where}, block ${at + 1}`;
    const ranges = rangesIn(span, place, reading);
    return plainSpan({ ranges, quote: null, where: place }, labelIn(obj, place, reading.warnings));
  });
  return { ...emptyLayer(""), spans };
}

/** A block's kind as a section's where there is one of that name, else as its title. */
function sectionsOf(
  blocks: readonly Json[],
  placed: DocumentLayer | undefined,
  attributes: readonly Json[],
): Section[] {
  const titles = new Map(
    attributes.flatMap(({ subj, pred, obj }) =>
      pred === "title" && typeof obj === "string" ? [[subj, obj] as const] : [],
    ),
  );
  return (placed?.spans ?? []).map(({ label, ranges }, at) => {
    const kind = SectionKind.safeParse(label);
    const title = titles.get(blocks[at]?.id) ?? (kind.success ? "" : label);
    return { ...hullOf(ranges), kind: kind.success ? kind.data : "other", title };
  });
}
