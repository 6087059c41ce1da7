import type { Code } from "../../model/annotation.ts";

/*
 * Identifiers of concepts as BioC and PubTator write them: "MESH:D003866", several with "|" between
 * them, MeSH descriptors and numbers of genes and species also without their system.
 */

/** Systems under which files give codes as the key itself, or by another name. */
const systems: Readonly<Record<string, string>> = {
  mesh: "MESH",
  umls: "UMLS",
  cui: "UMLS",
  omim: "OMIM",
  chebi: "CHEBI",
  hgnc: "HGNC",
  hpo: "HPO",
  doid: "DOID",
  go: "GO",
  snomedct: "SNOMEDCT",
  "snomed ct": "SNOMEDCT",
  "icd-o": "ICD-O",
  "icd-10": "ICD-10",
  "ncbi gene": "NCBI Gene",
  ncbi_gene: "NCBI Gene",
  "ncbi taxonomy": "NCBI Taxonomy",
  ncbi_taxonomy: "NCBI Taxonomy",
};

/** The system that a key such as "MESH" names; null for a key that names none. */
export function systemOfKey(key: string): string | null {
  return Object.hasOwn(systems, key.toLowerCase()) ? (systems[key.toLowerCase()] ?? null) : null;
}

/** Labels of PubTator and BioRED whose identifiers are plain numbers. */
const numbered: Readonly<Record<string, string>> = {
  Gene: "NCBI Gene",
  GeneOrGeneProduct: "NCBI Gene",
  Species: "NCBI Taxonomy",
  OrganismTaxon: "NCBI Taxonomy",
};

/** Descriptors and supplementary concepts of MeSH, also several that are one concept together. */
const descriptor = /^[CD]\d{6}(\d{3})?(\+[CD]\d{6}(\d{3})?)*$/;
/** A variant as tmVar writes it: "p|SUB|S|276|T". */
const variant = /^[a-z]?\|(SUB|DEL|INS|DUP|INDEL|FS|Allele)\|/;

/** The system of a code that stands without one, as far as it can be known; else "". */
function systemOf(code: string, label: string): string {
  if (descriptor.test(code)) return "MESH";
  if (variant.test(code)) return "tmVar";
  if (/^rs\d+$/.test(code)) return "dbSNP";
  return /^\d+$/.test(code) && Object.hasOwn(numbered, label) ? (numbered[label] ?? "") : "";
}

/** What a text of identifiers means at an annotation of this label; none for "", "-" and "-1". */
export function codesIn(text: string, label: string): Code[] {
  return partsOf(trimmed(text))
    .map(trimmed)
    .flatMap((part) => (/^(-1?)?$/.test(part) ? [] : [codeOf(part, label)]));
}

function partsOf(text: string): string[] {
  if (variant.test(text)) return [text];
  const parts = text.split("|");
  if (parts.length > 1) return parts;
  // A list with other signs is one only where each part is an identifier beyond doubt.
  const others = text.split(/[;,]/);
  const isList = others.every((part) => /^\s*((MESH:)?[CD]\d+|OMIM:\d+|\d+)\s*$/.test(part));
  return isList ? others : parts;
}

function codeOf(part: string, label: string): Code {
  const at = part.indexOf(":");
  if (at < 0 || variant.test(part))
    return {
      system: systemOf(part, label),
      code: variant.test(part) ? part : decoded(part),
      display: "",
    };
  return { system: decoded(part.slice(0, at)), code: decoded(part.slice(at + 1)), display: "" };
}

/** How a writer likes to spell codes whose system readers know anyway. */
export type Spelling = "bare" | "prefixed";

/** The text that `codesIn` reads as these codes, without their displays. */
export function identifiersText(codes: readonly Code[], label: string, spelling: Spelling): string {
  const bare = codes.map(({ code }) => code).join("|");
  const isPlain = spelling === "bare" || codes.every(({ code }) => /^\d+$|^[a-z]?\|/.test(code));
  const full = codes.map(({ system, code }) => (system === "" ? code : `${system}:${code}`));
  const candidates = [...(isPlain ? [bare] : []), full.join("|")];
  const readable = candidates.find(
    (text) => !/[\t\n\r]/.test(text) && isSame(codesIn(text, label), codes),
  );
  return (
    readable ?? codes.map(({ system, code }) => `${encoded(system)}:${encoded(code)}`).join("|")
  );
}

function isSame(read: readonly Code[], codes: readonly Code[]): boolean {
  return (
    read.length === codes.length &&
    read.every(({ system, code }, at) => system === codes[at]?.system && code === codes[at]?.code)
  );
}

/** Signs that mean something between identifiers are written as in addresses: "%7C" for "|". */
function encoded(text: string): string {
  return text.replace(
    /[%|;,: \t\n\r]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  );
}

const decoded = (text: string) =>
  text.replace(/%(25|7C|3B|2C|3A|20|09|0A|0D)/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );

/** Without the white space that files put around identifiers. */
const trimmed = (text: string) => text.replace(/^[ \t\n\r]+|[ \t\n\r]+$/g, "");

/** The names of codes in one text, in the order of the codes; "" where none has a name. */
export function displaysText(codes: readonly Code[]): string {
  if (codes.length === 1) return codes[0]?.display ?? "";
  if (codes.every(({ display }) => display === "")) return "";
  return codes.map(({ display }) => display.replace(/[%|]/g, encoded)).join("|");
}

/** The codes with the names that a text gives them; one name for several codes is the first one's. */
export function withDisplays(codes: readonly Code[], text: string): Code[] {
  const names = codes.length > 1 ? text.split("|") : [text];
  const isOneEach = names.length === codes.length;
  return codes.map((code, at) => {
    if (!isOneEach) return { ...code, display: at === 0 ? text : "" };
    const name = names[at] ?? "";
    return { ...code, display: codes.length > 1 ? decoded(name) : name };
  });
}
