import { expect, test } from "vitest";
import { LabelDefinition, Scheme, SchemeAdditions } from "../../../shared/model/scheme.ts";
import { addToScheme } from "../../../shared/scheme/add-to-scheme.ts";
import { checkScheme } from "../../../shared/scheme/check-scheme.ts";
import { defaultScheme } from "../../../shared/scheme/default-scheme.ts";

const labelled = (...names: string[]) =>
  SchemeAdditions.parse({ labels: names.map((name) => ({ name })) });
const keysAndColours = (scheme: Scheme) =>
  scheme.labels.map(({ name, key, colour }) => `${name} ${key} ${colour}`);

test("new labels get the first free letter of their name and the next colour", () => {
  const scheme = addToScheme(
    defaultScheme,
    labelled("Lab_value", "Sign_symptom", "Date", "Ärztin"),
    ["e", "l"],
  );
  expect(keysAndColours(scheme).slice(4)).toEqual([
    "Lab_value v red",
    "Sign_symptom s teal",
    "Date a gold",
    "Ärztin z pink",
  ]);
});

test("a label whose letters are all taken gets a capital, then any letter, then none", () => {
  const letters = [..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const key = (...free: string[]) =>
    addToScheme(
      defaultScheme,
      labelled("ox"),
      letters.filter((letter) => !free.includes(letter)),
    ).labels.at(-1)?.key;
  expect([key("x", "O", "a"), key("X", "a"), key("a", "B"), key("B"), key()]).toEqual([
    "x",
    "X",
    "a",
    "B",
    null,
  ]);
});

test("a key and a colour that an addition brings are kept when they are free", () => {
  const label = (name: string, key: string, colour: string) =>
    LabelDefinition.parse({ name, key, colour });
  const additions = SchemeAdditions.parse({
    labels: [label("x", "q", "red"), label("y", "q", "red")],
  });
  expect(keysAndColours(addToScheme(defaultScheme, additions)).slice(4)).toEqual([
    "x q red",
    "y y teal",
  ]);
});

test("many labels never have their neighbour's colour or another's key", () => {
  const names = Array.from({ length: 60 }, (_, index) => `label ${index}`);
  const { labels } = addToScheme(defaultScheme, labelled(...names), ["e", "n"]);
  const keys = labels.flatMap(({ key }) => key ?? []);
  expect(labels.every(({ colour }, at) => colour !== labels[at - 1]?.colour)).toBe(true);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys.includes("e") || keys.includes("n")).toBe(false);
});

test("what a scheme has already is widened, never narrowed", () => {
  const scheme = Scheme.parse({
    name: "a",
    labels: [{ name: "x", key: "x" }],
    kinds: [{ name: "k", fields: [{ name: "f", type: "choice", choices: ["1"] }], codes: ["A"] }],
    attributes: [
      { name: "p", type: "choice", choices: ["NEG"], on: ["x"] },
      { name: "q", type: "flag", on: ["x"] },
    ],
    relations: [{ name: "r", from: ["x"], to: ["x"] }],
    events: [{ name: "e", roles: [{ name: "agent", targets: ["x"] }] }],
  });
  const additions = SchemeAdditions.parse({
    labels: [{ name: "x", key: "z" }],
    kinds: [{ name: "k", fields: [{ name: "f", type: "choices", choices: ["2"] }], codes: ["B"] }],
    attributes: [
      { name: "p", type: "choice", choices: ["NEG", "POS"], on: ["y"] },
      { name: "q", type: "choice", choices: ["yes"] },
    ],
    relations: [{ name: "r", from: ["y"] }],
    events: [{ name: "e", roles: [{ name: "agent", targets: ["y"] }, { name: "place" }] }],
    groups: [{ name: "g" }],
  });
  const both = Scheme.parse({
    name: "a",
    labels: [{ name: "x", key: "x" }],
    kinds: [
      {
        name: "k",
        fields: [{ name: "f", type: "choices", choices: ["1", "2"] }],
        codes: ["A", "B"],
      },
    ],
    attributes: [
      { name: "p", type: "choice", choices: ["NEG", "POS"], on: ["x", "y"] },
      { name: "q", type: "text", choices: ["yes"] },
    ],
    relations: [{ name: "r", from: ["x", "y"], to: [] }],
    events: [{ name: "e", roles: [{ name: "agent", targets: ["x", "y"] }, { name: "place" }] }],
    groups: [{ name: "g" }],
  });
  expect(addToScheme(scheme, additions)).toEqual(both);
  expect(addToScheme(both, additions)).toEqual(both);
});

test("the default scheme has nothing to complain about", () => {
  expect(checkScheme(defaultScheme)).toEqual([]);
});

test("names and keys used twice, unknown names and circles each get a sentence", () => {
  const scheme = Scheme.parse({
    name: "a",
    labels: [
      { name: "x", key: "k", parent: "y" },
      { name: "y", key: "k", parent: "x" },
      { name: "y", kind: "disease" },
      { name: "z", parent: "nobody" },
    ],
    kinds: [{ name: "k", fields: [{ name: "f", type: "choice" }] }],
    attributes: [{ name: "p", type: "choice", choices: ["A", "A"], on: ["w"] }],
    relations: [{ name: "r", from: ["w"] }],
    events: [{ name: "e", roles: [{ name: "agent", targets: ["v"] }] }],
  });
  expect(checkScheme(scheme)).toEqual([
    "Two labels are named “y”; rename or remove one of them.",
    "The key “k” is given to “x” and “y”; give each label a key of its own.",
    "The label “y” is of the kind “disease”, but there is no such kind.",
    "The label “z” has the parent “nobody”, but there is no such label.",
    "The attribute “p” lists the choice “A” twice; remove one of them.",
    "The attribute “p” is for the label “w”, which does not exist.",
    "The “k” field “f” is a choice but has nothing to choose from; list its choices.",
    "The relation “r” refers to “w”, which is no label, kind or event.",
    "The event “e” (role agent) refers to “v”, which is no label, kind or event.",
  ]);
});

test("a circle of parents is told once, a parent chain that leads into it is not one", () => {
  const scheme = Scheme.parse({
    name: "a",
    labels: [
      { name: "x", parent: "y" },
      { name: "y", parent: "x" },
      { name: "z", parent: "x" },
      { name: "w", parent: "w" },
    ],
  });
  expect(checkScheme(scheme)).toEqual([
    "Labels must not be their own ancestors: “x”, then “y”, then “x”; clear one of these parents.",
    "Labels must not be their own ancestors: “w”, then “w”; clear one of these parents.",
  ]);
});
