import { badFile, type Source } from "../../extract/source.ts";
import { parseXml } from "../../extract/xml/parse.ts";
import { childNamed, childrenNamed, rawText, type XmlElement } from "../../extract/xml/tree.ts";
import type { AttributeValue } from "../../model/attributes.ts";
import { attributeOf, attributeText, fitAttributeTexts } from "../attribute-text.ts";
import type { Format } from "../format.ts";
import { addUpLosses } from "../losses.ts";
import { escapeAttribute, escapeXml } from "../xml.ts";
import type {
  BioCAnnotation,
  BioCDocument,
  BioCMarks,
  BioCPassage,
  BioCRelation,
  BioCSentence,
  Infons,
} from "./collection.ts";
import { bioCHolds, fitToBioC } from "./fit.ts";
import { readCollection } from "./read.ts";
import { bioCDocument } from "./write.ts";
import { fitXmlText } from "./xml-text.ts";

/** BioC XML, written as bioc_v1.dtd has it; both versions of it are read. */
export const bioCXml: Format = {
  id: "bioc-xml",
  title: "BioC XML",
  unit: "codepoint",
  reader: {
    endings: [".xml"],
    recognises: (head) => /<collection[\s>]/.test(head) && /<document[\s>]|BioC/.test(head),
    byLine: false,
    read(source, options) {
      return readCollection(documentsOf(source), source, options);
    },
  },
  writer: {
    holds: bioCHolds,
    files: "one",
    endings: [".xml"],
    fit(document) {
      const general = fitToBioC(document);
      const texts = fitAttributeTexts(general.document);
      const signs = fitXmlText(texts.document);
      const losses = [...general.losses, ...texts.losses, ...signs.losses];
      return { document: signs.document, losses: addUpLosses(losses) };
    },
    begin: () =>
      '<?xml version="1.0" encoding="UTF-8"?>\n<collection>\n<source>Casemark</source>\n<date></date>\n<key></key>\n',
    end: () => "</collection>\n",
    write: (document, options) => [documentXml(bioCDocument(document, options))],
  },
};

function documentsOf(source: Source): BioCDocument[] {
  const { root } = parseXml(source, source.bytes);
  const documents = root.name === "document" ? [root] : childrenNamed(root, "document");
  if (root.name !== "collection" && root.name !== "document")
    throw badFile(
      source,
      `is no BioC file: it begins with <${root.name}>, not with <collection>; choose its own format.`,
    );
  return documents.map((element, at) => readDocument(element, at, source));
}

/** The text of an attribute, or of an element right below, as versions 2 and 1 have it. */
function fieldOf(element: XmlElement, name: string): string | null {
  const child = childNamed(element, name);
  return element.attributes.get(name) ?? (child && rawText(child));
}

function readDocument(element: XmlElement, at: number, source: Source): BioCDocument {
  const id = fieldOf(element, "id") ?? "";
  const reading = { source, where: `document ${id.trim() || at + 1}` };
  const passages = childrenNamed(element, "passage");
  // Version 2 allows text and sentences right below the document.
  const isPassage = passages.length === 0 && childrenNamed(element, "text", "sentence").length > 0;
  const own = { infons: infonsOf(element), ...marksOf(element, reading) };
  if (!isPassage)
    return { id, ...own, passages: passages.map((passage) => readPassage(passage, reading)) };
  const text = childNamed(element, "text");
  const sentences = childrenNamed(element, "sentence").map((one) => readStretch(one, reading));
  const whole = { infons: {}, offset: 0, text: text && rawText(text), sentences };
  return { id, ...own, passages: [{ ...whole, annotations: [], relations: [] }] };
}

/** What readers of parts are told: the file, and the document as a person finds it. */
interface Reading {
  source: Source;
  where: string;
}

function readPassage(element: XmlElement, reading: Reading): BioCPassage {
  const sentences = childrenNamed(element, "sentence").map((one) => readStretch(one, reading));
  return { ...readStretch(element, reading), sentences };
}

function readStretch(element: XmlElement, reading: Reading): BioCSentence {
  return {
    infons: infonsOf(element),
    offset: numberIn(fieldOf(element, "offset"), `the offset of a ${element.name}`, reading),
    text: textBelow(element),
    ...marksOf(element, reading),
  };
}

