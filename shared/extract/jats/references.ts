import { block, inSection, textBlock } from "../blocks/make.ts";
import { type ExtractedBlock, plainPiece } from "../extracted.ts";
import { childNamed, childrenNamed, elementsOf, type XmlElement } from "../xml/tree.ts";
import { inlineText } from "./inline.ts";

/** One reference on one line; where the file has its parts without punctuation, in a plain order. */
function referenceBlocks(reference: XmlElement): ExtractedBlock[] {
  const label = childNamed(reference, "label");
  const start = label ? `${inlineText(label.children)} ` : "";
  const entries = entriesOf(reference)
    .map(entryText)
    .filter((text) => text !== "");
  if (entries.length === 0) return [];
  return [block("reference", [plainPiece(start + entries.join(" "))])];
}

/** Of the same reference in two shapes, the one that was written to be read. */
function entriesOf(reference: XmlElement): XmlElement[] {
  return elementsOf(reference).flatMap((child) => {
    if (child.name === "label") return [];
    if (child.name !== "citation-alternatives") return [child];
    const mixed = childNamed(child, "mixed-citation") ?? elementsOf(child)[0];
    return mixed ? [mixed] : [];
  });
}

function entryText(entry: XmlElement): string {
  const written = entry.children.some((child) => typeof child === "string" && /[^\s]/.test(child));
  return written || entry.name !== "element-citation" ? mixedText(entry) : structured(entry);
}

/** Names within a citation are often without a space between surname and initials. */
function mixedText({ children }: XmlElement): string {
  return inlineText(children);
}

function structured(entry: XmlElement): string {
  const parts: string[] = [];
  for (const child of elementsOf(entry)) {
    const text = partText(child);
    if (text !== "") parts.push(text);
  }
  const numbers = numbersOf(entry);
  return [...parts, ...(numbers === "" ? [] : [numbers])]
    .map((part) => part.replace(/\.$/, ""))
    .join(". ")
    .concat(".");
}

const numberParts = ["year", "month", "day", "volume", "issue", "fpage", "lpage", "elocation-id"];

function partText(child: XmlElement): string {
  if (numberParts.includes(child.name) || child.name === "page-range") return "";
  if (child.name === "person-group" || child.name === "name" || child.name === "string-name")
    return names(child);
  const text = inlineText(child.children);
  if (child.name === "pub-id") return `${child.attributes.get("pub-id-type") ?? ""}: ${text}`;
  return text;
}

function names(group: XmlElement): string {
  const people = group.name === "person-group" ? elementsOf(group) : [group];
  return people
    .map((person) => (person.name === "etal" ? "et al" : inlineText(person.children)))
    .filter((name) => name !== "")
    .join(", ");
}

/** "2017;11(2):ME01–4", of what there is. */
function numbersOf(entry: XmlElement): string {
  const at = (name: string) => {
    const found = childrenNamed(entry, name)[0];
    return found ? inlineText(found.children) : "";
  };
  const [year, volume, issue, from, to, electronic] = [
    [at("year"), at("month"), at("day")].filter((part) => part !== "").join(" "),
    at("volume"),
    at("issue"),
    at("fpage"),
    at("lpage"),
    at("elocation-id"),
  ];
  const pages =
    [from, to].filter((page) => page !== "").join("–") || electronic || at("page-range");
  const place = `${volume}${issue ? `(${issue})` : ""}${pages ? `:${pages}` : ""}`;
  return [year, place].filter((part) => part !== "").join(";");
}

/** A list of references: its heading, whatever stands before, one block for each. */
export function referenceList(
  list: XmlElement,
  level: number,
  others: (element: XmlElement) => ExtractedBlock[],
): ExtractedBlock[] {
  const title = childNamed(list, "title");
  const heading = title ? [textBlock("heading", inlineText(title.children), { level })] : [];
  const entries = elementsOf(list).flatMap((child) => {
    if (child.name === "title" || child.name === "label") return [];
    if (child.name === "ref") return referenceBlocks(child);
    if (child.name === "ref-list") return referenceList(child, level + 1, others);
    return others(child);
  });
  return inSection("references", [...heading, ...entries]);
}
