import { expect, test } from "vitest";
import { readAnnotationConf } from "../../../../shared/formats/brat/read-conf.ts";
import { writeAnnotationConf } from "../../../../shared/formats/brat/write-conf.ts";
import { Scheme, type SchemeAdditions } from "../../../../shared/model/scheme.ts";

const nothing: SchemeAdditions = {
  labels: [],
  kinds: [],
  attributes: [],
  relations: [],
  events: [],
  groups: [],
  reportLabels: [],
};
const label = (name: string, parent: string | null = null) => ({
  name,
  parent,
  kind: null,
  colour: "slate" as const,
  key: null,
  guideline: "",
});

function read(...lines: string[]) {
  return readAnnotationConf(lines.join("\n"), "annotation.conf");
}

test("entities are labels, and indentation makes parents", () => {
  const { additions, warnings } = read(
    "# Types",
    "[entities]",
    "",
    "!Thing",
    "\tTumour",
    "\t\tSarcoma",
    "\tDrug",
    "Person",
  );
  expect(additions).toEqual({
    ...nothing,
    labels: [
      label("Thing"),
      label("Tumour", "Thing"),
      label("Sarcoma", "Tumour"),
      label("Drug", "Thing"),
      label("Person"),
    ],
  });
  expect(warnings).toEqual([
    "annotation.conf, line 4: marks Thing as a heading only; here it is a label.",
  ]);
});

test("relations, groups, events and attributes are read with macros expanded", () => {
  const { additions, warnings } = read(
    "[entities]",
    "Marker",
    "Drug",
    "Tumour",
    "<THING>=Drug|Tumour",
    "[relations]",
    "Of Arg1:<THING>, Arg2:<ENTITY>|<EVENT>",
    "Equiv\tArg1:<ANY>, Arg2:<ANY>, <REL-TYPE>:symmetric-transitive",
    "[events]",
    "---------",
    "Staining\tWhat*:Marker|<EVENT>, Where*:<THING>",
    "[attributes]",
    "Negated\tArg:<EVENT>",
    "Result\tArg:Marker, Value:positive|negative",
  );
  expect(additions).toEqual({
    ...nothing,
    labels: ["Marker", "Drug", "Tumour", "Staining"].map((name) => label(name)),
    relations: [{ name: "Of", from: ["Drug", "Tumour"], to: [] }],
    groups: [{ name: "Equiv" }],
    events: [
      {
        name: "Staining",
        roles: [
          { name: "What", targets: ["Marker", "Staining"] },
          { name: "Where", targets: ["Drug", "Tumour"] },
        ],
      },
    ],
    attributes: [
      { name: "Negated", type: "flag", choices: [], unit: "", on: ["Staining"] },
      {
        name: "Result",
        type: "choice",
        choices: ["positive", "negative"],
        unit: "",
        on: ["Marker"],
      },
    ],
  });
  expect(warnings).toEqual([]);
});

test("what a scheme does not hold, or nobody understands, is said with its line", () => {
  const { warnings } = read(
    "[entities]",
    "A|B",
    "C and D",
    "[relations]",
    "R Arg1:A, Arg2:A, <REL-TYPE>:symmetric",
    "R Arg1:C, Arg2:C",
    "S Arg1:A",
    "ENTITY-NESTING Arg1:A, Arg2:A",
    "[events]",
    "E Theme+:A",
    "[attributes]",
    "N Arg:A, <VIS>:x",
    "[search]",
    "Google <URL>:x",
    '# Casemark labels {"colour":"none"}',
  );
  expect(warnings).toEqual([
    "annotation.conf, line 3: is not understood.",
    "annotation.conf, line 15: is not understood.",
    'annotation.conf, line 2: also calls A "B", which is not kept.',
    "annotation.conf, line 5: makes R symmetric, which is not kept.",
    "annotation.conf, line 6: defines R again; which ends go together is not kept.",
    "annotation.conf, line 7: does not give S two ends, and is left out.",
    "annotation.conf, line 8: says what may nest, which is not kept.",
    "annotation.conf, line 12: says <VIS> of N, which is not kept.",
    "annotation.conf, line 14: stands in a section that is not known ([search]).",
    "annotation.conf: how often a role may be filled (?, +, {n}) is not kept.",
  ]);
});

const scheme = Scheme.parse({
  name: "Casemark",
  labels: [
    { name: "diagnosis", kind: "diagnosis", colour: "blue", key: "d", guideline: "Two\nlines." },
    { name: "sarcoma", parent: "diagnosis" },
    { name: "PD-L1 (22C3)" },
    { name: "staining" },
  ],
  kinds: [{ name: "diagnosis", fields: [{ name: "site", type: "text" }], codes: ["ICD-O"] }],
  attributes: [
    { name: "other person", type: "flag" },
    { name: "result", type: "choice", choices: ["positive", "not stated"] },
    { name: "sites", type: "choices", choices: ["skin", "lung"], on: ["diagnosis"] },
    { name: "percent", type: "number", unit: "%" },
  ],
  relations: [{ name: "of", from: ["sarcoma"] }],
  events: [{ name: "staining", roles: [{ name: "by whom", targets: ["diagnosis"] }] }],
  groups: [{ name: "Equiv" }],
  reportLabels: [{ name: "type", type: "choice", choices: ["biopsy"] }],
});

test("a scheme becomes what brat can say, with the rest in comments", () => {
  expect(writeAnnotationConf(scheme).split("\n").slice(0, 18)).toEqual([
    "[entities]",
    "diagnosis",
    "\tsarcoma",
    "PD-L1__22C3_",
    "",
    "[relations]",
    "of\tArg1:sarcoma, Arg2:<ENTITY>|<EVENT>",
    "Equiv\tArg1:<ENTITY>|<EVENT>, Arg2:<ENTITY>|<EVENT>, <REL-TYPE>:symmetric-transitive",
    "",
    "[events]",
    "staining\tby_whom*:diagnosis",
    "",
    "[attributes]",
    "other_person\tArg:<ENTITY>|<EVENT>",
    "result\tArg:<ENTITY>|<EVENT>, Value:positive|not_stated",
    "sites\tArg:diagnosis, Value:skin|lung",
    "",
    '# Casemark names {"PD-L1__22C3_":"PD-L1 (22C3)","by_whom":"by whom","other_person":"other person"}',
  ]);
});

test("a scheme is read back whole, and written again as it was", () => {
  const { name, ...definitions } = scheme;
  const written = writeAnnotationConf(scheme);
  const { additions, warnings } = readAnnotationConf(written, "annotation.conf");
  expect({ additions, warnings }).toEqual({ additions: definitions, warnings: [] });
  expect(writeAnnotationConf({ name, ...additions })).toBe(written);
});

test("labels that are events keep their place among the others", () => {
  const scheme = Scheme.parse({
    name: "Mixed",
    labels: [{ name: "Age" }, { name: "Event" }, { name: "Sex" }],
    events: [{ name: "Event" }],
  });
  const { additions } = readAnnotationConf(writeAnnotationConf(scheme), "annotation.conf");
  expect(additions.labels.map(({ name }) => name)).toEqual(["Age", "Event", "Sex"]);
});
