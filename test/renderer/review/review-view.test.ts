import { describe, expect, test } from "vitest";
import { peopleOf } from "../../../renderer/review/people.ts";
import { parseRoute, type Route, routeHash } from "../../../renderer/shell/route.ts";
import { ReviewFilter } from "../../../shared/review/filter.ts";

describe("the address of what is reviewed", () => {
  test.each<Route>([
    { screen: "review" },
    { screen: "review", view: { list: "agreement" } },
    { screen: "review", view: { list: "differences" } },
    { screen: "review", view: { report: "a/b 1" } },
    { screen: "review", view: { report: "a", difference: "spans-1/2" } },
  ])("is read as it was written", (route) => {
    expect(parseRoute(routeHash(route))).toEqual(route);
  });

  test("holds the filter that a figure leads to", () => {
    const filter = { pair: { a: "Ana", b: "Ben" }, said: { a: "marker", b: null } };
    const address = routeHash({ screen: "review", view: { list: "differences", filter } });
    expect(parseRoute(address)).toEqual({
      screen: "review",
      view: { list: "differences", filter: ReviewFilter.parse(filter) },
    });
  });

  test("that says nothing known is the list", () => {
    expect(parseRoute("#/review/nonsense")).toEqual({ screen: "review" });
    expect(parseRoute("#/review/differences/%7Bnot")).toEqual({
      screen: "review",
      view: { list: "differences" },
    });
  });
});

test("in a blind review annotators are letters, in the order of all their names", () => {
  const names = ["Ana", "Ben", "Cem"];
  expect(peopleOf(names, false).map(({ name }) => name)).toEqual(["A", "B", "C"]);
  expect(peopleOf(names, true).map(({ name }) => name)).toEqual(names);
  const many = Array.from({ length: 28 }, (_, at) => `${at}`);
  expect(peopleOf(many, false).at(-1)?.name).toBe("B2");
});
