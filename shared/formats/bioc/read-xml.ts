import { badFile, type Source } from "../../extract/source.ts";
import { exactXml } from "../../extract/xml/parse.ts";
import { childNamed, childrenNamed, rawText, type XmlElement } from "../../extract/xml/tree.ts";
import type { AttributeValue } from "../../model/attributes.ts";
import { shortenedQuote } from "../../text/offsets.ts";
import { attributeOf } from "../texts/attribute-text.ts";
import type {
  BioCAnnotation,
  BioCDocument,
  BioCMarks,
  BioCPassage,
  BioCRelation,
  BioCSentence,
  Infons,
} from "./collection.ts";

/** The documents of a collection, or the one document that is the whole file. @throws AppError "bad-file". */
export function* documentsOfXml(source: Source): Generator<BioCDocument> {
  const root = exactXml(source);
  if (root.name !== "collection" && root.name !== "document")
    throw badFile(
      source,
      `is no BioC file: its outermost element is ${root.name}, not collection; choose its own format.`,
    );
  const documents = root.name === "document" ? [root] : childrenNamed(root, "document");
  for (const [at, element] of documents.entries()) yield readDocument(element, at, source);
}

/** What readers of parts are told: the file, and the document as a person finds it. */
interface Reading {
  source: Source;
  where: string;
}

function readDocument(element: XmlElement, at: number, source: Source): BioCDocument {
  const id = fieldOf(element, "id") ?? "";
  const reading = { source, where: `document ${id.trim() || at + 1}` };
  const { passages, sentences, infons, annotations, relations } = partsOf(element, reading);
  const text = passages.length === 0 ? textBelow(element, "text") : null;
  // Version 2 allows text and sentences right below the document.
  if (text !== null || sentences.length > 0)
    passages.push({ infons: {}, offset: 0, text, sentences, annotations: [], relations: [] });
  return { id, infons, annotations, relations, passages };
}

/** The text of an attribute, or of an element right below, as versions 2 and 1 have it. */
function fieldOf(element: XmlElement, name: string): string | null {
  return element.attributes.get(name) ?? textBelow(element, name);
}

function textBelow(element: XmlElement, name: string): string | null {
  const child = childNamed(element, name);
  return child && rawText(child);
}

interface Parts extends BioCMarks {
  infons: Infons;
  passages: BioCPassage[];
  sentences: BioCSentence[];
}

/** All that stands right below a document, a passage or a sentence. */
function partsOf(element: XmlElement, reading: Reading): Parts {
  const infons = new Map<string, string[]>();
  const parts: Parts = { infons: {}, annotations: [], relations: [], passages: [], sentences: [] };
  for (const child of element.children) {
    if (typeof child === "string") continue;
    if (child.name === "annotation") parts.annotations.push(readAnnotation(child, reading));
    else if (child.name === "relation") parts.relations.push(readRelation(child));
    else if (child.name === "passage") parts.passages.push(readPassage(child, reading));
    else if (child.name === "sentence") parts.sentences.push(readPassage(child, reading));
    else if (child.name === "infon") addInfon(child, infons);
  }
  return { ...parts, infons: infonsOf(infons) };
}

function readPassage(element: XmlElement, reading: Reading): BioCPassage {
  const { infons, sentences, annotations, relations } = partsOf(element, reading);
  const given = fieldOf(element, "offset");
  const offset = numberIn(given, "the offset of a passage or sentence", reading);
  return { infons, offset, text: textBelow(element, "text"), sentences, annotations, relations };
}

function numberIn(text: string | null, what: string, { source, where }: Reading): number {
  if (text !== null && /^\s*\d{1,15}\s*$/.test(text)) return Number(text);
  const given = text === null ? "nothing" : `"${shortenedQuote(text)}"`;
  throw badFile(
    source,
    `has no whole number as ${what} in ${where} but ${given}; correct it and import it again.`,
  );
}

function addInfon(infon: XmlElement, infons: Map<string, string[]>): void {
  const key = infon.attributes.get("key") ?? "";
  const known = infons.get(key);
  if (known === undefined) infons.set(key, [rawText(infon)]);
  else known.push(rawText(infon));
}

/** Infons by their keys; what is there more than once is a list. */
function infonsOf(texts: ReadonlyMap<string, string[]>): Infons {
  return Object.fromEntries(Array.from(texts, ([key, all]) => [key, infonOf(all)]));
}

function infonOf(texts: string[]): AttributeValue {
  const [only = "", ...more] = texts;
  return more.length > 0 ? texts : attributeOf(only);
}

function readAnnotation(element: XmlElement, reading: Reading): BioCAnnotation {
  const id = element.attributes.get("id") ?? "";
  const infons = new Map<string, string[]>();
  const annotation: BioCAnnotation = { id, infons: {}, locations: [], text: null };
  for (const child of element.children) {
    if (typeof child === "string") continue;
    if (child.name === "infon") addInfon(child, infons);
    else if (child.name === "text") annotation.text = rawText(child);
    else if (child.name === "location") {
      const at = (name: string) => child.attributes.get(name) ?? null;
      annotation.locations.push({
        offset: numberIn(at("offset"), `the offset of annotation ${id}`, reading),
        length: numberIn(at("length"), `the length of annotation ${id}`, reading),
      });
    }
  }
  return { ...annotation, infons: infonsOf(infons) };
}

function readRelation(element: XmlElement): BioCRelation {
  const infons = new Map<string, string[]>();
  const nodes: BioCRelation["nodes"] = [];
  for (const child of element.children) {
    if (typeof child === "string") continue;
    if (child.name === "infon") addInfon(child, infons);
    else if (child.name === "node")
      nodes.push({
        refid: child.attributes.get("refid") ?? "",
        role: child.attributes.get("role") ?? "",
      });
  }
  return { id: element.attributes.get("id") ?? "", infons: infonsOf(infons), nodes };
}
