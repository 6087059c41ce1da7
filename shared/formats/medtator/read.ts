import { badFile, type Source } from "../../extract/source.ts";
import { decodeXml } from "../../extract/xml/decode.ts";
import { exactXml } from "../../extract/xml/parse.ts";
import { elementsOf, rawText, type XmlElement } from "../../extract/xml/tree.ts";
import type { Span } from "../../model/annotation.ts";
import type { Attributes, AttributeValue } from "../../model/attributes.ts";
import type { DocumentLayer } from "../../model/document.ts";
import { quoteOf } from "../../text/offsets.ts";
import type { ReadDocument, ReadOptions } from "../format.ts";
import { type CountedWarnings, countedWarnings } from "../reading/counted-warnings.ts";
import { fragmentsJoined } from "../reading/fragments.ts";
import { type GivenSpan, placeSpans } from "../reading/placing.ts";
import { attributeOf } from "../texts/attribute-text.ts";
import { lineEndsOfFile } from "./line-ends.ts";
import { readLinks } from "./links.ts";
import { type Extent, isOwnName, type SortedTags, sortTags, type Tag } from "./tags.ts";

/**
 * Reads MedTator's and MAE's XML, and its older kin with `start` and `end` such as i2b2's and MEDDOCAN's, where
 * each tag's TYPE is its label. Tags of the whole text become report labels, links of two ends relations, others events.
 * @throws AppError "bad-file" for XML without a TEXT, and for offsets that are none or outside the text.
 */
export function* readMedtator(source: Source, options: ReadOptions): Generator<ReadDocument> {
  const root = exactXml(source);
  const textElement = part(root, "TEXT");
  if (textElement === null)
    throw badFile(
      source,
      "has no TEXT below its first element; export it again from MedTator or MAE.",
    );
  const warnings = countedWarnings(source.fileName);
  const tags = sortTags(part(root, "TAGS"), (problem) => badFile(source, problem));
  const text = rawText(textElement);
  const given = tags.extents.map((tag) => inTextsLetters(givenSpan(tag), text, warnings));
  const raw = lineEndsOfFile(text, decodeXml(source, source.bytes), given);
  const units = options.offsets ? [options.offsets] : (["utf16", "codepoint"] as const);
  const placed = placeSpans(raw, given, { units, source, warnings });
  const label = labelling(tags.extents, warnings);
  const spans = tags.extents.map((tag, at): Span => {
    const { ranges, quote, flag } = placed.spans[at] ?? { ranges: [], quote: "" };
    const details = { attributes: attributesOf(tag, label.attribute), note: noteOf(tag) };
    return {
      ...{ id: tag.id, label: label.of(tag), ranges, quote, ...details, entity: null },
      ...(flag !== undefined && { flag }),
    };
  });
  const { name } = options;
  const layer = layerOf(tags, spans, options.annotator, warnings);
  const facts = { name, title: name, case: name, sections: [], metadata: {} };
  yield {
    document: { ...facts, text: placed.text, layers: [layer] },
    warnings: warnings.sentences(),
  };
}

function part(root: XmlElement, name: string): XmlElement | null {
  return elementsOf(root).find((child) => child.name.toUpperCase() === name) ?? null;
}

function layerOf(
  tags: SortedTags,
  spans: Span[],
  annotator: string,
  warnings: CountedWarnings,
): DocumentLayer {
  const { relations, events } = readLinks(tags.links, new Set(spans.map(({ id }) => id)), warnings);
  const labels = reportLabels(tags.ofText, warnings);
  const rest = { entities: [], groups: [], status: "open" as const, source: null };
  return { annotator, spans, relations, events, labels, ...rest };
}

/** Fragments are quoted with three dots between them. */
function givenSpan({ ranges, attributes, where }: Extent): GivenSpan {
  const quoted = attributes.get("text");
  return { ranges, quote: quoted ? fragmentsJoined(quoted, ranges.length) : null, where };
}

/** MedTator's hints quote what was marked elsewhere, where a word may begin with another letter. */
function inTextsLetters(span: GivenSpan, text: string, warnings: CountedWarnings): GivenSpan {
  const { quote, ranges, where } = span;
  const there = quoteOf(text, ranges);
  if (quote === null || quote === there || quote.toLowerCase() !== there.toLowerCase()) return span;
  warnings.count(
    where,
    "quotes its words in capital or small letters other than the text’s, and was read as in the text",
    "quote their words in capital or small letters other than the text’s, and were read as in the text",
  );
  return { ...span, quote: there };
}

interface Labelling {
  of(tag: Tag): string;
  /** The attribute that is the label. */
  attribute: string | null;
}

/** Where tags have `start` and `end` the element is only the group that their TYPE belongs to. */
function labelling(extents: readonly Extent[], warnings: CountedWarnings): Labelling {
  const hasTypes = extents.every(
    ({ attributes }) => attributes.has("start") && attributes.get("TYPE"),
  );
  if (!hasTypes || extents.length === 0) return { of: ({ name }) => name, attribute: null };
  warnings.say("the TYPE of each tag was read as its label, and the tag’s own name left out.");
  return { of: ({ name, attributes }) => attributes.get("TYPE") || name, attribute: "TYPE" };
}

/** What an annotator says of a tag; an empty value says nothing. */
function attributesOf({ attributes }: Tag, without: string | null): Attributes {
  const said = [...attributes].filter(
    ([name, value]) => !isOwnName(name) && name !== "comment" && name !== without && value !== "",
  );
  return Object.fromEntries(said.map(([name, value]) => [name, attributeOf(value)]));
}

function noteOf({ attributes }: Tag): string {
  return attributes.get("comment") ?? "";
}

/** A tag of the whole text is a flag or has a value; what else it says has the tag's name before its own. */
function reportLabels(tags: readonly Tag[], warnings: CountedWarnings): Attributes {
  const labels = new Map<string, AttributeValue>();
  for (const tag of tags) {
    if (labels.has(tag.name)) {
      warnings.count(
        tag.where,
        "is given twice for the whole text, and was left out the second time",
        "are given twice for the whole text, and were left out the second time",
      );
      continue;
    }
    const { value = true, ...others } = attributesOf(tag, null);
    labels.set(tag.name, value);
    for (const [name, other] of Object.entries(others)) labels.set(`${tag.name}_${name}`, other);
    if (noteOf(tag) !== "") labels.set(`${tag.name}_comment`, attributeOf(noteOf(tag)));
  }
  return Object.fromEntries(labels);
}
