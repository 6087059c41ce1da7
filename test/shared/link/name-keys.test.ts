import fc from "fast-check";
import { expect, test } from "vitest";
import { findAbbreviations } from "../../../shared/link/abbreviations.ts";
import { compareNames } from "../../../shared/link/compare-names.ts";
import { formOf } from "../../../shared/link/name-form.ts";
import { nameKeys } from "../../../shared/link/name-keys.ts";

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

test("names that are alike share a key", () => {
  let alike = 0;
  fc.assert(
    fc.property(name, name, (a, b) => {
      if (compareNames(formOf(a), formOf(b), abbreviations) === null) return;
      alike += 1;
      const keys = nameKeys(a, abbreviations);
      expect([...nameKeys(b, abbreviations)].some((key) => keys.has(key))).toBe(true);
    }),
    { numRuns: 20_000 },
  );
  expect(alike).toBeGreaterThan(50);
});

test("names that have nothing to do with each other share none", () => {
  const keys = nameKeys("smooth muscle actin", abbreviations);
  expect([...nameKeys("imatinib mesylate", abbreviations)].filter((key) => keys.has(key))).toEqual(
    [],
  );
});
