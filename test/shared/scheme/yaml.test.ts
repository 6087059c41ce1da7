import fc from "fast-check";
import { expect, test } from "vitest";
import { AppError } from "../../../shared/errors.ts";
import { colours, Scheme } from "../../../shared/model/scheme.ts";
import { checkScheme } from "../../../shared/scheme/check-scheme.ts";
import { defaultScheme } from "../../../shared/scheme/default-scheme.ts";
import { schemeFromYaml, schemeToYaml } from "../../../shared/scheme/yaml.ts";

test("a scheme is written without what goes without saying", () => {
  const scheme = Scheme.parse({
    name: "Small",
    labels: [{ name: "marker", kind: "marker", colour: "blue", key: "m" }, { name: "yes" }],
    kinds: [
      { name: "marker", fields: [{ name: "result", type: "choice", choices: ["no", "n/a", "1"] }] },
    ],
  });
  const body = schemeToYaml(scheme).replace(/^(#.*)?\n/gm, "");
  expect(body).toBe(`name: Small
labels:
  - name: marker
    kind: marker
    colour: blue
    key: m
  - name: yes
kinds:
  - name: marker
    fields:
      - name: result
        type: choice
        choices: [no, n/a, "1"]
`);
});

test("the default scheme comes back as it was", () => {
  expect(schemeFromYaml(schemeToYaml(defaultScheme), "scheme.yaml")).toEqual(defaultScheme);
});

const name = fc
  .string({ unit: "binary", minLength: 1, maxLength: 30 })
  .map((text) => text.trim())
  .filter((text) => text !== "");
const guideline = fc.oneof(
  fc.string({ unit: "binary" }),
  fc
    .array(fc.constantFrom("word ", "  ", "\n", "\n\n", ": ", "# ", "- x", "long ".repeat(25)))
    .map((pieces) => pieces.join("")),
);
const distinct = (least: number, most: number) =>
  fc.uniqueArray(name, { minLength: least, maxLength: most });

/** Schemes with nothing for checkScheme to complain about, and every kind of definition. */
const sound: fc.Arbitrary<Scheme> = fc
  .record({
    title: name,
    names: distinct(4, 6),
    choices: distinct(1, 5),
    guideline,
    unit: fc.string({ unit: "binary", maxLength: 5 }),
    colour: fc.constantFrom(...colours),
    key: fc.constantFrom("a", "Z", "#", "'", "-", "~", "0", null),
    type: fc.constantFrom("flag", "choice", "choices", "number", "text"),
  })
  .map(({ title, names, choices, guideline, unit, colour, key, type }) => {
    const [first, second] = names;
    const attribute = { name: first, type, choices, unit, on: [second] };
    return Scheme.parse({
      name: title,
      labels: names.map((name, at) => ({
        name,
        ...(at === 0 ? { colour, key, guideline } : { parent: first, kind: second }),
      })),
      kinds: [{ name: second, fields: [attribute], codes: choices }],
      attributes: [attribute],
      relations: [{ name: first, from: [first], to: names }],
      events: [{ name: second, roles: [{ name: first, targets: [second] }] }],
      groups: names.map((name) => ({ name })),
      reportLabels: [{ ...attribute, on: [] }],
    });
  });

test("any sound scheme comes back from YAML as it was", () => {
  fc.assert(
    fc.property(sound, (scheme) => {
      expect(checkScheme(scheme)).toEqual([]);
      expect(schemeFromYaml(schemeToYaml(scheme), "scheme.yaml")).toEqual(scheme);
    }),
  );
});

function refusal(yaml: string): string {
  try {
    schemeFromYaml(yaml, "my scheme.yaml");
  } catch (error) {
    if (error instanceof AppError && error.code === "bad-file") return error.message;
    throw error;
  }
  return "no refusal";
}

test.each([
  ["", "line 1: this is no scheme; it must begin with “name:” and have a list of “labels:”."],
  ["- a", "line 1: this is no scheme; it must begin with “name:” and have a list of “labels:”."],
  ["labels: []", "line 1: “name” is missing; add it."],
  [
    "name: a\nlabels:\n  - name: x\n    color: red",
    "line 4: “labels 1, color” is nothing a scheme has; remove it.",
  ],
  [
    "name: a\nlabels:\n  - name: x\n  - name: y\n    key: ab",
    "line 5: “labels 2, key” is not right (Too big: expected string to have exactly 1 characters); correct it.",
  ],
  ["name: a\nkinds:\n  - fields: []", "line 3: “kinds 1, name” is missing; add it."],
  ["name: a\nname: b", "line 2: this is not valid YAML (Map keys must be unique); correct it."],
  ["name: &n a\ngroups:\n  - name: *n", "line 3: “*n” is an alias; write its value."],
  [
    "name: a\nlabels:\n  - name: x\n  - name: x",
    "Two labels are named “x”; rename or remove one of them.",
  ],
])("%j is refused with a sentence", (yaml, sentence) => {
  const colon = sentence.startsWith("line") ? ", " : ": ";
  expect(refusal(yaml)).toBe(`my scheme.yaml${colon}${sentence}`);
});

test("aliases that stand for gigabytes are refused at once", () => {
  const lines = Array.from({ length: 30 }, (_, at) => `k${at + 1}: &k${at + 1} [*k${at}, *k${at}]`);
  expect(refusal(`k0: &k0 x\n${lines.join("\n")}`)).toMatch(/is an alias/);
});

test("examples come back as they were, good ones by default", () => {
  const examples = [
    { text: "CD34", isGood: true, note: "" },
    { text: "positive", isGood: false, note: "a result" },
  ];
  const [marker] = defaultScheme.labels;
  if (!marker) throw new Error("the default scheme has no labels");
  const scheme = { ...defaultScheme, labels: [{ ...marker, examples }] };
  expect(schemeFromYaml(schemeToYaml(scheme), "x").labels[0]?.examples).toEqual(examples);
  const short = schemeFromYaml("name: s\nlabels:\n  - {name: a, examples: [{text: b}]}\n", "x");
  expect(short.labels[0]?.examples).toEqual([{ text: "b", isGood: true, note: "" }]);
});
