import fc from "fast-check";
import { expect, test } from "vitest";
import { closeProject } from "../../electron/store/database.ts";
import { updateEntity } from "../../electron/store/entities.ts";
import { redo, undo } from "../../electron/store/history.ts";
import { readLayer, setLayerStatus } from "../../electron/store/layers.ts";
import { listSteps, readThen } from "../../electron/store/past.ts";
import { foresee, type Touched } from "../../electron/store/scheme/rewrite-touched.ts";
import {
  carryOutAndBack,
  previewRewrite,
  rewriteProject,
} from "../../electron/store/scheme/rewriting.ts";
import { readUsage } from "../../electron/store/scheme/scheme-usage.ts";
import { readScheme, replaceScheme } from "../../electron/store/scheme/schemes.ts";
import { removeSpans } from "../../electron/store/spans.ts";
import { type NamedList, SchemeChange } from "../../shared/scheme/rewrite-changes.ts";
import {
  addReport,
  ana,
  ben,
  dump,
  layer,
  marks,
  newProject,
  problems,
  sentence,
  span,
} from "./project.ts";
import { attempt, begin, dice, play } from "./random-work.ts";

const at = (list: NamedList, name: string, of: string | null = null) => ({ list, of, name });
const changes = (...given: unknown[]) => given.map((one) => SchemeChange.parse(one));

/** Ana has marked three markers, Ben one, and Ben has finished. */
function projectWithMarks() {
  const db = newProject();
  const entity = { id: "e1", kind: "marker", name: "desmin", codes: [], fields: {}, note: "" };
  const report = addReport(db, sentence, {
    layers: [
      layer("Ana", {
        entities: [{ ...entity, fields: { result: "positive", method: "IHC" } }],
        spans: [
          span("s1", "desmin", { entity: "e1", attributes: { negated: true } }),
          span("s2", "SMA"),
          span("s3", "tumour", { label: "diagnosis" }),
        ],
        relations: [
          { id: "r1", label: "of", from: "s1", to: "s3", attributes: { negated: true }, note: "" },
        ],
        labels: { quality: "good" },
      }),
      layer("Ben", { spans: [span("s4", "h-caldesmon")] }),
    ],
  });
  setLayerStatus(db, ben, report, "done");
  return { db, report };
}

test("a renamed label is another one in every layer, closed ones too, and undo puts all of it back", () => {
  const { db, report } = projectWithMarks();
  const before = dump(db);
  const rename = changes({ do: "rename", subject: at("labels", "marker"), to: "antibody" });
  expect(rewriteProject(db, ana, rename)).toMatchObject({
    summary: "renamed the label “marker” to “antibody”, and 3 annotations with it",
    report: null,
    put: { spans: [] },
    stale: ["scheme", "layers", "reports"],
  });
  expect(marks(db, report, "Ana").spans).toEqual([
    "tumour: diagnosis",
    "desmin: antibody → marker desmin",
    "SMA: antibody",
  ]);
  expect(marks(db, report, "Ben").spans).toEqual(["h-caldesmon: antibody"]);
  expect(readLayer(db, report, "Ben").status).toBe("done");
  const after = dump(db);
  undo(db, ana);
  expect(dump(db)).toEqual(before);
  redo(db, ana);
  expect(dump(db)).toEqual(after);
});

test("a preview is what the change then does, and leaves nothing behind", () => {
  const { db, report } = projectWithMarks();
  const before = dump(db);
  const rename = changes({ do: "rename", subject: at("labels", "marker"), to: "antibody" });
  const impact = previewRewrite(db, rename, 1);
  expect(impact).toEqual({
    annotations: 3,
    reports: 1,
    work: [
      { annotator: "Ana", annotations: 2, reports: 1, closed: 0 },
      { annotator: "Ben", annotations: 1, reports: 1, closed: 1 },
    ],
    examples: [
      expect.objectContaining({
        report,
        annotator: "Ana",
        words: "desmin",
        before: "The tumour was positive for ",
        after: ", SMA and h-caldesmon.",
      }),
    ],
    differences: ["Label “marker” is named “antibody”."],
  });
  expect(dump(db)).toEqual(before);
  expect(readUsage(db, at("labels", "marker"), 0)).toMatchObject({ annotations: 3, reports: 1 });
});

