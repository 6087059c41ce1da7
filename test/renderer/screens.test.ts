import { describe, expect, test } from "vitest";
import { groupProblems } from "../../renderer/dialogs/group-problems.ts";
import { keyProblem, possibleParents, withLabel } from "../../renderer/scheme/change-label.ts";
import { inTreeOrder } from "../../renderer/scheme/label-tree.ts";
import { parseRoute, routeHash } from "../../renderer/shell/route.ts";
import { Scheme } from "../../shared/model/scheme.ts";

const scheme = Scheme.parse({
  name: "Tumours",
  labels: [
    { name: "grade", parent: "tumour" },
    { name: "tumour", key: "t" },
    { name: "margin", parent: "no such label" },
    { name: "nuclear grade", parent: "grade" },
  ],
});

test("what the page shows stands in its address, and anything unknown is the library", () => {
  const route = { screen: "annotate", report: "a/b 1" } as const;
  expect(parseRoute(routeHash(route))).toEqual(route);
  expect(parseRoute("#/annotate")).toEqual({ screen: "annotate", report: null });
  expect(parseRoute("#some-token")).toEqual({ screen: "library" });
});

describe("the scheme screen", () => {
  test("puts each label below its parent, and one without its parent at the top", () => {
    expect(inTreeOrder(scheme.labels).map(({ label, depth }) => [label.name, depth])).toEqual([
      ["tumour", 0],
      ["grade", 1],
      ["nuclear grade", 2],
      ["margin", 0],
    ]);
  });

  test("never offers a label as a parent of what stands above it", () => {
    expect(possibleParents(scheme, "grade")).toEqual(["tumour", "margin"]);
  });

  test("says which label has a key already, and which keys belong to the app", () => {
    expect(keyProblem(scheme, "grade", "t")).toBe("“t” already marks tumour.");
    expect(keyProblem(scheme, "tumour", "t")).toBeNull();
    expect(keyProblem(scheme, "grade", "1")).toBe(
      "“1” is a key of Casemark itself; choose another.",
    );
  });

  test("changes one label and leaves the rest of the scheme as it is", () => {
    const changed = withLabel(scheme, "tumour", { colour: "red" });
    expect(changed.labels[1]).toEqual({ ...scheme.labels[1], colour: "red" });
    expect({ ...changed, labels: [] }).toEqual({ ...scheme, labels: [] });
  });
});

test("the import dialog shows a sentence once, with all files it is about, the most frequent first", () => {
  const problems = [
    { file: "a.txt", message: '"a.txt" is empty.' },
    { file: "b.ann", message: '"b.ann" has no text.' },
    { file: "c.ann", message: '"c.ann" has no text.' },
  ];
  expect(groupProblems(problems)).toEqual([
    { message: '"…" has no text.', files: ["b.ann", "c.ann"] },
    { message: '"a.txt" is empty.', files: ["a.txt"] },
  ]);
});
