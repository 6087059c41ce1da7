import fc from "fast-check";
import { expect, test } from "vitest";
import { findAbbreviations } from "../../../shared/link/abbreviations.ts";
import { compareNames } from "../../../shared/link/compare-names.ts";
import { formOf } from "../../../shared/link/name-form.ts";
import { createNameIndex } from "../../../shared/link/name-index.ts";

const text = "A solitary fibrous tumour (SFT) and the Ki-67 labelling index (KLI) were seen.";
const abbreviations = findAbbreviations(text);

const words =
  "SMA smooth muscle actin actins desmin desmine desmni tumour tumors of the breast carcinoma SFT solitary fibrous " +
  "Ki-67 Ki67 CD34 CD3/4 melan-A melan A UPS undifferentiated pleomorphic sarcoma sarcomas cytokeratin keratin 7 CK7 " +
  "ER estrogen oestrogen receptor β-catenin beta-catenin HER2 HER2/neu KIT CD117 primary lesion imatinib imatanib " +
  "Gleevec biopsy biopsies labelling index KLI chemotherapie chemotherapy a";
const name = fc
  .array(fc.constantFrom(...words.split(" ")), { minLength: 1, maxLength: 5 })
  .map((some) => some.join(" "));

function isFound(a: string, b: string): boolean {
  const index = createNameIndex(abbreviations);
  index.add(a, "a");
  return index.ownersLike(b).has("a");
}

test("a name that is alike is found", () => {
  let alike = 0;
  fc.assert(
    fc.property(name, name, (a, b) => {
      if (compareNames(formOf(a), formOf(b), abbreviations) === null) return;
      alike += 1;
      expect(isFound(a, b)).toBe(true);
    }),
    { numRuns: 20_000 },
  );
  expect(alike).toBeGreaterThan(50);
});

test("a name that shares some words with another and has others of its own is not found", () => {
  expect(isFound("smooth muscle actin", "imatinib mesylate")).toBe(false);
  expect(isFound("smooth muscle actin", "muscle biopsy")).toBe(false);
  expect(isFound("smooth muscle actin", "actin")).toBe(true);
});

test("a name whose owner has gone is found no more", () => {
  const index = createNameIndex(abbreviations);
  index.add("actin", "a");
  index.add("actin", "b");
  index.remove("actin", "a");
  expect([...index.ownersLike("smooth muscle actin")]).toEqual(["b"]);
});
