import type { Source } from "../../../extract/source.ts";
import { badFile } from "../../../extract/source.ts";
import { exactXml } from "../../../extract/xml/parse.ts";
import { elementsOf, rawText, type XmlElement } from "../../../extract/xml/tree.ts";
import { getOrMake } from "../../../get-or-make.ts";

/** A feature structure as XMI has it: every value a text, or several in elements of their own. */
export interface XmiStructure {
  id: number;
  /** The full name of its type. */
  type: string;
  /** By the features' names; names with a colon are XMI's own. */
  values: ReadonlyMap<string, string | string[]>;
}

const xmi = "http://www.omg.org/XMI";

/**
 * Every feature structure of an XMI 1.0 or 1.1 file, in order, sofas and views among them.
 * @throws AppError "bad-file" for what is no XMI of UIMA, or a structure without a number.
 */
export function parseXmi(source: Source): XmiStructure[] {
  const root = exactXml(source, { [xmi]: "xmi" });
  if (root.name !== "xmi:XMI")
    throw badFile(
      source,
      "is XML but no UIMA CAS in XMI: it does not begin with xmi:XMI; check the format.",
    );
  const ofRoot = new Map<string, string>();
  return elementsOf(root).map((element) => {
    const type = getOrMake(ofRoot, element.name, () => typeOf(element, root));
    return structureOf(source, element, declaresNames(element) ? typeOf(element, root) : type);
  });
}

/** Whether it may have a namespace of its own, unlike the others of its name. */
function declaresNames({ attributes }: XmlElement): boolean {
  for (const name of attributes.keys()) if (name.startsWith("xmlns")) return true;
  return false;
}

function structureOf(source: Source, element: XmlElement, type: string): XmiStructure {
  const given = element.attributes.get("xmi:id");
  const id = Number(given);
  // Views have no number.
  if (type !== "uima.cas.View" && (given === undefined || !Number.isSafeInteger(id)))
    throw badFile(
      source,
      `has a ${element.name} without an xmi:id that is a number; export it again.`,
    );
  return { id: given === undefined ? -1 : id, type, values: valuesOf(element) };
}

function valuesOf(element: XmlElement): ReadonlyMap<string, string | string[]> {
  if (element.children.length === 0) return element.attributes;
  const lists = new Map<string, string[]>();
  for (const child of elementsOf(element))
    getOrMake(lists, child.name, () => []).push(rawText(child));
  return new Map<string, string | string[]>([...element.attributes, ...lists]);
}

/** The namespace of a type is its package: "http:///webanno/custom.ecore". */
function typeOf({ name, attributes }: XmlElement, root: XmlElement): string {
  const [local = "", prefix = ""] = name.split(":").reverse();
  const key = prefix === "" ? "xmlns" : `xmlns:${prefix}`;
  const address = attributes.get(key) ?? root.attributes.get(key) ?? "";
  const folder = /^http:\/\/\/(.*)\.ecore$/.exec(address)?.[1] ?? prefix;
  if (folder === "uima/noNamespace" || folder === "") return local;
  return `${folder.replaceAll("/", ".")}.${local}`;
}
