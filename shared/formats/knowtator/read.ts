import { badFile, type Source } from "../../extract/source.ts";
import { exactXml } from "../../extract/xml/parse.ts";
import type { Span } from "../../model/annotation.ts";
import type { DocumentLayer } from "../../model/document.ts";
import type { ReadDocument, ReadOptions } from "../format.ts";
import { type CountedWarnings, countedWarnings } from "../reading/counted-warnings.ts";
import { fragmentsJoined } from "../reading/fragments.ts";
import { textOf } from "../reading/json.ts";
import { type GivenSpan, type PlacedSpan, placeSpans } from "../reading/placing.ts";
import { freeNames } from "../texts/free-names.ts";
import { linksOf } from "./links.ts";
import { type Mention, mentionsOf } from "./mentions.ts";

/**
 * Reads Knowtator's XML, as eHOST writes it beside each text. Each annotator has a layer of their own; classes are labels,
 * slots attributes, and slots that name other annotations relations.
 * @throws AppError "bad-file" without the text, for other XML, and for offsets outside the text.
 */
export function* readKnowtator(source: Source, options: ReadOptions): Generator<ReadDocument> {
  const root = exactXml(source);
  if (root.name !== "annotations")
    throw badFile(
      source,
      "has no annotations as its first element; export it again from Knowtator or eHOST.",
    );
  const { beside } = options;
  if (beside === null)
    throw badFile(source, `has no text; put the file "${textFileOf(source.fileName)}" beside it.`);
  // Read once for its errors; offsets may count the byte order mark.
  const raw = textOf(beside) && beside.decode(beside.bytes, "utf-8");
  const warnings = countedWarnings(source.fileName);
  const mentions = withOwnIds(mentionsOf(root));
  const marking = mentions.filter(({ ranges }) => ranges.length > 0);
  const units = options.offsets ? [options.offsets] : (["utf16", "codepoint"] as const);
  const placed = placeSpans(
    raw ?? "",
    marking.map((one) => givenSpan(one, source)),
    {
      ...{ units, source, warnings },
    },
  );
  const places = new Map(marking.map((mention, at) => [mention, placed.spans[at]]));
  warnOfUnkept(mentions, warnings);
  const layers = layersOf(mentions, places, options.annotator, warnings);
  const name = documentName(options.name);
  const facts = { name, title: name, case: name, sections: [], metadata: {} };
  yield { document: { ...facts, text: placed.text, layers }, warnings: warnings.sentences() };
}

/** "report.txt.knowtator.xml" lies beside "report.txt". */
export function textFileOf(fileName: string): string {
  const bare = fileName.replace(/(\.knowtator)?\.xml$/i, "");
  return /\.txt$/i.test(bare) ? bare : `${bare}.txt`;
}

function documentName(name: string): string {
  return name.replace(/\.knowtator$/i, "").replace(/\.txt$/i, "") || name;
}

/** Every mention with an id that no other has. */
function withOwnIds(mentions: readonly Mention[]): Mention[] {
  const idOf = freeNames("-");
  return mentions.map((mention) => ({ ...mention, id: idOf(mention.id || "annotation") }));
}

function givenSpan({ id, ranges, quote }: Mention, source: Source): GivenSpan {
  const where = `annotation ${id}`;
  if (ranges.some(({ start, end }) => Number.isNaN(start) || Number.isNaN(end)))
    throw badFile(
      source,
      `has a span without offsets: ${where}; export it again from Knowtator or eHOST.`,
    );
  return { ranges, quote: quote ? fragmentsJoined(quote, ranges.length) : null, where };
}

function warnOfUnkept(mentions: readonly Mention[], warnings: CountedWarnings): void {
  for (const { id, hasDate, className, label } of mentions) {
    const where = `annotation ${id}`;
    if (label === null)
      warnings.count(
        where,
        'has no class, and was labelled "annotation"',
        'have no class, and were labelled "annotation"',
      );
    if (className !== "")
      warnings.count(
        where,
        "has another name for its class, which was left out",
        "have other names for their classes, which were left out",
      );
    if (hasDate)
      warnings.count(
        where,
        "says when it was made, which was left out",
        "say when they were made, which was left out",
      );
  }
}

/** One for each annotator, in the order in which they come. */
function layersOf(
  mentions: readonly Mention[],
  places: ReadonlyMap<Mention, PlacedSpan | undefined>,
  annotator: string,
  warnings: CountedWarnings,
): DocumentLayer[] {
  const byAnnotator = Map.groupBy(mentions, (mention) => mention.annotator || annotator);
  if (byAnnotator.size === 0) byAnnotator.set(annotator, []);
  return Array.from(byAnnotator, ([name, own]) => {
    const spans = own.flatMap((mention) => {
      const place = places.get(mention);
      return place ? [spanOf(mention, place)] : [];
    });
    const links = linksOf(own, new Set(spans.map(({ id }) => id)), warnings);
    const rest = { entities: [], labels: {}, status: "open" as const, source: null };
    return { annotator: name, spans, ...links, ...rest };
  });
}

function spanOf(
  { id, label, attributes, note }: Mention,
  { ranges, quote, flag }: PlacedSpan,
): Span {
  return {
    ...{ id, label: label ?? "annotation", ranges, quote, note, entity: null },
    attributes: Object.fromEntries(attributes),
    ...(flag !== undefined && { flag }),
  };
}
