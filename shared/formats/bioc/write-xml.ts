import { attributeText } from "../texts/attribute-text.ts";
import { escapeAttribute, escapeXml } from "../texts/xml.ts";
import type {
  BioCAnnotation,
  BioCDocument,
  BioCPassage,
  BioCRelation,
  Infons,
} from "./collection.ts";

const tag = (name: string, text: string) => `<${name}>${escapeXml(text)}</${name}>\n`;

/** A document in the order of bioc_v1.dtd, each element on a line of its own. */
export function documentXml({
  id,
  infons,
  passages,
  annotations,
  relations,
}: BioCDocument): string {
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
