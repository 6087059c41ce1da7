import { expect, test } from "vitest";
import { Scheme } from "../../../shared/model/scheme.ts";
import { checkScheme } from "../../../shared/scheme/check-scheme.ts";
import { schemeDifferences } from "../../../shared/scheme/compare.ts";
import { defaultScheme } from "../../../shared/scheme/default-scheme.ts";
import { type NamedList, SchemeChange } from "../../../shared/scheme/rewrite-changes.ts";
import { rewriteScheme } from "../../../shared/scheme/rewrite-scheme.ts";

const scheme = Scheme.parse({
  name: "s",
  labels: [
    { name: "tumour", kind: "tumour", key: "t", examples: [{ text: "LMS" }] },
    { name: "sarcoma", parent: "tumour", kind: "tumour", guideline: "Of soft tissue." },
    { name: "rare sarcoma", parent: "sarcoma" },
    { name: "marker", key: "m" },
  ],
  kinds: [{ name: "tumour", fields: [{ name: "site", type: "text" }] }],
  attributes: [
    { name: "grade", type: "choice", choices: ["low", "high"], on: ["tumour"] },
    {
      name: "why",
      type: "text",
      onlyWith: { attribute: "grade", values: ["high"] },
    },
  ],
  relations: [{ name: "shows", from: ["tumour"], to: ["marker"] }],
  events: [{ name: "course", roles: [{ name: "of", targets: ["sarcoma"] }] }],
});

const at = (list: NamedList, name: string, of: string | null = null) => ({ list, of, name });
const rewritten = (change: unknown) => rewriteScheme(scheme, SchemeChange.parse(change));
const told = (change: unknown) => schemeDifferences(scheme, rewritten(change));

test("a renamed label takes along what refers to it; a kind of its name is still meant beside it", () => {
  expect(told({ do: "rename", subject: at("labels", "tumour"), to: "neoplasm" })).toEqual([
    "Label “tumour” is named “neoplasm”.",
    "Label “sarcoma”: parent “neoplasm” instead of “tumour”.",
    "Attribute “grade”: labels with “neoplasm” and without “tumour”.",
    "Relation “shows”: from with “neoplasm”.",
  ]);
});

test("a name that is taken is refused, and so is what is no longer there", () => {
  const rename = { do: "rename", subject: at("labels", "tumour"), to: "marker" };
  expect(() => rewritten(rename)).toThrow("There is a label “marker” already; merge the two");
  const gone = { do: "rename", subject: at("labels", "nothing"), to: "x" };
  expect(() => rewritten(gone)).toThrow("The scheme has no label “nothing” any more");
});

test("merging a label into one below it leads in no circle, and the rest hangs below that one", () => {
  const after = rewritten({ do: "merge", subject: at("labels", "tumour"), into: "rare sarcoma" });
  expect(checkScheme(after)).toEqual([]);
  expect(after.labels.map(({ name, parent }) => [name, parent])).toEqual([
    ["sarcoma", "rare sarcoma"],
    ["rare sarcoma", null],
    ["marker", null],
  ]);
  expect(after.labels[1]?.examples).toEqual([{ text: "LMS", isGood: true, note: "" }]);
});

test("removing the only label that an attribute is for is told as what it means", () => {
  const remove = { do: "remove", subject: at("labels", "sarcoma"), annotations: "remove" };
  expect(told(remove)).toEqual([
    "Label “rare sarcoma”: parent “tumour” instead of “sarcoma”.",
    "Label “sarcoma” is gone.",
    "“course” role “of”: targets any instead of “sarcoma”.",
  ]);
});

test("a kind that goes leaves its labels without one; one that is renamed takes them along", () => {
  const kinds = (change: unknown) => rewritten(change).labels.map(({ kind }) => kind);
  const subject = at("kinds", "tumour");
  expect(kinds({ do: "remove", subject, annotations: "keep" })).toEqual([null, null, null, null]);
  expect(kinds({ do: "rename", subject, to: "lesion" })).toEqual(["lesion", "lesion", null, null]);
});

test("a choice that is renamed or goes is followed by the rules that name it", () => {
  const subject = at("attributes", "grade");
  const rule = (change: unknown) => rewritten(change).attributes[1]?.onlyWith;
  expect(rule({ do: "rename-choice", subject, choice: "high", to: "G3" })).toEqual({
    attribute: "grade",
    values: ["G3"],
  });
  expect(rule({ do: "rename", subject, to: "G" })).toEqual({ attribute: "G", values: ["high"] });
  expect(rule({ do: "remove", subject, annotations: "remove" })).toBe(undefined);
});

test("a split puts the new labels behind their origin, with its kind, a free key and its rights", () => {
  const after = rewritten({
    do: "split",
    label: "tumour",
    parts: [{ to: "metastasis", where: { by: "words", words: ["metasta"] } }],
  });
  expect(checkScheme(after)).toEqual([]);
  expect(after.labels[1]).toMatchObject({ name: "metastasis", kind: "tumour", key: "e" });
  expect(after.relations[0]?.from).toEqual(["tumour", "metastasis"]);
});

test("a label moves below another and between its siblings, but never below itself", () => {
  const after = rewritten({ do: "move", label: "marker", parent: "tumour", before: "sarcoma" });
  expect(after.labels.map(({ name }) => name)).toEqual([
    "tumour",
    "marker",
    "sarcoma",
    "rare sarcoma",
  ]);
  expect(() => rewritten({ do: "move", label: "tumour", parent: "rare sarcoma" })).toThrow(
    "“tumour” cannot stand below itself",
  );
});

test("fields and roles change where they stand", () => {
  expect(told({ do: "rename", subject: at("fields", "site", "tumour"), to: "place" })).toEqual([
    "“tumour” field “site” is named “place”.",
  ]);
  expect(told({ do: "rename", subject: at("roles", "of", "course"), to: "subject" })).toEqual([
    "“course” role “of” is named “subject”.",
  ]);
});

test("the same scheme twice differs in nothing", () => {
  expect(schemeDifferences(defaultScheme, structuredClone(defaultScheme))).toEqual([]);
});