function textBelow(element: XmlElement): string | null {
  const text = childNamed(element, "text");
  return text && rawText(text);
}

function numberIn(text: string | null, what: string, { source, where }: Reading): number {
  if (text !== null && /^\s*\d{1,15}\s*$/.test(text)) return Number(text);
  const given = text === null ? "nothing" : `"${text.slice(0, 40)}"`;
  throw badFile(
    source,
    `has no whole number as ${what} in ${where} but ${given}; correct it and import it again.`,
  );
}

/** Infons by their keys; what is there more than once is a list. */
function infonsOf(element: XmlElement): Infons {
  const values = new Map<string, string[]>();
  for (const infon of childrenNamed(element, "infon")) {
    const key = infon.attributes.get("key") ?? "";
    values.set(key, [...(values.get(key) ?? []), rawText(infon)]);
  }
  return Object.fromEntries(Array.from(values, ([key, all]) => [key, valueOf(all)]));
}

function valueOf(texts: string[]): AttributeValue {
  const [only = "", ...more] = texts;
  return more.length > 0 ? texts : attributeOf(only);
}

function marksOf(element: XmlElement, reading: Reading): BioCMarks {
  return {
    annotations: childrenNamed(element, "annotation").map((one) => readAnnotation(one, reading)),
    relations: childrenNamed(element, "relation").map(readRelation),
  };
}

function readAnnotation(element: XmlElement, reading: Reading): BioCAnnotation {
  const id = element.attributes.get("id") ?? "";
  const locations = childrenNamed(element, "location").map(({ attributes }) => {
    const at = (name: string) =>
      numberIn(attributes.get(name) ?? null, `the ${name} of annotation ${id}`, reading);
    return { offset: at("offset"), length: at("length") };
  });
  return { id, infons: infonsOf(element), locations, text: textBelow(element) };
}

function readRelation(element: XmlElement): BioCRelation {
  const nodes = childrenNamed(element, "node").map(({ attributes }) => ({
    refid: attributes.get("refid") ?? "",
    role: attributes.get("role") ?? "",
  }));
  return { id: element.attributes.get("id") ?? "", infons: infonsOf(element), nodes };
}

const tag = (name: string, text: string) => `<${name}>${escapeXml(text)}</${name}>\n`;

function documentXml({ id, infons, passages, annotations, relations }: BioCDocument): string {
  return [
    "<document>\n",
    tag("id", id),
    infonsXml(infons),
    ...passages.map(passageXml),
    ...annotations.map(annotationXml),
    ...relations.map(relationXml),
    "</document>\n",
  ].join("");
}

function passageXml({ infons, offset, text, annotations }: BioCPassage): string {
  return [
    "<passage>\n",
    infonsXml(infons),
    tag("offset", String(offset)),
    tag("text", text ?? ""),
    ...annotations.map(annotationXml),
    "</passage>\n",
  ].join("");
}

function infonsXml(infons: Infons): string {
  return Object.entries(infons)
    .flatMap(([key, value]) => {
      const texts = Array.isArray(value) && value.length > 1 ? value : [attributeText(value)];
      return texts.map(
        (text) => `<infon key="${escapeAttribute(key)}">${escapeXml(text)}</infon>\n`,
      );
    })
    .join("");
}

function annotationXml({ id, infons, locations, text }: BioCAnnotation): string {
  return [
    `<annotation id="${escapeAttribute(id)}">\n`,
    infonsXml(infons),
    ...locations.map(({ offset, length }) => `<location offset="${offset}" length="${length}"/>\n`),
    tag("text", text ?? ""),
    "</annotation>\n",
  ].join("");
}

function relationXml({ id, infons, nodes }: BioCRelation): string {
  return [
    `<relation id="${escapeAttribute(id)}">\n`,
    infonsXml(infons),
    ...nodes.map(
      ({ refid, role }) =>
        `<node refid="${escapeAttribute(refid)}" role="${escapeAttribute(role)}"/>\n`,
    ),
    "</relation>\n",
  ].join("");
}
