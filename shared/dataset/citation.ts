import type { Author, ReleaseTexts } from "./facts.ts";
import { licenceUrl, spdxSpelling } from "./licences.ts";
import { yamlText } from "./yaml-text.ts";

/**
 * The release's CITATION.cff. What nobody has given is left out; without authors it names the title's
 * makers as an entity, since the format asks for one.
 * Source: Citation File Format 1.2.0, https://github.com/citation-file-format/citation-file-format.
 */
export function citationFile(texts: ReleaseTexts): string {
  const { title, version, summary, licence, doi, url, keywords, released } = texts;
  const file = {
    "cff-version": "1.2.0",
    message: "If you use this dataset, please cite it as below.",
    type: "dataset",
    title,
    ...(summary && { abstract: summary }),
    authors: authorsOf(texts),
    version,
    ...(released && { "date-released": released }),
    ...(licenceUrl(licence) !== null && { license: spdxSpelling(licence) }),
    ...(doi && { doi }),
    ...(url && { url }),
    ...(keywords.length > 0 && { keywords: [...new Set(keywords)] }),
  };
  return yamlText(file);
}

function authorsOf({ authors, title }: ReleaseTexts): Record<string, string>[] {
  if (authors.length === 0) return [{ name: `The makers of ${title}` }];
  return authors.map(({ family, given, orcid, affiliation }) => ({
    "family-names": family,
    ...(given && { "given-names": given }),
    ...(orcid && { orcid }),
    ...(affiliation && { affiliation }),
  }));
}

/** The same for LaTeX. */
export function bibTex(texts: ReleaseTexts): string {
  const { title, version, authors, released, doi, url } = texts;
  const [year = ""] = released.split("-");
  const fields = {
    title: `{${title}}`,
    author: authors.map(nameOf).join(" and ") || `{The makers of ${title}}`,
    year,
    version,
    doi,
    url,
  };
  const lines = Object.entries(fields)
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `  ${name} = {${escaped(value, name)}},`);
  return [`@misc{${keyOf(texts)},`, ...lines, "}"].join("\n");
}

function escaped(value: string, field: string): string {
  return field === "url" || field === "doi" ? value : value.replace(/[&%$#_]/g, "\\$&");
}

function nameOf({ family, given }: Author): string {
  return given === "" ? family : `${family}, ${given}`;
}

/** Letters and digits of the first author, the year and the title. */
function keyOf({ authors, released, title }: ReleaseTexts): string {
  const words = `${authors[0]?.family ?? ""}${released.slice(0, 4)}${title.split(" ")[0] ?? ""}`;
  const plain = words
    .normalize("NFD")
    .replace(/[^A-Za-z0-9]/g, "")
    .toLowerCase();
  return plain === "" ? "dataset" : plain;
}

/** In a sentence for any text: "Smith J, Doe A. Title (version 1.0) [dataset]. 2026. https://doi.org/…" */
export function plainCitation({
  title,
  version,
  authors,
  released,
  doi,
  url,
}: ReleaseTexts): string {
  const names = authors.map(({ family, given }) => `${family} ${given.slice(0, 1)}`.trim());
  const who = names.length > 0 ? `${names.join(", ")}. ` : "";
  const when = released === "" ? "" : ` ${released.slice(0, 4)}.`;
  const where = doi ? ` https://doi.org/${doi}` : url && ` ${url}`;
  return `${who}${title} (version ${version}) [dataset].${when}${where}`;
}
