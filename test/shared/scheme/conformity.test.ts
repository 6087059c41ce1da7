import { expect, test } from "vitest";
import type { Entity, Layer, Span } from "../../../shared/model/annotation.ts";
import { Scheme } from "../../../shared/model/scheme.ts";
import { layerProblems } from "../../../shared/scheme/conformity.ts";
import { defaultScheme } from "../../../shared/scheme/default-scheme.ts";

const scheme: Scheme = {
  ...defaultScheme,
  ...Scheme.pick({ relations: true, events: true, groups: true, reportLabels: true }).parse({
    relations: [{ name: "treats", from: ["drug"], to: ["diagnosis"] }],
    events: [{ name: "therapy", roles: [{ name: "agent", targets: ["drug"] }] }],
    groups: [{ name: "same" }],
    reportLabels: [{ name: "topics", type: "choices", choices: ["bone", "skin"] }],
  }),
  attributes: [
    ...defaultScheme.attributes,
    { name: "grade", type: "choice", choices: ["1", "2"], unit: "", on: ["diagnosis"] },
  ],
};

const span = (id: string, label: string, more: Partial<Span> = {}): Span => ({
  id,
  label,
  ranges: [{ start: 0, end: 1 }],
  quote: "x",
  attributes: {},
  entity: null,
  note: "",
  ...more,
});

const entity = (id: string, kind: string, more: Partial<Entity> = {}): Entity => ({
  id,
  kind,
  name: "x",
  codes: [],
  fields: {},
  note: "",
  ...more,
});

const layer = (more: Partial<Layer>): Layer => ({
  id: "layer",
  annotator: "Ada",
  status: "open",
  spans: [],
  entities: [],
  relations: [],
  events: [],
  groups: [],
  labels: {},
  ...more,
});

const annotation = { attributes: {}, note: "" };

test("a layer that keeps to the scheme has no problems", () => {
  const problems = layerProblems(
    scheme,
    layer({
      spans: [
        span("t1", "diagnosis", { entity: "e1", attributes: { negated: true, grade: "2" } }),
        span("t2", "drug"),
      ],
      entities: [
        entity("e1", "diagnosis", {
          fields: { status: "primary", site: "uterus" },
          codes: [{ system: "ICD-O-3 morphology", code: "8890/3", display: "" }],
        }),
        entity("e2", "marker", { fields: { percent: 40 } }),
      ],
      relations: [{ id: "r1", label: "treats", from: "t2", to: "t1", ...annotation }],
      events: [
        {
          id: "v1",
          label: "therapy",
          trigger: "t2",
          arguments: [{ role: "agent", target: "t2" }],
          ...annotation,
        },
      ],
      groups: [{ id: "g1", label: "same", members: ["t1"], note: "" }],
      labels: { topics: ["bone", "skin"] },
    }),
  );
  expect(problems).toEqual([]);
});

test("names that the scheme does not have are told once, with their number", () => {
  const problems = layerProblems(
    scheme,
    layer({
      spans: [
        span("t1", "organ", { attributes: { side: "left" } }),
        span("t2", "organ"),
        span("t3", "organ"),
      ],
      entities: [
        entity("e1", "gene"),
        entity("e2", "marker", {
          fields: { colour: "brown" },
          codes: [{ system: "HGNC", code: "1", display: "" }],
        }),
      ],
      relations: [{ id: "r1", label: "near", from: "t1", to: "t2", ...annotation }],
      events: [
        { id: "v1", label: "fall", trigger: "t1", arguments: [], ...annotation },
        {
          id: "v2",
          label: "therapy",
          trigger: "t1",
          arguments: [{ role: "place", target: "t2" }],
          ...annotation,
        },
      ],
      groups: [{ id: "g1", label: "chain", members: ["t1"], note: "" }],
      labels: { mood: "good" },
    }),
  );
  expect(problems).toEqual([
    "The scheme has no label “organ” (3 times).",
    "The scheme has no attribute “side”.",
    "The scheme has no kind “gene”.",
    "The scheme has no “marker” field “colour”.",
    "The kind “marker” has no codes of “HGNC”.",
    "The scheme has no relation “near”.",
    "The scheme has no event “fall”.",
    "The scheme has no “therapy” role “place”.",
    "The scheme has no group “chain”.",
    "The scheme has no report label “mood”.",
  ]);
});

test("values outside their choices and ranges, and things in the wrong place, are told", () => {
  const problems = layerProblems(
    scheme,
    layer({
      spans: [
        span("t1", "diagnosis", { entity: "e1", attributes: { negated: "yes", grade: "3" } }),
        span("t2", "drug", { attributes: { grade: "1" } }),
      ],
      entities: [
        entity("e1", "marker", { fields: { percent: 140, result: ["positive", "negative"] } }),
        entity("e2", "marker", { fields: { percent: "many" } }),
      ],
      relations: [{ id: "r1", label: "treats", from: "t1", to: "t2", ...annotation }],
      events: [
        {
          id: "v1",
          label: "therapy",
          trigger: "t1",
          arguments: [{ role: "agent", target: "t1" }],
          ...annotation,
        },
      ],
      labels: { topics: ["bone", "hair"] },
    }),
  );
  expect(problems).toEqual([
    "A span labelled “diagnosis” is linked to a marker, not to a diagnosis.",
    "The attribute “negated” is a flag but has the value “yes”.",
    "The attribute “grade” does not offer “3”.",
    "The attribute “grade” is not for the label “drug”.",
    "The “marker” field “percent” is 140 %, which is not between 0 and 100.",
    "The “marker” field “result” takes one choice but has several.",
    "The “marker” field “percent” is a number but has the value “many”.",
    "The relation “treats” must not begin at a “diagnosis”.",
    "The relation “treats” must not lead to a “drug”.",
    "The role “agent” of the event “therapy” must not be a “diagnosis”.",
    "The report label “topics” does not offer “hair”.",
  ]);
});
