import fc from "fast-check";
import { expect, test } from "vitest";
import type { Figure } from "../../../../shared/agreement/study/figure.ts";
import {
  projectMeasureIds,
  usualMeasureIds,
} from "../../../../shared/agreement/study/measure-ids.ts";
import { projectMeasures } from "../../../../shared/agreement/study/measures.ts";
import type { StudyLayer, StudyReport } from "../../../../shared/agreement/study/report.ts";
import {
  type ProjectAgreement,
  type ProjectStudyOptions,
  startProjectStudy,
} from "../../../../shared/agreement/study/study.ts";
import type { Entity, Relation, Span } from "../../../../shared/model/annotation.ts";
import { bratiaa, bratProject } from "./brat-project.ts";

function measured(
  reports: readonly StudyReport[],
  options: Partial<ProjectStudyOptions> = {},
): ProjectAgreement {
  const study = startProjectStudy({
    annotators: ["Ana", "Ben"],
    ...{ measures: usualMeasureIds, by: [], bootstrap: null, overlap: 0, ...options },
  });
  for (const report of reports) study.add(report);
  const steps = study.figures();
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

const find = (agreement: ProjectAgreement, id: string, of: Partial<Figure> = {}) => {
  const found = agreement.measures.filter(
    (one) =>
      one.id === id &&
      Object.entries({ scope: "all", ...of }).every(
        ([key, value]) => JSON.stringify(one[key as keyof Figure]) === JSON.stringify(value),
      ),
  );
  if (found.length !== 1) throw new Error(`${found.length} figures of ${id}`);
  return found[0]!;
};

const text = "The tumour was positive for desmin and actin. A wide excision was done.";

function span(words: string, parts: Partial<Span> = {}): Span {
  const start = text.indexOf(words);
  const ranges = [{ start, end: start + words.length }];
  const fixed = { attributes: {}, entity: null, note: "" };
  return { id: words, label: "marker", ranges, quote: words, ...fixed, ...parts };
}

function layer(annotator: string, parts: Partial<StudyLayer> = {}): StudyLayer {
  const empty = { spans: [], entities: [], relations: [], events: [], groups: [], labels: {} };
  return { annotator, status: "done", ...empty, ...parts };
}

function report(id: string, layers: StudyLayer[], parts: Partial<StudyReport> = {}): StudyReport {
  return { id, title: `Report ${id}`, case: id, text, sections: [], layers, ...parts };
}

const some = [
  report("1", [
    layer("Ana", { spans: [span("desmin"), span("actin")] }),
    layer("Ben", { spans: [span("desmin"), span("actin", { label: "drug" })] }),
  ]),
  report("2", [
    layer("Ana", { spans: [span("wide excision", { label: "procedure" })] }),
    layer("Ben", { spans: [span("excision", { label: "procedure" })] }),
  ]),
];

const reports = bratProject(bratiaa.folder, bratiaa.annotators);

test.skipIf(reports.length === 0)("bratiaa's published span F1, in all scopes", () => {
  const { annotators } = bratiaa;
  const by = ["label", "report", "pair"] as const;
  const agreement = measured(reports, { annotators, by, measures: ["f1-exact"] });
  expect(find(agreement, "f1-exact")).toMatchObject({
    ...{ value: expect.closeTo(0.8903501, 6), deviation: expect.closeTo(0.0526314, 6), parts: 6 },
  });
  const labels = ["LOC", "MISC", "ORG", "PER"].map((label) =>
    find(agreement, "f1-exact", { scope: "label", label }),
  );
  const published = [0.8191061, 0.84004593, 0.9059579, 0.93782234];
  const deviations = [0.13102913, 0.08971284, 0.05325575, 0.03875493];
  for (const [at, { value, deviation }] of labels.entries()) {
    expect(value).toBeCloseTo(published[at]!, 6);
    expect(deviation).toBeCloseTo(deviations[at]!, 6);
  }
  const documents = [0.798072, 0.893959, 0.905508, 0.905805, 0.935716, 0.90674, 0.873398];
  const ofReports = agreement.measures.filter(({ scope }) => scope === "report");
  expect(ofReports.map(({ value }) => Math.round((value ?? 0) * 1e6) / 1e6)).toEqual(documents);
  const overReports = documents.reduce((sum, value) => sum + value, 0) / documents.length;
  expect(find(agreement, "f1-exact").overReports).toMatchObject({
    ...{ value: expect.closeTo(overReports, 5), n: 7 },
  });
  expect(agreement.measures.filter(({ scope }) => scope === "pair")).toHaveLength(6);
});

test("what is the same, what overlaps and what has another label", () => {
  const agreement = measured(some, { by: ["label"] });
  const values = (id: string) => find(agreement, id).value;
  expect([values("f1-exact"), values("f1-overlap"), values("f1-label")]).toEqual([
    1 / 3,
    2 / 3,
    2 / 3,
  ]);
  expect(find(agreement, "f1-exact", { scope: "label", label: "marker" }).value).toBeCloseTo(2 / 3);
  expect(find(agreement, "f1-exact", { scope: "label", label: "procedure" }).value).toBe(0);
  expect(find(agreement, "precision-exact", { scope: "label", label: "marker" }).value).toBe(1);
  expect(find(agreement, "recall-exact", { scope: "label", label: "marker" }).value).toBe(0.5);
  expect(find(agreement, "f1-overlap").behind).toEqual({
    ...{ annotators: ["Ana", "Ben"], onlyFinished: true, stages: ["spans"] },
    types: ["missing", "split", "joined", "label"],
  });
});

test("reports are compared where two have finished; the rest is named", () => {
  const agreement = measured([
    ...some,
    report("3", [layer("Ana"), layer("Ben", { status: "open" })]),
    report("4", [layer("Ana", { status: "open" }), layer("gold")]),
    report("5", [layer("Ana"), layer("Ben", { status: "locked" }), layer("Cy")]),
    report("6", [layer("de-identification"), layer("Ben")]),
  ]);
  expect([agreement.units, agreement.cases]).toEqual([3, 3]);
  expect(agreement.leftOut).toEqual([
    {
      what: "Layers that are not finished: not compared.",
      ...{ count: 2, examples: ["Report 3, Ben", "Report 4, Ana"] },
    },
    {
      what: "Reports that only one of them has finished: not compared.",
      ...{ count: 2, examples: ["Report 3, Ana", "Report 6, Ben"] },
    },
    {
      what: "Layers of decisions: not compared with what was decided on.",
      ...{ count: 1, examples: ["Report 4, gold"] },
    },
    {
      what: "Reports that none of them has finished: not compared.",
      ...{ count: 1, examples: ["Report 4"] },
    },
    {
      what: "Layers of other annotators: not compared, since nobody asked for them.",
      ...{ count: 1, examples: ["Report 5, Cy"] },
    },
    {
      what: "Layers of candidates for identifiers: not compared, since they are nobody's.",
      ...{ count: 1, examples: ["Report 6, de-identification"] },
    },
  ]);
});

test("of three with different reports, each pair is compared over its own; the rest is named", () => {
  const of = (annotator: string, ...words: string[]) =>
    layer(annotator, { spans: words.map((one) => span(one)) });
  const agreement = measured(
    [
      report("1", [of("Ana", "desmin", "actin"), of("Ben", "desmin")]),
      report("2", [of("Ben", "actin"), of("Cy", "actin")]),
    ],
    { annotators: ["Ana", "Ben", "Cy"], by: ["pair"] },
  );
  const pairs = agreement.measures.filter(({ id, scope }) => id === "f1-exact" && scope === "pair");
  expect(pairs.map(({ annotators, value }) => [...annotators, value])).toEqual([
    ["Ana", "Ben", 2 / 3],
    ["Ben", "Cy", 1],
  ]);
  expect(find(agreement, "f1-exact")).toMatchObject({
    ...{ value: expect.closeTo(5 / 6, 12), deviation: expect.closeTo(1 / 6, 12), parts: 2, n: 5 },
  });
  expect(find(agreement, "precision-exact").undefined).toBe("two-annotators-only");
  const sided = { scope: "pair", annotators: ["Ana", "Ben"] } as const;
  expect(find(agreement, "precision-exact", sided).value).toBe(1);
  expect(find(agreement, "recall-exact", sided).value).toBe(0.5);
  expect(find(agreement, "krippendorff-alpha-u").parts).toBe(2);
  expect(find(agreement, "krippendorff-alpha-token").n).toBeGreaterThan(20);
  expect(agreement.leftOut).toEqual([
    {
      what: "Pairs of annotators who have not finished the same report: not compared.",
      ...{ count: 1, examples: ["Ana and Cy"] },
    },
  ]);
});

test("gold is compared with when it is asked for", () => {
  const all = some.map((one) => ({
    ...one,
    layers: one.layers.map((own) => ({
      ...own,
      annotator: own.annotator === "Ana" ? "gold" : "Ben",
    })),
  }));
  const agreement = measured(all, { annotators: ["gold", "Ben"] });
  expect(find(agreement, "f1-exact").value).toBe(1 / 3);
});

const reasons = (agreement: ProjectAgreement) =>
  new Set(
    agreement.measures.map(({ value, undefined: reason }) => (value === null ? reason : value)),
  );

test("degenerate studies have reasons, not numbers", () => {
  const alone = measured(some, { annotators: ["Ana"] });
  expect(reasons(alone)).toEqual(new Set(["one-annotator"]));
  const apart = [report("1", [layer("Ana")]), report("2", [layer("Ben")])];
  expect(reasons(measured(apart))).toEqual(new Set(["no-common-reports"]));
  expect(reasons(measured([]))).toEqual(new Set(["no-common-reports"]));
  const empty = measured([report("1", [layer("Ana"), layer("Ben")])]);
  const found = Object.fromEntries(empty.measures.map(({ id, undefined: reason }) => [id, reason]));
  expect(found).toMatchObject({
    ...{ "f1-exact": "no-spans", "f1-token": "no-spans", "krippendorff-alpha-u": "no-units" },
    ...{ "cohen-kappa-token": "one-category", "krippendorff-alpha-token": "one-category" },
    ...{ "attribute-kappa": "no-items", "relation-f1": "no-items", "entity-b3": "no-items" },
  });
  for (const figure of empty.measures.filter(({ id }) => id !== "percent-agreement-token"))
    expect([figure.id, figure.value]).toEqual([figure.id, null]);
});

test("all of a report's text with one label is one category", () => {
  const whole = () => [{ ...span("The"), ranges: [{ start: 0, end: text.length }] }];
  const agreement = measured([
    report("1", [layer("Ana", { spans: whole() }), layer("Ben", { spans: whole() })]),
  ]);
  expect(find(agreement, "f1-exact").value).toBe(1);
  for (const id of ["cohen-kappa-token", "fleiss-kappa-token", "krippendorff-alpha-token"])
    expect(find(agreement, id)).toMatchObject({ value: null, undefined: "one-category" });
});

test("identical layers agree in all that is defined", () => {
  const spans = [span("desmin", { attributes: { negated: true } }), span("actin"), span("tumour")];
  const both = ["Ana", "Ben"].map((annotator) => layer(annotator, { spans }));
  const agreement = measured([report("1", both), report("2", both)], { bootstrap: { seed: 1 } });
  for (const { id, value, undefined: reason, ci } of agreement.measures)
    if (value !== null)
      expect([id, value, ci]).toEqual([
        id,
        expect.closeTo(1, 12),
        [expect.closeTo(1, 12), expect.closeTo(1, 12)],
      ]);
    else expect(reason).not.toBeNull();
  expect(
    find(agreement, "attribute-kappa", { scope: "attribute", attribute: "negated" }).value,
  ).toBe(1);
});

test("attributes of matched spans, not set among their categories", () => {
  const of = (annotator: string, values: (string | null)[]) =>
    layer(annotator, {
      spans: values.map((certainty, at) => ({
        ...span(["desmin", "actin", "tumour", "wide"][at] ?? ""),
        attributes: certainty === null ? {} : { certainty },
      })),
    });
  const agreement = measured([
    report("1", [of("Ana", ["sure", "sure", null, null]), of("Ben", ["sure", null, null, null])]),
  ]);
  // Two by two: sure and sure once, sure and not set once, not set and not set twice.
  expect(find(agreement, "attribute-kappa")).toMatchObject({
    ...{ value: expect.closeTo((0.75 - 0.5) / 0.5, 12), n: 4, parts: 1 },
  });
});

const entity = (id: string, codes: string[]): Entity => ({
  ...{ id, kind: "marker", name: id, fields: {}, note: "" },
  codes: codes.map((code) => ({ system: "NCIt", code, display: code })),
});
const relation = (from: string, to: string, label = "shows"): Relation => ({
  ...{ id: `${from}-${to}`, label, from, to, attributes: {}, note: "" },
});

test("codes and relations of matched spans, and relations of entities by their mentions", () => {
  const of = (annotator: string, id: (name: string) => string, codes: string[]) =>
    layer(annotator, {
      spans: ["desmin", "actin", "tumour"].map((words) => ({
        ...span(words),
        ...{ id: id(words), entity: words === "tumour" ? id("T") : id("E") },
      })),
      entities: [entity(id("E"), codes), entity(id("T"), [])],
      relations: [
        relation(id("tumour"), id(annotator === "Ana" ? "desmin" : "actin")),
        relation(id("T"), id("E")),
      ],
    });
  const agreement = measured([
    report("1", [of("Ana", (name) => name, ["1", "2"]), of("Ben", (name) => `b${name}`, ["2"])]),
  ]);
  expect(find(agreement, "code-agreement")).toMatchObject({ value: 4 / 6, n: 6 });
  expect(find(agreement, "relation-f1")).toMatchObject({ value: 0.5, n: 4 });
  expect(find(agreement, "entity-muc").value).toBe(1);
  expect(find(agreement, "entity-conll").value).toBe(1);
});

test("by label and section, entities are clusters of the mentions there", () => {
  const mention = (words: string, label: string, entity: string) => span(words, { label, entity });
  const entities = ["E", "F"].map((id) => entity(id, []));
  const ana = [
    mention("tumour", "diagnosis", "E"),
    mention("desmin", "marker", "E"),
    mention("actin", "marker", "E"),
    mention("wide excision", "procedure", "F"),
  ];
  const ben = [
    mention("tumour", "diagnosis", "F"),
    mention("desmin", "marker", "E"),
    mention("actin", "marker", "E"),
    mention("excision", "procedure", "F"),
    mention("done", "procedure", "F"),
  ];
  const half = text.indexOf("excision");
  const sections = [
    { kind: "microscopy" as const, title: "", start: 0, end: half },
    { kind: "treatment" as const, title: "", start: half, end: text.length },
  ];
  const layers = [layer("Ana", { spans: ana, entities }), layer("Ben", { spans: ben, entities })];
  const agreement = measured([report("1", layers, { sections })], { by: ["label", "section"] });
  const valuesOf = (of: Partial<Figure>) =>
    ["entity-muc", "entity-b3", "entity-ceaf-e"].map((id) => {
      const { value, undefined: reason } = find(agreement, id, of);
      return reason ?? value;
    });
  const close = (...values: number[]) => values.map((value) => expect.closeTo(value, 12));
  // Of Ana {tumour, desmin, actin} and {excision}, of Ben {desmin, actin} and {tumour, excision, done}.
  const f = (right: number, recall: number, precision: number) =>
    (2 * right) / (recall + precision);
  const ofMentions = (recall: number, precision: number) =>
    (2 * recall * precision) / (recall + precision);
  const all = [f(1, 2, 3), ofMentions((4 / 3 + 1 / 3 + 1) / 4, (2 + 1 / 3 + 1 / 3) / 5)] as const;
  expect(valuesOf({})).toEqual(close(...all, f(4 / 5 + 2 / 4, 2, 2)));
  const ofLabel = (label: string) => valuesOf({ scope: "label", label });
  expect(ofLabel("marker")).toEqual([1, 1, 1]);
  expect(ofLabel("diagnosis")).toEqual(["no-items", 1, 1]);
  // A review lists entities by their kind, so that those of every label lie behind.
  expect(find(agreement, "entity-b3", { scope: "label", label: "marker" }).behind).toEqual({
    ...{ annotators: ["Ana", "Ben"], onlyFinished: true },
    ...{ stages: ["entities"], types: ["entity", "missing"] },
  });
  // {excision} and {excision, done}: what only Ben has is of his label.
  expect(ofLabel("procedure")).toEqual([0, ...close(ofMentions(1, 1 / 4), 2 / 3)]);
  // What both mark as excised is in the section in which Ana's begins.
  const ofSection = (section: Figure["section"]) => valuesOf({ scope: "section", section });
  expect(ofSection("microscopy")).toEqual(
    close(
      f(1, 2, 2),
      ofMentions((4 / 3 + 1 / 3 + 1) / 4, (2 + 1 / 2 + 1 / 2) / 4),
      f(4 / 5 + 2 / 3, 2, 2),
    ),
  );
  expect(ofSection("treatment")).toEqual(["no-items", 0, 0]);
});

test("by section, a relation is where the first of its ends begins, as a review lists it", () => {
  const half = text.indexOf("A wide");
  const sections = [
    { kind: "microscopy" as const, title: "", start: 0, end: half },
    { kind: "treatment" as const, title: "", start: half, end: text.length },
  ];
  const of = (annotator: string, label: string) =>
    layer(annotator, {
      spans: [span("excision"), span("done"), span("desmin", { entity: "E" })],
      entities: [entity("E", [])],
      relations: [relation("done", "excision"), relation("excision", "E", label)],
    });
  const all = [report("1", [of("Ana", "shows"), of("Ben", "treats")], { sections })];
  const agreement = measured(all, { by: ["section"], measures: ["relation-f1"] });
  const found = agreement.measures.map(({ section, value, n }) => [section, value, n]);
  expect(found).toEqual([
    [null, 0.5, 4],
    ["microscopy", 0, 2],
    ["treatment", 1, 2],
  ]);
});

test("labels of whole reports", () => {
  const of = (annotator: string, sex: string) => layer(annotator, { labels: { sex } });
  const agreement = measured([
    report("1", [of("Ana", "f"), of("Ben", "f")]),
    report("2", [of("Ana", "m"), of("Ben", "m")]),
    report("3", [of("Ana", "m"), of("Ben", "f")]),
    report("4", [of("Ana", "m"), layer("Ben")]),
  ]);
  const figure = find(agreement, "report-label-kappa", { scope: "attribute", attribute: "sex" });
  // Observed 1/2; expected 1/4 · 2/4 + 3/4 · 1/4.
  expect(figure.value).toBeCloseTo((0.5 - 0.3125) / (1 - 0.3125), 12);
  expect(figure.behind).toMatchObject({ stages: ["labels"], labels: ["sex"] });
});

test("by section, spans count where they begin", () => {
  const sections = [
    { kind: "microscopy" as const, title: "", start: 0, end: text.indexOf("A wide") },
    { kind: "treatment" as const, title: "", start: text.indexOf("A wide"), end: text.length - 1 },
  ];
  const agreement = measured(
    some.map((one) => ({ ...one, sections })),
    { by: ["section"], measures: ["f1-exact", "cohen-kappa-token"] },
  );
  const of = (id: string, section: Figure["section"]) =>
    find(agreement, id, { scope: "section", section });
  expect(of("f1-exact", "microscopy").value).toBe(0.5);
  expect(of("f1-exact", "treatment").value).toBe(0);
  expect(of("f1-exact", "treatment").behind).toMatchObject({ section: "treatment" });
  expect(of("cohen-kappa-token", "none").n).toBe(2);
});

test("intervals draw cases, and are the same for the same seed", () => {
  const many = Array.from({ length: 30 }, (_, at) => {
    const spans = at % 3 === 0 ? [span("desmin")] : [span("desmin"), span("actin")];
    return report(
      `${at}`,
      [layer("Ana", { spans: [span("desmin"), span("actin")] }), layer("Ben", { spans })],
      {
        case: `case ${at >> 1}`,
      },
    );
  });
  const interval = (seed: number) =>
    find(measured(many, { bootstrap: { seed, rounds: 200 } }), "f1-exact");
  const { ci, value, overReports } = interval(1);
  expect(ci?.[0]).toBeLessThan(value ?? 0);
  expect(ci?.[1]).toBeGreaterThan(value ?? 1);
  expect(overReports?.ci?.[0]).toBeLessThan(overReports?.value ?? 0);
  expect(interval(1).ci).toEqual(ci);
  const ends = [1, 2, 3, 4, 5].map((seed) => JSON.stringify(interval(seed).ci));
  expect(new Set(ends).size).toBeGreaterThan(1);
  const [only] = some;
  const alone = measured(only ? [only] : [], { bootstrap: { seed: 1, rounds: 20 } });
  expect(find(alone, "f1-exact")).toMatchObject({ ci: null, ciUndefined: "one-case" });
});

const words = ["The", "tumour", "positive", "desmin", "actin", "excision"];
const arbitraryLayer = (annotator: string) =>
  fc
    .uniqueArray(fc.tuple(fc.constantFrom(...words), fc.constantFrom("x", "y")), {
      selector: ([word, label]) => `${word} ${label}`,
    })
    .map((all) =>
      layer(annotator, {
        spans: all.map(([word, label]) => span(word, { label, id: `${word}${label}` })),
      }),
    );
const arbitraryReports = fc.array(fc.tuple(arbitraryLayer("Ana"), arbitraryLayer("Ben")), {
  ...{ minLength: 1, maxLength: 4 },
});

test("a figure stays when reports or annotators come in another order", () => {
  const symmetric = usualMeasureIds.filter((id) => !/^(precision|recall)/.test(id));
  fc.assert(
    fc.property(arbitraryReports, (all) => {
      const one = all.map((layers, at) => report(`${at}`, layers));
      const other = all.map((layers, at) => report(`${at}`, layers.toReversed())).reverse();
      const values = (agreement: ProjectAgreement) =>
        agreement.measures
          .filter(({ scope }) => scope === "all")
          .map(({ id, value, undefined: reason, n }) => [
            id,
            value && Math.round(value * 1e9),
            reason,
            n,
          ]);
      expect(values(measured(other, { annotators: ["Ben", "Ana"], measures: symmetric }))).toEqual(
        values(measured(one, { measures: symmetric })),
      );
    }),
    { numRuns: 60 },
  );
});

test("every measure has an id of its own and a sentence", () => {
  expect(projectMeasures(new Map()).map(({ id }) => id)).toEqual(projectMeasureIds);
  expect(new Set(projectMeasureIds).size).toBe(projectMeasureIds.length);
  expect(projectMeasureIds).toEqual(
    expect.arrayContaining([
      ...["f1-exact", "f1-overlap", "f1-label", "cohen-kappa-token", "fleiss-kappa-token"],
      ...["krippendorff-alpha-token", "krippendorff-alpha-u", "gamma", "gamma-cat"],
      ...["attribute-kappa", "code-agreement", "entity-b3", "entity-muc", "entity-ceaf-e"],
    ]),
  );
  for (const { assumes } of measured(some).measures) expect(assumes).toMatch(/^[A-Z].*\.$/);
});
