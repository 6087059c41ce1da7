import { expect, test } from "vitest";
import { codeOfText, codeText } from "../../../shared/formats/texts/code-text.ts";

test.each([
  ["HGNC:1662", "HGNC", "1662"],
  ["SNOMED CT:22298006", "SNOMED CT", "22298006"],
  ["brat_eco:ECO:0005667", "brat_eco", "ECO:0005667"],
  ["Q42", "", "Q42"],
  ["https://example.org/a:b", "", "https://example.org/a:b"],
  [":1", "", ":1"],
])("%s is a code of a system or of none, and is written so again", (text, system, code) => {
  expect(codeOfText(text)).toEqual({ system, code, display: "" });
  expect(codeText({ system, code })).toBe(text);
});
