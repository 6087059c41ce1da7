import { expect, test } from "vitest";
import { dropPlace, inTreeOrder, type Step, stepOf } from "../../../renderer/scheme/label-tree.ts";
import { Scheme } from "../../../shared/model/scheme.ts";
import { SchemeChange } from "../../../shared/scheme/rewrite-changes.ts";
import { rewriteScheme } from "../../../shared/scheme/rewrite-scheme.ts";

const scheme = Scheme.parse({
  name: "s",
  labels: [
    { name: "a" },
    { name: "a1", parent: "a" },
    { name: "a2", parent: "a" },
    { name: "b" },
    { name: "c" },
  ],
});

const drawn = ({ labels }: Scheme) =>
  inTreeOrder(labels).map(({ label, depth }) => `${"-".repeat(depth)}${label.name}`);

/** The tree after one step; the tree as it is where there is none. */
function after(name: string, step: Step): string[] {
  const place = stepOf(scheme.labels, name, step);
  if (!place) return drawn(scheme);
  const change = SchemeChange.parse({ do: "move", label: name, ...place });
  return drawn(rewriteScheme(scheme, change));
}

test("up and down move a label with what is below it among its siblings, and stop at the ends", () => {
  expect(after("b", "up")).toEqual(["b", "a", "-a1", "-a2", "c"]);
  expect(after("a", "down")).toEqual(["b", "a", "-a1", "-a2", "c"]);
  expect(after("a1", "down")).toEqual(["a", "-a2", "-a1", "b", "c"]);
  expect(after("a", "up")).toEqual(drawn(scheme));
  expect(after("c", "down")).toEqual(drawn(scheme));
});

test("in puts a label below the one above it, out beside its parent", () => {
  expect(after("b", "in")).toEqual(["a", "-a1", "-a2", "-b", "c"]);
  expect(after("a2", "in")).toEqual(["a", "-a1", "--a2", "b", "c"]);
  expect(after("a1", "out")).toEqual(["a", "-a2", "a1", "b", "c"]);
  expect(after("a", "in")).toEqual(drawn(scheme));
  expect(after("b", "out")).toEqual(drawn(scheme));
});

test("what is dropped on a label stands below it, before or behind it beside it", () => {
  expect(dropPlace(scheme.labels, "a", "on")).toEqual({ parent: "a", before: null });
  expect(dropPlace(scheme.labels, "a2", "before")).toEqual({ parent: "a", before: "a2" });
  expect(dropPlace(scheme.labels, "a1", "after")).toEqual({ parent: "a", before: "a2" });
  expect(dropPlace(scheme.labels, "c", "after")).toEqual({ parent: null, before: null });
});
