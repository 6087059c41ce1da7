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

/** The licence's page; null for what is no SPDX identifier. */
export function licenceUrl(licence: string): string | null {
  const isIdentifier = /^[A-Za-z0-9][A-Za-z0-9.-]*$/.test(licence);
  return isIdentifier ? `https://spdx.org/licenses/${licence}` : null;
}
