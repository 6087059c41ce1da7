import { inSection, textBlock } from "../blocks/make.ts";
import type { ExtractedBlock } from "../extracted.ts";
import { childNamed, childrenNamed, elementsOf, outermost, type XmlElement } from "../xml/tree.ts";
import { blocksOf, headingOf } from "./blocks.ts";
import { inlineText } from "./inline.ts";
import { authorsOf } from "./metadata.ts";

/** The title with its subtitle, null where there is none. */
export function titleOf(meta: XmlElement): string | null {
  const group = childNamed(meta, "title-group") ?? meta;
  const title = childNamed(group, "article-title");
  const parts = [title, ...childrenNamed(group, "subtitle")];
  const text = parts.flatMap((part) => (part ? [inlineText(withoutNotes(part))] : [])).join(": ");
  return text === "" ? null : text;
}

function withoutNotes({ children }: XmlElement) {
  return children.filter(
    (child) => typeof child === "string" || (child.name !== "xref" && child.name !== "fn"),
  );
}

/** Title, authors, abstracts; then, left out of the text, whatever else the title page has. */
export function frontBlocks(meta: XmlElement): ExtractedBlock[] {
  const title = titleOf(meta);
  const abstracts = childrenNamed(meta, "abstract", "trans-abstract").flatMap(abstractBlocks);
  return [
    ...(title === null ? [] : [textBlock("title", title, { section: "title" })]),
    textBlock("authors", authorsOf(meta)),
    ...furnitureOf(meta),
    ...abstracts,
  ];
}

function abstractBlocks(abstract: XmlElement): ExtractedBlock[] {
  const heading = headingOf(abstract, 1);
  const inside = elementsOf(abstract)
    .filter(({ name }) => name !== "title" && name !== "label")
    .flatMap((child) => blocksOf(child, 2));
  return inSection("abstract", [...heading, ...inside]);
}

/** Addresses and notes of the title page, each a line. */
function furnitureOf(meta: XmlElement): ExtractedBlock[] {
  const addresses = outermost(meta, "aff").map(addressText);
  const notes = childrenNamed(meta, "author-notes").flatMap(elementsOf).map(lineText);
  const translated = childrenNamed(childNamed(meta, "title-group") ?? meta, "trans-title-group");
  const rights = outermost(meta, "copyright-statement", "license-p", "funding-statement");
  return [...translated.map(lineText), ...addresses, ...notes, ...rights.map(lineText)].map(
    (text) => textBlock("left-out", text),
  );
}

function lineText(element: XmlElement): string {
  return inlineText(element.children);
}

/** Parts of an address often have nothing between them. */
function addressText(address: XmlElement): string {
  return inlineText(
    address.children.flatMap((child) =>
      typeof child === "string" ? child : [child, child.name === "label" ? " " : ""],
    ),
  );
}