test("a removed label's spans go with what cannot be without them, or stay to be listed", () => {
  const { db, report } = projectWithMarks();
  const remove = { do: "remove", subject: at("labels", "diagnosis") };
  rewriteProject(db, ana, changes({ ...remove, annotations: "keep" }));
  expect(readLayer(db, report, "Ana").spans.map(({ label }) => label)).toContain("diagnosis");
  undo(db, ana);
  rewriteProject(db, ana, changes({ ...remove, annotations: "remove" }));
  expect(readLayer(db, report, "Ana")).toMatchObject({ relations: [], spans: [{}, {}] });
  expect(problems(db)).toEqual([]);
});

test("a removed kind's entities go and leave their spans", () => {
  const { db, report } = projectWithMarks();
  const subject = at("kinds", "marker");
  rewriteProject(db, ana, changes({ do: "remove", subject, annotations: "remove" }));
  expect(readLayer(db, report, "Ana")).toMatchObject({ entities: [] });
  expect(marks(db, report, "Ana").spans).toContain("desmin: marker");
  expect(problems(db)).toEqual([]);
});

test("an entity whose spans all got a label of another kind is of that kind", () => {
  const { db, report } = projectWithMarks();
  rewriteProject(db, ana, changes({ do: "merge", subject: at("labels", "marker"), into: "drug" }));
  expect(marks(db, report, "Ana")).toEqual({
    spans: ["tumour: diagnosis", "desmin: drug → drug desmin", "SMA: drug"],
    entities: ["drug desmin"],
  });
});

test("attributes, fields, choices and report labels are renamed wherever they have a value", () => {
  const { db, report } = projectWithMarks();
  const { scheme } = readScheme(db);
  const quality = { name: "quality", type: "choice" as const, choices: ["good"], unit: "", on: [] };
  replaceScheme(db, ana, { ...scheme, reportLabels: [quality] });
  const field = at("fields", "result", "marker");
  const all = changes(
    { do: "rename", subject: at("attributes", "negated"), to: "ruled out" },
    { do: "rename", subject: field, to: "outcome" },
    {
      do: "rename-choice",
      subject: { ...field, name: "outcome" },
      choice: "positive",
      to: "+",
    },
    { do: "rename", subject: at("reportLabels", "quality"), to: "legibility" },
  );
  expect(rewriteProject(db, ana, all).summary).toBe(
    "renamed the attribute “negated” to “ruled out”, renamed the “marker” field “result” to “outcome”, " +
      "renamed the choice “positive” of the “marker” field “outcome” to “+” and 1 more, and 4 annotations with it",
  );
  expect(readLayer(db, report, "Ana")).toMatchObject({
    spans: [{}, { attributes: { "ruled out": true } }, {}],
    relations: [{ attributes: { "ruled out": true } }],
    entities: [{ fields: { outcome: "+", method: "IHC" } }],
    labels: { legibility: "good" },
  });
});

test("a split by the entity's field, by words and by hand moves just those spans", () => {
  const { db, report } = projectWithMarks();
  const [byHand] = readLayer(db, report, "Ben").spans;
  const parts = [
    { to: "stain", where: { by: "field", name: "method", value: "IHC" } },
    { to: "muscle", where: { by: "words", words: ["sma"] } },
    { to: "diagnosis", where: { by: "hand", spans: [byHand?.id] } },
  ];
  rewriteProject(db, ana, changes({ do: "split", label: "marker", parts }));
  expect([...marks(db, report, "Ana").spans, ...marks(db, report, "Ben").spans]).toEqual([
    "tumour: diagnosis",
    "desmin: stain → marker desmin",
    "SMA: muscle",
    "h-caldesmon: diagnosis",
  ]);
  expect(readScheme(db).scheme.labels.map(({ name, kind }) => [name, kind])).toContainEqual([
    "stain",
    "marker",
  ]);
});

