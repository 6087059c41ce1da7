import fc from "fast-check";
import { expect, test } from "vitest";
import { AppError } from "../../../shared/errors.ts";
import { differences } from "../../../shared/formats/differences.ts";
import { pubTator } from "../../../shared/formats/pubtator/pubtator.ts";
import { recognise } from "../../../shared/formats/registry.ts";
import { realFiles } from "../../real-data.ts";
import { anyDocument } from "./arbitrary-document.ts";
import { plainOptions, readFile, readText, roundTrip } from "./round-trip.ts";

const lines = `123|t|Lithium toxicity.
123|a|💊 Lithium and renal or hepatic failure.
123	0	7	Lithium	Chemical	D008094
123	8	16	toxicity	Disease	-1
123	20	27	Lithium	Chemical	D008094	0.5
123	32	56	renal or hepatic failure	Disease	D058186|D017093	renal failure|hepatic failure
123	CID	D008094	D058186|D017093	0.75

`;

test("lines are read as they mean and written as they were", () => {
  const [read] = readText(pubTator, lines);
  if (read === undefined) throw new Error("nothing read");
  const { losses, differences: found, texts } = roundTrip(pubTator, read.document);
  expect({ losses, found, texts, warnings: read.warnings }).toEqual({
    losses: [],
    found: [],
    texts: [lines],
    warnings: [],
  });
  const [layer] = read.document.layers;
  expect(read.document.text).toBe("Lithium toxicity.\n💊 Lithium and renal or hepatic failure.");
  expect(layer?.spans.map(({ quote, attributes, entity }) => [quote, attributes, entity])).toEqual([
    ["Lithium", {}, "entity-1"],
    ["toxicity", {}, null],
    ["Lithium", { score: 0.5 }, "entity-1"],
    ["renal or hepatic failure", { composite: ["renal failure", "hepatic failure"] }, "entity-2"],
  ]);
  expect(layer?.relations).toEqual([
    {
      id: "relation-1",
      label: "CID",
      from: "entity-1",
      to: "entity-2",
      attributes: { score: 0.75 },
      note: "",
    },
  ]);
});

test("any document is written and read back without a difference", () => {
  fc.assert(
    fc.property(anyDocument, fc.constantFrom("native", "utf16"), (document, offsets) => {
      const options = { ...plainOptions, offsets };
      expect(roundTrip(pubTator, document, options).differences).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test("line ends below the title become spaces, and what lines do not hold is counted", () => {
  const [read] = readText(pubTator, lines.replace("Lithium and", "Lithium\tand"));
  if (read === undefined) throw new Error("nothing read");
  const { document } = read;
  const text = document.text.replace(" or ", "\nor\n");
  const { fitted, losses } = (() => {
    const trip = roundTrip(pubTator, { ...document, name: "a|b", case: "7", text });
    return { fitted: trip.document, losses: trip.losses };
  })();
  expect([fitted.name, fitted.text]).toEqual(["ab", document.text]);
  expect(losses.map(({ things, count }) => [things, count])).toEqual([
    ["Cases of reports", 1],
    ["Names of reports", 1],
    ["Line ends in the text", 2],
  ]);
});

test("a file of another kind is refused, and lines that say nothing are counted", () => {
  expect(() => readText(pubTator, "1\t2\t3\n")).toThrow(
    new AppError(
      "bad-file",
      '"file" holds no line with a title as PubTator has it; choose the file\'s own format.',
    ),
  );
  const [read] = readText(pubTator, `${lines.trim()}\n123\twords\n124\t0\t7\tLithium\tChemical\n`);
  expect(read?.warnings).toEqual([
    '"file": 2 places, first line 8, are neither annotations nor relations of the document above them, and were left out.',
  ]);
});

const files = [
  ...realFiles("formats/pubtator/*PubTator.txt"),
  ...realFiles("formats/pubtator/tmVar*.txt"),
  ...realFiles("formats/pubtator/ncbi-disease/*corpus.txt"),
  ...realFiles("iaa/bc5cdr-sample/*.PubTator"),
].map((file) => [file.name, file] as const);

test.skipIf(files.length === 0).each(files)(
  "%s is recognised, read, written and read again as it was",
  (_, file) => {
    const head = Buffer.from(file.bytes).toString("utf8").slice(0, 65_536);
    expect(recognise(head, file.name)?.id).toBe("pubtator");
    for (const { document } of readFile(pubTator, file)) {
      const { losses, differences: found, back } = roundTrip(pubTator, document);
      expect({ losses, found: [...found, ...differences(document, back)] }).toEqual({
        losses: [],
        found: [],
      });
    }
  },
);
