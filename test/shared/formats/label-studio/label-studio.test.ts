import fc from "fast-check";
import { expect, test } from "vitest";
import { labelStudio } from "../../../../shared/formats/label-studio/label-studio.ts";
import { realFiles } from "../../../real-data.ts";
import { againAfterWriting, factsOf } from "../again.ts";
import { anyDocument } from "../arbitrary-document.ts";
import { plainOptions, readFile, readText, roundTrip } from "../round-trip.ts";

const scheme = {
  ...plainOptions.scheme,
  attributes: [
    { name: "negated", type: "flag" as const, choices: [], unit: "", on: [] },
    {
      name: "sites",
      type: "choices" as const,
      choices: ["lung", "liver"],
      unit: "",
      on: ["marker"],
    },
  ],
};

test("what Label Studio can hold comes back whole, from several annotators", () => {
  fc.assert(
    fc.property(anyDocument, fc.constantFrom("native", "utf16"), (document, offsets) => {
      const [layer] = document.layers;
      const names = ["ana@example.org", "Bo", "prediction"];
      const layers = names.map((annotator) => ({ ...layer!, annotator }));
      const options = { scheme, offsets };
      const fitted = roundTrip(labelStudio, { ...document, layers }, options);
      expect([fitted.differences, factsOf(fitted.back)]).toEqual([[], factsOf(fitted.document)]);
    }),
    { numRuns: 200 },
  );
});

const place = { start: 2, end: 6, text: "CD34" };
const of = (id: string, type: string, from_name: string, value: object) => ({
  ...{ id, type, from_name, to_name: "text", value },
});
const task = (result: object[]) => ({
  data: { text: "💊 CD34 positive", title: "A report", ward: 7 },
  annotations: [{ completed_by: { id: 3, email: "ana@example.org" }, result }],
});
const read = (...tasks: object[]) => readText(labelStudio, JSON.stringify(tasks));

test("regions, their values, relations and values of the whole text are read", () => {
  const [one] = read(
    task([
      {
        ...of("a", "labels", "label", { ...place, labels: ["marker"] }),
        meta: { text: ["see p. 2"] },
      },
      of("b", "labels", "label", { start: 7, end: 15, text: "positive", labels: ["result"] }),
      of("a", "choices", "negated", { ...place, choices: ["true"] }),
      of("a", "number", "percent", { ...place, number: 80 }),
      of("a", "textarea", "remark", { ...place, text: ["strong", "nuclear"] }),
      of("a", "taxonomy", "site", { ...place, taxonomy: [["body", "lung"]] }),
      of("c", "choices", "type", { choices: ["biopsy"] }),
      { type: "relation", from_id: "a", to_id: "b", direction: "left", labels: ["has"] },
      of("d", "rectanglelabels", "box", { x: 1, y: 2, rectanglelabels: ["Car"] }),
    ]),
  );
  const { annotator, spans, relations, labels } = one!.document.layers[0]!;
  expect({ annotator, labels, metadata: one!.document.metadata }).toEqual({
    ...{ annotator: "ana@example.org", labels: { type: "biopsy" }, metadata: { ward: "7" } },
  });
  expect(
    spans.map(({ label, quote, attributes, note }) => ({ label, quote, attributes, note })),
  ).toEqual([
    {
      ...{ label: "marker", quote: "CD34", note: "see p. 2" },
      attributes: {
        negated: true,
        percent: 80,
        remark: ["strong", "nuclear"],
        site: "body > lung",
      },
    },
    { label: "result", quote: "positive", note: "", attributes: {} },
  ]);
  expect(relations.map(({ label, from, to }) => [label, from, to])).toEqual([
    ["has", "span-2", "span-1"],
  ]);
  expect(one!.warnings).toEqual([
    '"file": task 1, annotation 1, result 9 is about something else than text or values, and was left out.',
  ]);
});

test("older exports count UTF-16, which their quotes tell", () => {
  const [one] = read(
    task([of("a", "labels", "label", { start: 3, end: 7, text: "CD34", labels: ["marker"] })]),
  );
  expect(one?.document.layers[0]?.spans[0]?.quote).toBe("CD34");
  expect(one?.warnings).toEqual(['"file": offsets count UTF-16 code units; they were read so.']);
});

