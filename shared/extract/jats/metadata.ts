import type { Metadata } from "../../model/report.ts";
import { childNamed, childrenNamed, descend, outermost, type XmlElement } from "../xml/tree.ts";
import { inlineText } from "./inline.ts";

/** What an article says of itself; only what is there. */
export function jatsMetadata(article: XmlElement): Metadata {
  const front = descend(article, "front");
  const meta = descend(front, "article-meta");
  const known: Record<string, string | undefined> = {
    doi: meta ? identifier(meta, "doi") : undefined,
    pmid: meta ? identifier(meta, "pmid") : undefined,
    pmcid: meta ? pmcid(meta) : undefined,
    journal: front ? textAt(front, "journal-title") : undefined,
    year: meta ? yearOf(meta) : undefined,
    licence: meta ? licenceOf(meta) : undefined,
    keywords: meta ? keywordsOf(meta) : undefined,
    authors: meta ? authorsOf(meta) : undefined,
    language: article.attributes.get("xml:lang"),
    articleType: article.attributes.get("article-type"),
  };
  return Object.fromEntries(
    Object.entries(known).flatMap(([key, value]) => (value ? [[key, value]] : [])),
  );
}

/** The authors' names with a comma between, as on the title page. */
export function authorsOf(meta: XmlElement): string {
  return outermost(meta, "contrib")
    .filter(({ attributes }) => (attributes.get("contrib-type") ?? "author") === "author")
    .map(nameOf)
    .filter((name) => name !== "")
    .join(", ");
}

function nameOf(contributor: XmlElement): string {
  const [name] = outermost(contributor, "name", "string-name", "collab", "anonymous");
  if (name === undefined) return "";
  if (name.name === "anonymous") return "Anonymous";
  const surname = childNamed(name, "surname");
  if (name.name !== "name" || surname === null) return inlineText(withoutGroups(name));
  const parts = [
    childNamed(name, "prefix"),
    childNamed(name, "given-names"),
    surname,
    childNamed(name, "suffix"),
  ];
  return parts.flatMap((part) => (part ? [inlineText(part.children)] : [])).join(" ");
}

/** A group that signs as an author often lists its members within its name. */
function withoutGroups({ children }: XmlElement) {
  return children.filter((child) => typeof child === "string" || child.name !== "contrib-group");
}

function identifier(meta: XmlElement, ...kinds: string[]): string | undefined {
  const found = childrenNamed(meta, "article-id").find(({ attributes }) =>
    kinds.includes(attributes.get("pub-id-type") ?? ""),
  );
  return found && inlineText(found.children);
}

function pmcid(meta: XmlElement): string | undefined {
  return identifier(meta, "pmcid", "pmc")?.replace(/^(?:PMC)?(?=\d)/, "PMC");
}

const dateKinds = ["epub", "pub", "ppub", "collection"];

function yearOf(meta: XmlElement): string | undefined {
  const dates = childrenNamed(meta, "pub-date");
  const kindOf = ({ attributes }: XmlElement) =>
    attributes.get("pub-type") ?? attributes.get("date-type") ?? "";
  const best = dateKinds
    .map((kind) => dates.find((date) => kindOf(date) === kind && childNamed(date, "year")))
    .find((date) => date !== undefined);
  const year = childNamed(best ?? dates[0] ?? null, "year");
  return year ? inlineText(year.children) : undefined;
}

function licenceOf(meta: XmlElement): string | undefined {
  const licence = descend(meta, "permissions", "license");
  if (licence === null) return undefined;
  const [reference] = outermost(licence, "ali:license_ref");
  return (
    (reference && inlineText(reference.children)) ??
    licence.attributes.get("xlink:href") ??
    inlineText(licence.children)
  );
}

function keywordsOf(meta: XmlElement): string {
  return childrenNamed(meta, "kwd-group")
    .flatMap((group) => outermost(group, "kwd", "compound-kwd"))
    .map(({ children }) => inlineText(children))
    .join("; ");
}

function textAt(element: XmlElement, name: string): string | undefined {
  const [found] = outermost(element, name);
  return found && inlineText(found.children);
}
