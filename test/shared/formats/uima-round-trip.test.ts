import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { differences } from "../../../shared/formats/differences.ts";
import { applyFit } from "../../../shared/formats/fit/apply-fit.ts";
import { uimaCasJson } from "../../../shared/formats/uima/uima-cas-json.ts";
import { uimaXmi } from "../../../shared/formats/uima/uima-xmi.ts";
import { Scheme } from "../../../shared/model/scheme.ts";
import { realFiles } from "../../real-data.ts";
import { anyDocument } from "./arbitrary-document.ts";
import { plainOptions, readFile, roundTrip } from "./round-trip.ts";

const formats = [uimaXmi, uimaCasJson];

const typed = Scheme.parse({
  name: "Typed",
  attributes: [
    { name: "negated", type: "flag" },
    { name: "other person", type: "text" },
    { name: "percent", type: "number" },
    { name: "sites", type: "choices", choices: ["lung", "liver"] },
  ],
});

describe.each(formats)("$title", (format) => {
  const { writer } = format;
  if (!writer) throw new Error("it is written");

  test("whatever a document holds is read back as it was fitted", () => {
    fc.assert(
      fc.property(
        anyDocument,
        fc.constantFrom(typed, plainOptions.scheme),
        fc.constantFrom("native" as const, "codepoint" as const),
        (document, scheme, offsets) => {
          expect(roundTrip(format, document, { scheme, offsets }).differences).toEqual([]);
        },
      ),
      { numRuns: 400 },
    );
  });

  test("what was fitted once is fitted already", () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const fitted = applyFit(writer, document, plainOptions);
        const again = applyFit(writer, fitted.document, plainOptions);
        expect(differences(fitted.document, again.document)).toEqual([]);
        expect(again.losses).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

const real = realFiles("{uima-xmi,iaa/e3c-layer2}/**/*.xml");

describe.skipIf(real.length === 0)("E3C", () => {
  test("goes in, out and in again without a difference or a loss", () => {
    const odd = real.flatMap((file) =>
      formats.flatMap((format) =>
        readFile(uimaXmi, file).flatMap(({ document, warnings }) => {
          const { differences: different, losses } = roundTrip(format, document);
          return [...warnings, ...different, ...losses].map((one) => ({ file: file.name, one }));
        }),
      ),
    );
    expect(odd).toEqual([]);
  });
});

/** The one whose features are called as UIMA's own are, so that they are spelled otherwise. */
const reserved = "cas_with_reserved_names.xmi";

/** Test cases whose CAS has no text. */
const textless = /sofaString/;

const samples = [
  ...realFiles("formats/{uima-xmi,webanno-tsv}/**/*.xmi").map((file) => ({ file, is: uimaXmi })),
  ...realFiles("formats/uima-cas-json/**/*.json").map((file) => ({ file, is: uimaCasJson })),
];

describe.skipIf(samples.length === 0)("test cases of DKPro, Apache UIMA and INCEpTION", () => {
  test("go in, out and in again without a difference or a loss, or are refused for want of a text", () => {
    const found = samples.map(({ file, is }) => ({
      name: file.name,
      read: refusalOr(() => readFile(is, file).map(({ document }) => document)),
    }));
    const refusals = found.flatMap(({ read }) => (typeof read === "string" ? [read] : []));
    expect(refusals.filter((refusal) => !textless.test(refusal))).toEqual([]);
    const trips = found.flatMap(({ name, read }) =>
      typeof read === "string"
        ? []
        : formats.flatMap((format) =>
            read.map((document) => ({ name, ...roundTrip(format, document) })),
          ),
    );
    expect(trips.flatMap(({ differences: different }) => different)).toEqual([]);
    expect(trips.filter(({ losses }) => losses.length > 0).map(({ name }) => name)).toEqual(
      formats.map(() => reserved),
    );
    expect(trips.length).toBeGreaterThan(80);
  });
});

function refusalOr<Answer>(ask: () => Answer): Answer | string {
  try {
    return ask();
  } catch (error) {
    return String(error);
  }
}