test("the short export JSON_MIN is read", () => {
  const label = [{ start: 2, end: 6, text: "CD34", labels: ["marker"] }];
  const short = {
    id: 4,
    text: "💊 CD34 positive",
    ward: "7",
    label,
    annotator: 3,
    annotation_id: 9,
  };
  const [one] = read({ ...short, lead_time: 2.5 });
  const [layer] = one!.document.layers;
  expect([one!.document.metadata, layer?.annotator]).toEqual([{ ward: "7" }, "annotator 3"]);
  expect(layer?.spans.map((span) => [span.label, span.quote])).toEqual([["marker", "CD34"]]);
});

test("tasks without a text are counted and do not keep others from being read", () => {
  const image = { id: 5, data: { image: "https://example.org/a.png" }, annotations: [] };
  const found = read(image, task([]), image);
  expect(found.map(({ document, warnings }) => [document.name, warnings])).toEqual([
    [
      "file-1",
      [
        '"file": 2 places, first task 1, have no text that can be annotated here, and were left out.',
      ],
    ],
  ]);
});

test("HyperText, images alone and other JSON are refused in one sentence", () => {
  const web = of("a", "hypertextlabels", "label", { start: "/p[1]", end: "/p[1]", startOffset: 1 });
  expect(() => read(task([web]))).toThrow(
    '"file" is of Label Studio\'s HyperText, whose offsets count in a web page; annotate the text in a Text tag and export that.',
  );
  expect(() => read({ data: { image: "https://example.org/a.png" } })).toThrow(
    '"file" has no task with a text, only images, sound or talks; export a project with a Text tag.',
  );
  expect(() => readText(labelStudio, "7")).toThrow(
    '"file" has no tasks of Label Studio; export it as JSON.',
  );
});

test("a task is written as Label Studio imports it, with the interface beside it", () => {
  const [one] = read(
    task([
      of("x", "labels", "label", { ...place, labels: ["marker"] }),
      of("x", "choices", "sites", { ...place, choices: ["lung", "liver"] }),
    ]),
  );
  const options = { scheme: { ...scheme, labels: [], relations: [] }, offsets: "native" as const };
  const { texts, losses } = roundTrip(labelStudio, one!.document, options);
  expect(losses).toEqual([]);
  expect(JSON.parse(texts[0]!)).toEqual({
    data: { text: "💊 CD34 positive", name: "file", title: "A report", ward: "7" },
    annotations: [
      {
        completed_by: { email: "ana@example.org" },
        result: [
          of("region-1", "labels", "label", { ...place, labels: ["marker"] }),
          of("region-1", "choices", "sites", { ...place, choices: ["lung", "liver"] }),
        ],
        ...{ was_cancelled: false, ground_truth: false },
      },
    ],
    predictions: [],
  });
  expect(labelStudio.writer?.wholes?.(options)).toEqual([
    {
      name: "label-studio-config.xml",
      text: [
        "<View>",
        '  <Labels name="label" toName="text">',
        "  </Labels>",
        '  <Text name="text" value="$text"/>',
        '  <Choices name="negated" toName="text" perRegion="true" choice="multiple">',
        '    <Choice value="true"/>',
        "  </Choices>",
        '  <Choices name="sites" toName="text" perRegion="true" whenLabelValue="marker" choice="multiple">',
        '    <Choice value="lung"/>',
        '    <Choice value="liver"/>',
        "  </Choices>",
        "</View>",
        "",
      ].join("\n"),
    },
  ]);
});

const samples = realFiles("formats/label-studio/**/*.json");

test.skipIf(samples.length === 0)("real samples are refused politely or the same once more", () => {
  const found = samples.map((file) => {
    try {
      const documents = readFile(labelStudio, file);
      for (const { document } of documents)
        expect(againAfterWriting(labelStudio, document)).toEqual({ losses: [], differences: [] });
      return [
        file.name,
        ...documents.map(({ document: { layers } }) =>
          layers.map(({ annotator, spans }) => `${annotator}: ${spans.length}`).join(", "),
        ),
      ];
    } catch (error) {
      if (!String(error).startsWith("AppError")) throw error;
      return [file.name, "refused"];
    }
  });
  expect(found).toEqual([
    ["csv_test.json", "hakan@heartex.com: 0, prediction: 0", "hakan@heartex.com: 0, prediction: 0"],
    ["csv_test2.json", "refused"],
    ["csv_test_history.json", "sergei@heartex.test: 0"],
    ["chat_data.json", "refused"],
    ["data.json", "refused"],
    ["data_repeater.json", "refused"],
    ["label_config_repeater.json", "refused"],
    ["annotation-lab-export-completions.json", "eric: 15, jenny: 13, prediction: 13"],
    ["label-studio-export-annotations-derived.json", "eric@example.org: 15, jenny@example.org: 13"],
  ]);
});
