/** How Hugging Face calls licences of data, by their SPDX identifiers in lower case. */
const known = new Set([
  ...[
    "cc0-1.0",
    "cc-by-2.0",
    "cc-by-2.5",
    "cc-by-3.0",
    "cc-by-4.0",
    "cc-by-sa-3.0",
    "cc-by-sa-4.0",
  ],
  ...["cc-by-nc-2.0", "cc-by-nc-3.0", "cc-by-nc-4.0", "cc-by-nd-4.0", "cc-by-nc-nd-3.0"],
  ...["cc-by-nc-nd-4.0", "cc-by-nc-sa-2.0", "cc-by-nc-sa-3.0", "cc-by-nc-sa-4.0", "pddl"],
  ...["odc-by", "odbl", "apache-2.0", "mit", "gpl-3.0", "unlicense"],
]);

/** The card's fields for a licence: one that Hugging Face knows, or "other" with its name. */
export function huggingFaceLicence(licence: string): Record<string, string> {
  if (licence === "") return { license: "unknown" };
  const id = licence.toLowerCase();
  if (known.has(id)) return { license: id };
  return { license: "other", license_name: id.replace(/[^a-z0-9.-]+/g, "-") };
}

/** SPDX's identifiers of those that are not all capitals, or have a version that people leave out. */
const spelled: Readonly<Record<string, string>> = {
  "apache-2.0": "Apache-2.0",
  "odc-by": "ODC-By-1.0",
  odbl: "ODbL-1.0",
  pddl: "PDDL-1.0",
  "gpl-3.0": "GPL-3.0-only",
  unlicense: "Unlicense",
};

/** A known licence as SPDX spells it, since readers of CITATION.cff take no other; others as they are given. */
export function spdxSpelling(licence: string): string {
  const id = licence.toLowerCase();
  return known.has(id) ? (spelled[id] ?? id.toUpperCase()) : licence;
}

/** The licence's page; null for what is no SPDX identifier. */
export function licenceUrl(licence: string): string | null {
  const isIdentifier = /^[A-Za-z0-9][A-Za-z0-9.-]*$/.test(licence);
  return isIdentifier ? `https://spdx.org/licenses/${spdxSpelling(licence)}` : null;
}