test("changes that fit no longer are refused whole", () => {
  const { db } = projectWithMarks();
  const before = dump(db);
  const all = changes(
    { do: "rename", subject: at("labels", "marker"), to: "antibody" },
    { do: "rename", subject: at("labels", "marker"), to: "stain" },
  );
  expect(() => rewriteProject(db, ana, all)).toThrow("has no label “marker” any more");
  expect(dump(db)).toEqual(before);
});

test("what is foreseen of a change is what carrying it out touches, whatever was done before", () => {
  const name = fc.constantFrom("marker", "diagnosis", "drug", "procedure", "unheard-of");
  const label = name.map((one) => at("labels", one));
  const change = fc.oneof(
    fc.record({ do: fc.constant("rename"), subject: label, to: fc.constant("antibody") }),
    fc.record({ do: fc.constant("merge"), subject: label, into: name }),
    fc.record({
      do: fc.constant("rename"),
      subject: fc.constantFrom(
        at("kinds", "marker"),
        at("attributes", "negated"),
        at("fields", "result", "marker"),
      ),
      to: fc.constant("other"),
    }),
    fc.record({
      do: fc.constant("remove"),
      subject: fc.constantFrom(at("attributes", "negated"), at("labels", "marker")),
      annotations: fc.constantFrom("keep", "remove"),
    }),
  );
  fc.assert(
    fc.property(dice([ana, ben]), fc.array(change, { minLength: 4 }), (rolls, given) => {
      const db = begin();
      play(db, rolls);
      for (const one of changes(...given)) {
        const { scheme } = readScheme(db);
        attempt(db, () => {
          const foreseen = foresee(db, scheme, one);
          const { touched } = carryOutAndBack(db, [one]);
          if (foreseen) expect(sorted(foreseen)).toEqual(sorted(touched));
        });
      }
      closeProject(db);
    }),
    { numRuns: 20 },
  );
}, 180_000);

const sorted = (touched: Touched) =>
  [...touched].flatMap(([table, ids]) => [...ids].map((id) => `${table} ${id}`)).sort();

test("a report is seen as it was before its labels were renamed", () => {
  const { db, report } = projectWithMarks();
  const rename = changes({ do: "rename", subject: at("labels", "marker"), to: "antibody" });
  const step = rewriteProject(db, ana, rename).history ?? 0;
  const labels = (at: number) =>
    readThen(db, report, "Ana", at).layer.spans.map((one) => one.label);
  expect(labels(step)).toEqual(["diagnosis", "antibody", "antibody"]);
  expect(labels(step - 1)).toEqual(["diagnosis", "marker", "marker"]);
  const query = { report, about: null, before: null, limit: 9 };
  expect(listSteps(db, "Ben", query).map(({ id }) => id)).toContain(step);
});

test("a renamed label whose span was removed since is not renamed back in part", () => {
  const { db, report } = projectWithMarks();
  rewriteProject(db, ana, changes({ do: "rename", subject: at("labels", "marker"), to: "stain" }));
  const [first] = readLayer(db, report, "Ben").spans;
  setLayerStatus(db, ben, report, "open");
  removeSpans(db, ben, [first?.id ?? ""]);
  const before = dump(db);
  expect(() => undo(db, ana)).toThrow("somebody else has changed what it touched");
  expect(dump(db)).toEqual(before);
});

test("a label merged into itself leaves the entities of its spans as they are", () => {
  const { db, report } = projectWithMarks();
  const [entity] = readLayer(db, report, "Ana").entities;
  updateEntity(db, ana, entity?.id ?? "", { kind: "drug" });
  const before = dump(db);
  rewriteProject(
    db,
    ana,
    changes({ do: "merge", subject: at("labels", "marker"), into: "marker" }),
  );
  expect(dump(db)).toEqual(before);
});
