import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { differences } from "../../../shared/formats/differences.ts";
import { pubTator } from "../../../shared/formats/pubtator.ts";
import { realFiles } from "../../real-data.ts";
import { anyDocument } from "./arbitrary-document.ts";
import { plainOptions, readFile, roundTrip } from "./round-trip.ts";

test("any document is written and read back without a difference", () => {
  fc.assert(
    fc.property(
      anyDocument,
      fc.constantFrom("native" as const, "utf16" as const),
      (document, offsets) => {
        const options = { ...plainOptions, offsets };
        expect(roundTrip(pubTator, document, options).differences).toEqual([]);
      },
    ),
    { numRuns: 300 },
  );
});

const files = [
  ...realFiles("formats/pubtator/*PubTator.txt"),
  ...realFiles("formats/pubtator/tmVar*.txt"),
  ...realFiles("formats/pubtator/ncbi-disease/*corpus.txt"),
  ...realFiles("iaa/bc5cdr-sample/*.PubTator"),
];

describe.each(files.map((file) => [file.name, file] as const))("%s", (_, file) => {
  test("is read, written and read again as it was", () => {
    const read = readFile(pubTator, file);
    const sum = (f: any) => read.reduce((n, { document }) => n + f(document.layers[0]).length, 0);
    console.log(file.name, read.length, "spans", sum((l: any) => l.spans), "rel", sum((l: any) => l.relations), "ent", sum((l: any) => l.entities), "flags", sum((l:any)=>l.spans.filter((s:any)=>s.flag)));
    console.log([...new Set(read.flatMap((r) => r.warnings))].slice(0,12).join("\n"));
    for (const { document } of read) {
      const { losses, differences: found, back } = roundTrip(pubTator, document);
      expect({ losses, found: [...found, ...differences(document, back)] }).toEqual({ losses: [], found: [] });
    }
  });
});
