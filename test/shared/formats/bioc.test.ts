import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyFit } from "../../../shared/formats/apply-fit.ts";
import { bioCJson } from "../../../shared/formats/bioc/bioc-json.ts";
import { bioCXml } from "../../../shared/formats/bioc/bioc-xml.ts";
import { differences } from "../../../shared/formats/differences.ts";
import type { Format, ReadDocument } from "../../../shared/formats/format.ts";
import type { AnnotatedDocument } from "../../../shared/model/document.ts";
import { type RealFile, realFiles } from "../../real-data.ts";
import { anyDocument } from "./arbitrary-document.ts";
import { plainOptions, readFile, readText, roundTrip } from "./round-trip.ts";

const xmlFiles = [
  ...realFiles("formats/bioc/**/*.xml"),
  ...realFiles("iaa/eco-collectf-bioc/*.xml"),
  ...realFiles("iaa/bc5cdr-sample/*.xml"),
];
const jsonFiles = realFiles("formats/bioc/**/*.json").filter(
  ({ name }) => name !== "bioc_schema.json",
);

describe.each([bioCXml, bioCJson])("$title", (format) => {
  test("any document is written and read back without a difference", () => {
    fc.assert(
      fc.property(
        anyDocument,
        fc.constantFrom("native" as const, "utf16" as const),
        (document, offsets) => {
          const options = { ...plainOptions, offsets };
          expect(roundTrip(format, document, options).differences).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** In, out, in: what is lost, and how what was written reads otherwise. */
function again(format: Format, { document }: ReadDocument) {
  const { losses, differences: found, back } = roundTrip(format, document);
  return { losses, found: [...found, ...differences(document, back)] };
}

describe.each(xmlFiles.map((file) => [file.name, file] as const))("%s", (_, file) => {
  test("is read, written in both spellings and read again as it was", () => {
    for (const read of readFile(bioCXml, file)) {
      expect(again(bioCXml, read)).toEqual({ losses: [], found: [] });
      expect(again(bioCJson, read)).toEqual({ losses: [], found: [] });
    }
  });
});
describe.each(jsonFiles.map((file) => [file.name, file] as const))("%s", (_, file) => {
  test("is read, written in both spellings and read again as it was", () => {
    for (const read of readFile(bioCJson, file)) {
      expect(again(bioCJson, read)).toEqual({ losses: [], found: [] });
      expect(again(bioCXml, read)).toEqual({ losses: [], found: [] });
    }
  });
});
