import type { Metadata } from "../../model/report.ts";
import { childNamed, outermost, rawText, type XmlElement } from "../xml/tree.ts";

/** What a page says of itself by the names that journals use in `meta`. */
const names: Readonly<Record<string, string>> = {
  citation_doi: "doi",
  "dc.identifier": "doi",
  citation_pmid: "pmid",
  citation_journal_title: "journal",
  citation_keywords: "keywords",
  keywords: "keywords",
  citation_author: "authors",
  "dc.creator": "authors",
  author: "authors",
  citation_publication_date: "year",
  citation_date: "year",
  "dc.date": "year",
  "dc.rights": "licence",
  citation_language: "language",
};

/** Metadata of a page; of several values for one thing the first name that has any counts. */
export function htmlMetadata(document: XmlElement): Metadata {
  const found = new Map<string, { name: string; values: string[] }>();
  for (const meta of outermost(document, "meta")) {
    const name = (meta.attributes.get("name") ?? "").toLowerCase();
    const value = (meta.attributes.get("content") ?? "").trim();
    const key = Object.hasOwn(names, name) ? names[name] : undefined;
    if (key === undefined || value === "") continue;
    const known = found.get(key) ?? { name, values: [] };
    found.set(key, known);
    if (known.name === name) known.values.push(value);
  }
  const metadata = [...found].map(([key, { values }]) => [key, oneValue(key, values)]);
  const language = childNamed(document, "html")?.attributes.get("lang");
  return Object.fromEntries(language ? [...metadata, ["language", language]] : metadata);
}

function oneValue(key: string, values: readonly string[]): string {
  if (key === "year") return /\d{4}/.exec(values[0] ?? "")?.[0] ?? values.join("; ");
  if (key === "doi") return (values[0] ?? "").replace(/^doi:\s*/i, "");
  return values.join(key === "authors" ? ", " : "; ");
}

/** The page's title, null where it has none. */
export function htmlTitle(document: XmlElement): string | null {
  const [title] = outermost(document, "title");
  const text = title ? rawText(title).replace(/\s+/g, " ").trim() : "";
  return text === "" ? null : text;
}
