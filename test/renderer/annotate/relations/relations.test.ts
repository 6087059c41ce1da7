import { expect, test } from "vitest";
import { relationChoices } from "../../../../renderer/annotate/relations/relation-choices.ts";
import {
  layBrackets,
  relationsInView,
  relationsOfSpan,
} from "../../../../renderer/annotate/relations/relation-lines.ts";
import { initialState } from "../../../../renderer/state/report-state.ts";
import type { Layer, Relation } from "../../../../shared/model/annotation.ts";
import { Scheme } from "../../../../shared/model/scheme.ts";
import { entity, openReport, span } from "../../state/builders.ts";

const scheme = Scheme.parse({
  name: "Relations",
  labels: [{ name: "drug" }, { name: "tumour" }],
  kinds: [{ name: "medicine" }, { name: "disease" }],
  relations: [
    { name: "treats", from: ["drug"], to: ["tumour"] },
    { name: "given for", from: ["medicine"], to: ["disease"] },
    { name: "near", from: ["tumour"], to: ["tumour"] },
  ],
});
const drug = span("d", [[0, 6]], { label: "drug", entity: "e1" });
const tumour = span("t", [[20, 26]], { label: "tumour", entity: "e2" });
const again = span("t2", [[60, 64]], { label: "tumour", entity: "e2" });
const entities = [entity("e1", { kind: "medicine" }), entity("e2", { kind: "disease" })];
const stateOf = (layer: Partial<Layer>) =>
  initialState(openReport({ spans: [drug, tumour, again], entities, ...layer }));
const relation = (id: string, label: string, from: string, to: string): Relation => ({
  id,
  label,
  from,
  to,
  attributes: {},
  note: "",
});

test("what the scheme allows between two spans is offered, and between what they speak of", () => {
  const offered = relationChoices(scheme, stateOf({}), "d", "t");
  expect(offered).toEqual([
    { label: "treats", from: "d", to: "t", between: "spans", isReversed: false },
    { label: "given for", from: "e1", to: "e2", between: "entities", isReversed: false },
  ]);
});

test("from the other side the same is offered the other way round, and nothing twice", () => {
  const relations = [relation("r", "given for", "e1", "e2")];
  expect(relationChoices(scheme, stateOf({ relations }), "t", "d")).toEqual([
    { label: "treats", from: "d", to: "t", between: "spans", isReversed: true },
  ]);
  expect(relationChoices(scheme, stateOf({}), "t", "t2").map(({ label }) => label)).toEqual([
    "near",
  ]);
  expect(relationChoices(scheme, stateOf({}), "t", "t")).toEqual([]);
});

test("a span shows its own relations and its entity's, each to the nearest place of the other end", () => {
  const state = stateOf({
    relations: [relation("r1", "near", "t2", "t"), relation("r2", "given for", "e1", "e2")],
  });
  expect(relationsOfSpan(state, "d")).toMatchObject([{ relation: { id: "r2" }, from: 0, to: 20 }]);
  expect(relationsOfSpan(state, "t2")).toMatchObject([
    { relation: { id: "r1" }, from: 60, to: 20, label: "tumour" },
    { relation: { id: "r2" }, from: 0, to: 60 },
  ]);
});

test("in view are the relations of which one end is, and of many the rest is counted", () => {
  const spans = Array.from({ length: 400 }, (_, at) => span(`s${at}`, [[at * 10, at * 10 + 4]]));
  const relations = spans.slice(1).map(({ id }, at) => relation(`r${at}`, "x", "s0", id));
  const state = initialState(openReport({ spans, relations }));
  const shown = (start: number, end: number) => relationsInView(state, { start, end });
  expect(shown(95, 125).relations.map(({ to }) => to)).toEqual([100, 110, 120]);
  expect(shown(0, 4000)).toMatchObject({ left: 249 });
});

test("brackets whose lines or names overlap have lanes of their own, the shortest next to the text", () => {
  const bracket = (id: string, from: number, to: number) => ({
    id,
    name: id,
    label: "drug",
    from,
    to,
    isFromSeen: true,
    isToSeen: true,
  });
  const withNames = { height: 600, hasNames: true };
  const all = [bracket("long", 0, 100), bracket("low", 60, 40), bracket("far", 200, 300)];
  expect(layBrackets(all, withNames).map(({ id, lane, nameAt }) => [id, lane, nameAt])).toEqual([
    ["low", 0, 50],
    ["long", 1, 50],
    ["far", 0, 250],
  ]);
  const lines = { height: 600, hasNames: false };
  const onOneLine = [bracket("a long name", 40, 46), bracket("another name", 70, 76)];
  expect(layBrackets(onOneLine, withNames).map(({ lane }) => lane)).toEqual([0, 1]);
  expect(layBrackets(onOneLine, lines).map(({ lane }) => lane)).toEqual([0, 0]);
  const [atEdge] = layBrackets([bracket("a long name", 4, 4)], withNames);
  expect(atEdge?.nameAt).toBeCloseTo(35.8);
});
