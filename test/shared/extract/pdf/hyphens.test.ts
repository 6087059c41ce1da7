import { expect, test } from "vitest";
import { documentWords, jointOf } from "../../../../shared/extract/pdf/hyphens.ts";

const known = documentWords([
  "The excision was followed by a re-excision.",
  "Follow-up was short; the treatment was well tolerated, the base was",
  "evidence and based on exci-",
  "sion of the lesion.",
]);

test.each([
  ["after exci-", "sion the patient", "word"],
  ["until re-", "excision was", "hyphen"],
  ["at follow-", "up there was", "hyphen"],
  ["the treat-", "ment was", "word"],
  ["a Kaplan-", "Meier curve", "hyphen"],
  ["COVID-", "19 pneumonia", "hyphen"],
  ["the evidence-", "based guideline", "hyphen"],
  ["a soft\u00ad", "ened margin", "word"],
  ["aged 45–", "63 years", "hyphen"],
  ["see https://doi.org/10.1000/", "abc", "hyphen"],
  ["margin of", "the specimen", "space"],
  ["negative -", "and so on", "space"],
])("%j and %j on the next line: %s", (before, after, joint) => {
  expect(jointOf(before, after, known)).toBe(joint);
});

test("halves of words at line ends are not words of the document", () => {
  expect([known.has("sion"), known.has("exci"), known.get("excision")]).toEqual([false, false, 1]);
});
