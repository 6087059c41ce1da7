import { expect, test } from "vitest";
import type { Entity, Relation, Span } from "../../../shared/model/annotation.ts";
import { Scheme } from "../../../shared/model/scheme.ts";
import { checkScheme } from "../../../shared/scheme/check-scheme.ts";
import { ruleChecker } from "../../../shared/scheme/rules.ts";
import { schemeFromYaml, schemeToYaml } from "../../../shared/scheme/yaml.ts";

const scheme = Scheme.parse({
  name: "Rules",
  labels: [{ name: "marker", kind: "marker" }, { name: "drug" }],
  kinds: [
    {
      name: "marker",
      fields: [
        { name: "result", type: "choice", choices: ["positive", "negative"], required: true },
        {
          name: "percent",
          type: "number",
          unit: "%",
          onlyWith: { attribute: "result", values: ["positive"] },
        },
      ],
    },
  ],
  attributes: [
    { name: "dose", type: "number", unit: "mg", min: 0, on: ["drug"], required: true },
    { name: "certainty", type: "number", min: 1, max: 5 },
  ],
  relations: [{ name: "treats", from: ["drug"], to: ["marker"] }],
  reportLabels: [{ name: "quality", type: "choice", choices: ["good", "poor"], required: true }],
});
const check = ruleChecker(scheme);

const span = (label: string, attributes: Span["attributes"]): Span => ({
  id: "s",
  label,
  ranges: [{ start: 0, end: 1 }],
  quote: "x",
  attributes,
  entity: null,
  note: "",
});
const marker = (fields: Entity["fields"]): Entity => ({
  id: "e",
  kind: "marker",
  name: "CD34",
  codes: [],
  fields,
  note: "",
});
const sentences = (problems: readonly { sentence: string }[]) =>
  problems.map(({ sentence }) => sentence);

test("a value that is required is missed only where it may be", () => {
  expect(check.span(span("drug", {}))).toEqual([
    { attribute: "dose", rule: "required", sentence: "The attribute “dose” is missing." },
  ]);
  expect(check.span(span("marker", {}))).toEqual([]);
  expect(sentences(check.entity(marker({})))).toEqual(["The field “result” is missing."]);
  expect(sentences(check.report({}))).toEqual(["The report label “quality” is missing."]);
  expect(check.report({ quality: "good" })).toEqual([]);
});

test("a number lies within its range, whose ends belong to it", () => {
  const certainty = (value: number) => sentences(check.span(span("marker", { certainty: value })));
  expect(certainty(1)).toEqual([]);
  expect(certainty(5)).toEqual([]);
  expect(certainty(6)).toEqual(["The attribute “certainty” is 6, which is not between 1 and 5."]);
  expect(sentences(check.span(span("drug", { dose: -2 })))).toEqual([
    "The attribute “dose” is -2 mg, which is less than 0.",
  ]);
});

test("a value that only goes with another is a problem without it, and a share stays below 100", () => {
  expect(check.entity(marker({ result: "positive", percent: 90 }))).toEqual([]);
  expect(check.entity(marker({ result: "negative", percent: 900 }))).toEqual([
    {
      attribute: "percent",
      rule: "condition",
      sentence: "The field “percent” is only for where “result” is “positive”.",
    },
    {
      attribute: "percent",
      rule: "range",
      sentence: "The field “percent” is 900 %, which is not between 0 and 100.",
    },
  ]);
});

test("names that the scheme has not, and ends that a relation must not have, are said", () => {
  expect(sentences(check.span(span("gene", { colour: "red" })))).toEqual([
    "The scheme has no label “gene”.",
    "The scheme has no attribute “colour”.",
  ]);
  const relation = (label: string): Relation => ({
    id: "r",
    label,
    from: "a",
    to: "b",
    attributes: {},
    note: "",
  });
  const typeOf = (id: string) => ({ a: "drug", b: "drug" })[id];
  expect(sentences(check.relation(relation("treats"), typeOf))).toEqual([
    "The relation “treats” must not lead to a “drug”.",
  ]);
  expect(sentences(check.relation(relation("causes"), typeOf))).toEqual([
    "The scheme has no relation “causes”.",
  ]);
});

test("rules stand in YAML and come back; a scheme without them says nothing of them", () => {
  expect(schemeFromYaml(schemeToYaml(scheme), "rules.yaml")).toEqual(scheme);
  const plain = schemeToYaml(
    Scheme.parse({ name: "Plain", attributes: [{ name: "a", type: "flag" }] }),
  );
  expect(
    plain
      .split("\n")
      .filter((line) => !line.startsWith("#"))
      .join("\n"),
  ).not.toMatch(/required|onlyWith|min|max/);
});

test("rules that say nothing, or that nothing can keep, are problems of the scheme", () => {
  const attributes = [
    { name: "a", type: "flag", required: true },
    { name: "b", type: "text", max: 3 },
    { name: "c", type: "number", min: 3, max: 2 },
    { name: "d", type: "text", onlyWith: { attribute: "e" } },
    { name: "f", type: "text", onlyWith: { attribute: "g", values: ["z"] } },
    { name: "g", type: "choice", choices: ["x"], onlyWith: { attribute: "g" } },
  ];
  expect(checkScheme(Scheme.parse({ name: "Broken", attributes }))).toEqual([
    "The attribute “a” is a flag that is required, so it would say nothing; correct it.",
    "The attribute “b” has a least or a greatest value but is no number; correct it.",
    "The attribute “c” has 3 as its least value, which is more than its greatest, 2; correct it.",
    "The attribute “d” is only allowed with “e”, which does not exist; correct it.",
    "The attribute “f” is only allowed where “g” is “z”, which it does not offer; correct it.",
    "The attribute “g” is only allowed with itself; correct it.",
  ]);
});
