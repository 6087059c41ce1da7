import { linearMath } from "../blocks/math-ml.ts";
import { raisedNumber } from "../blocks/raised.ts";
import { elementsOf, rawText, type XmlElement, type XmlNode } from "../xml/tree.ts";

/** What is not shown where it stands: machine-readable, drawn, or given a block of its own. */
const unseen = new Set([
  "alt-text",
  "long-desc",
  "object-id",
  "index-term",
  "target",
  "graphic",
  "inline-graphic",
  "milestone-start",
  "milestone-end",
]);

/** What a paragraph may hold that is a block of its own. */
export const floats = new Set([
  "fig",
  "fig-group",
  "table-wrap",
  "table-wrap-group",
  "supplementary-material",
  "media",
  "chem-struct-wrap",
  "fn",
  "boxed-text",
]);

/** The text of inline content on one line, white space as a browser would show it. */
export function inlineText(nodes: readonly XmlNode[]): string {
  return nodes
    .map(pieceOf)
    .join("")
    .replace(/[ \t\n\r]+/g, " ")
    .trim();
}

function pieceOf(node: XmlNode, index: number, all: readonly XmlNode[]): string {
  if (typeof node === "string") return isBetweenPeople(all, index) ? "" : node;
  return separator(neighbour(all, index), node) + (exponent(all, index) ?? elementText(node));
}

/** What stands above the line right behind a number. */
function exponent(all: readonly XmlNode[], index: number): string | null {
  const [before, node] = [all[index - 1], all[index]];
  if (typeof before !== "string" || typeof node !== "object" || node.name !== "sup") return null;
  return raisedNumber(before, rawText(node).trim());
}

function isBetweenPeople(all: readonly XmlNode[], index: number): boolean {
  const [before, node, after] = [all[index - 1], all[index], all[index + 1]];
  const isPerson = (one: XmlNode | undefined) => typeof one === "object" && people.has(one.name);
  return typeof node === "string" && node.trim() === "" && isPerson(before) && isPerson(after);
}

/** What stands right before, white space between two elements not counted. */
function neighbour(all: readonly XmlNode[], index: number): XmlNode | undefined {
  const before = all[index - 1];
  const blank = typeof before === "string" && before.trim() === "";
  return blank && index > 1 ? all[index - 2] : before;
}

/** Identifiers and names are often written without anything between them. */
function separator(before: XmlNode | undefined, { name }: XmlElement): string {
  if (typeof before === "string") return name === "pub-id" && /[^\s:/]$/.test(before) ? " " : "";
  if (before === undefined) return "";
  if (people.has(before.name) && people.has(name)) return ", ";
  return apart.has(before.name) ? " " : "";
}

const people = new Set(["name", "string-name", "collab", "etal"]);
const apart = new Set([
  "pub-id",
  "surname",
  "given-names",
  "label",
  "p",
  "title",
  "email",
  "person-group",
  "string-name",
  "name",
]);

function elementText(element: XmlElement): string {
  if (unseen.has(element.name) || floats.has(element.name)) return "";
  switch (element.name) {
    case "break":
      return " ";
    case "etal":
      return rawText(element).trim() || "et al";
    case "tex-math":
      return texFormula(rawText(element));
    case "alternatives":
      return elementText(bestAlternative(element) ?? { ...element, name: "styled-content" });
    case "mml:math":
      return linearMath(element);
    default:
      return element.children.map(pieceOf).join("");
  }
}

function bestAlternative(element: XmlElement): XmlElement | undefined {
  const shown = elementsOf(element).filter(({ name }) => !unseen.has(name));
  return shown.find(({ name }) => name === "mml:math") ?? shown[0];
}

/** Publishers wrap one formula into a whole LaTeX document. */
function texFormula(tex: string): string {
  const body = /\\begin\{document\}([\s\S]*)\\end\{document\}/.exec(tex)?.[1] ?? tex;
  return body.trim().replace(/^\$+|\$+$/g, "");
}
