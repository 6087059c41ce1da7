import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { uimaCasJson } from "../../../shared/formats/uima/uima-cas-json.ts";
import { uimaXmi } from "../../../shared/formats/uima/uima-xmi.ts";
import { realFiles } from "../../real-data.ts";
import { anyDocument } from "./arbitrary-document.ts";
import { readFile, roundTrip } from "./round-trip.ts";

const formats = [uimaXmi, uimaCasJson];

describe.each(formats)("$title", (format) => {
  test("whatever a document holds is read back as it was fitted", () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        expect(roundTrip(format, document).differences).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

const real = realFiles("{uima-xmi,iaa/e3c-layer2}/**/*.xml");

describe.skipIf(real.length === 0)("E3C", () => {
  test("goes in, out and in again without a difference or a loss", () => {
    const odd = real.flatMap((file) =>
      formats.flatMap((format) =>
        readFile(uimaXmi, file).flatMap(({ document }) => {
          const { differences, losses } = roundTrip(format, document);
          return [...differences, ...losses].map((one) => ({ file: file.name, one }));
        }),
      ),
    );
    expect(odd.slice(0, 5)).toEqual([]);
  });
});
