import { escapeAttribute, escapeXml } from "../../texts/xml.ts";
import { type Cas, type CasStructure, type CasValue, isReference } from "../cas.ts";

import { typedTexts } from "../feature-text.ts";

/** The sofa's number; a CAS of ours counts from 2. */
const sofa = 1;

/**
 * A CAS of ours as XMI 1.0. All plain values are texts; several values have an element each, links the list of
 * their numbers.
 * @param offset an offset of the text as the file counts it.
 */
export function writeXmi(cas: Cas, offset: (unit: number) => number): string {
  const { text, annotations, facts, others } = cas;
  const packages = packagesIn([...annotations, ...facts, ...others]);
  const place = ({ begin, end }: { begin: number; end: number }) =>
    ` sofa="${sofa}" begin="${offset(begin)}" end="${offset(end)}"`;
  const members = [...annotations, ...facts].map(({ id }) => id).join(" ");
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore"${namespaces(packages)} xmi:version="2.0">`,
    '    <cas:NULL xmi:id="0"/>',
    ...annotations.map((one) => element(one, place(one), packages)),
    ...facts.map((one) => element(one, ` sofa="${sofa}"`, packages)),
    ...others.map((one) => element(one, "", packages)),
    `    <cas:Sofa xmi:id="${sofa}" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="${escapeAttribute(text)}"/>`,
    `    <cas:View sofa="${sofa}" members="${members}"/>`,
    "</xmi:XMI>",
    "",
  ].join("\n");
}

/** A prefix for each package: the last part of its name, numbered where several have the same. */
function packagesIn(structures: readonly CasStructure[]): Map<string, string> {
  const prefixes = new Map<string, string>();
  const taken = new Set(["xmi", "cas"]);
  for (const { type } of structures) {
    const name = packageOf(type);
    if (prefixes.has(name)) continue;
    const last = name.slice(name.lastIndexOf(".") + 1);
    let prefix = last;
    for (let n = 2; taken.has(prefix); n += 1) prefix = `${last}${n}`;
    taken.add(prefix);
    prefixes.set(name, prefix);
  }
  return prefixes;
}

const packageOf = (type: string) => type.slice(0, type.lastIndexOf("."));

function namespaces(packages: ReadonlyMap<string, string>): string {
  return [...packages]
    .map(([name, prefix]) => ` xmlns:${prefix}="http:///${name.replaceAll(".", "/")}.ecore"`)
    .join("");
}

function element(
  { id, type, features }: CasStructure,
  place: string,
  packages: ReadonlyMap<string, string>,
): string {
  const name = `${packages.get(packageOf(type))}${type.slice(type.lastIndexOf(".")).replace(".", ":")}`;
  let attributes = ` xmi:id="${id}"${place}`;
  let children = "";
  for (const [feature, value] of features)
    if (isListOfTexts(value)) children += childrenOf(feature, value);
    else attributes += ` ${feature}="${escapeAttribute(textOf(value))}"`;
  return children === ""
    ? `    <${name}${attributes}/>`
    : `    <${name}${attributes}>${children}</${name}>`;
}

function isListOfTexts(value: CasValue): value is string[] {
  return Array.isArray(value) && value.length > 0 && typeof value[0] === "string";
}

function childrenOf(feature: string, values: readonly string[]): string {
  return values.map((value) => `<${feature}>${escapeXml(value)}</${feature}>`).join("");
}

function textOf(value: CasValue): string {
  if (Array.isArray(value)) return value.map(textOf).join(" ");
  if (isReference(value)) return String(value.ref);
  return value === null || value === false ? "" : typedTexts.write(value);
}
