import { describe, expect, test } from "vitest";
import { createActions } from "../../../renderer/annotate/actions.ts";
import { createReportStore } from "../../../renderer/state/report-store.ts";
import { createWrites } from "../../../renderer/state/writes.ts";
import type { Layer, Span } from "../../../shared/model/annotation.ts";
import type { Change } from "../../../shared/model/change.ts";
import { defaultScheme } from "../../../shared/scheme/default-scheme.ts";
import { change, entity, openReport, span } from "../state/builders.ts";

const text = "CD34 was positive. S100 was negative. Again CD34, and a schwannoma.";
const first = { start: 0, end: 4 };
const again = { start: 44, end: 48 };

/** The actions over a door that answers as the project does: with what it saved, a little later. */
function setUp(layer: Partial<Layer> = {}, answers: (Change | null)[] = []) {
  const store = createReportStore(openReport(layer, { text }));
  const asked: [string, unknown][] = [];
  let refused = 0;
  const writes = createWrites(async (name, input) => {
    asked.push([name, input]);
    await new Promise((done) => setTimeout(done, 1));
    const answer = answers.shift() ?? null;
    if (answer) store.dispatch({ type: "changed", change: answer });
    return answer;
  });
  const refuse = () => {
    refused += 1;
  };
  const actions = createActions({ store, writes, scheme: () => defaultScheme, refuse });
  return { store, writes, actions, asked, refusals: () => refused };
}

const putting = (...spans: Span[]) =>
  change({ put: { spans, entities: [], relations: [], events: [], groups: [] } });

const cd34 = entity("e1", { name: "CD34" });
const known = { spans: [span("s1", [[0, 4]], { entity: "e1" })], entities: [cd34] };

describe("marking", () => {
  test("words that no entity means get their entity in the same step", async () => {
    const made = span("s1", [[0, 4]], { entity: "e1" });
    const { store, actions, asked } = setUp({}, [putting(made)]);

    await actions.mark("marker", first);

    const draft = { label: "marker", ranges: [first], quote: "CD34", attributes: {} };
    expect(asked).toEqual([["span.add", { report: "r1", draft: { ...draft, entity: "new" } }]]);
    expect(store.state()).toMatchObject({ active: "s1", offer: null, order: [made] });
  });

  test("words that an entity may mean are left unlinked and the entity is offered", async () => {
    const { store, actions, asked } = setUp(known, [putting(span("s2", [[44, 48]]))]);

    await actions.mark("marker", again);

    expect(asked[0]?.[1]).toMatchObject({ draft: { quote: "CD34", entity: null } });
    expect(store.state().active).toBe("s2");
    expect(store.state().offer).toMatchObject({ span: "s2", suggestions: [{ entity: "e1" }] });
  });

  test("entities of another kind are not offered", async () => {
    const { actions, asked } = setUp(known, [putting(span("s2", [[44, 48]]))]);
    await actions.mark("drug", again);
    expect(asked[0]?.[1]).toMatchObject({ draft: { entity: "new" } });
  });

  test("taking what is offered links the span and ends the offer", async () => {
    const linked = span("s2", [[44, 48]], { entity: "e1" });
    const { store, writes, actions, asked } = setUp(known, [
      putting(span("s2", [[44, 48]])),
      putting(linked),
    ]);
    await actions.mark("marker", again);
    actions.link("s2", "e1");
    await writes.write("history.undo", () => null);

    expect(asked[1]).toEqual(["span.update", { span: "s2", patch: { entity: "e1" } }]);
    expect(store.state().offer).toBeNull();
    expect(store.state().entitySpans.get("e1")).toEqual([known.spans[0], linked]);
  });

  test("what was not saved is not shown", async () => {
    const { store, actions } = setUp({}, [null]);
    expect(await actions.mark("marker", first)).toBeNull();
    expect(store.state()).toMatchObject({ active: null, order: [] });
  });

  test("a report that is done refuses, and nothing is asked for", async () => {
    const { actions, asked, refusals } = setUp({ status: "done" });
    expect(await actions.mark("marker", first)).toBeNull();
    expect(asked).toEqual([]);
    expect(refusals()).toBe(1);
  });
});

test("two quick changes of one span keep each other", async () => {
  const negated = span("s1", [[0, 4]], { attributes: { negated: true } });
  const both = span("s1", [[0, 4]], { attributes: { negated: true, uncertain: true } });
  const { writes, actions, asked } = setUp({ spans: [span("s1", [[0, 4]])] }, [
    putting(negated),
    putting(both),
  ]);
  actions.toggleFlag("s1", "negated");
  actions.toggleFlag("s1", "uncertain");
  await writes.write("history.undo", () => null);

  expect(asked.map(([, input]) => input)).toEqual([
    { span: "s1", patch: { attributes: { negated: true } } },
    { span: "s1", patch: { attributes: { negated: true, uncertain: true } } },
  ]);
});

test("a label of the report is set beside those it has, and taken back", async () => {
  const { writes, actions, asked } = setUp({ labels: { quality: "good", rare: true } });
  actions.setReportLabel("organs", ["uterus"]);
  actions.setReportLabel("rare", null);
  await writes.write("history.undo", () => null);
  expect(asked).toEqual([
    [
      "layer.setLabels",
      { report: "r1", labels: { quality: "good", rare: true, organs: ["uterus"] } },
    ],
    ["layer.setLabels", { report: "r1", labels: { quality: "good" } }],
  ]);
});

test("a field that is emptied is taken away", async () => {
  const positive = entity("e1", { fields: { result: "positive", percent: 90 } });
  const { writes, actions, asked } = setUp({ entities: [positive] });
  actions.setField("e1", "percent", null);
  await writes.write("history.undo", () => null);
  expect(asked).toEqual([
    ["entity.update", { entity: "e1", patch: { fields: { result: "positive" } } }],
  ]);
});

test("another label takes a linked span's entity along, and links one that had none", async () => {
  const unlinked = span("s2", [[19, 23]], { quote: "S100" });
  const { writes, actions, asked } = setUp({ ...known, spans: [...known.spans, unlinked] });
  actions.relabel("s1", "drug");
  actions.relabel("s2", "procedure");
  actions.relabel("s2", "marker");
  await writes.write("history.undo", () => null);
  expect(asked).toEqual([
    ["span.update", { span: "s1", patch: { label: "drug" } }],
    ["span.update", { span: "s2", patch: { label: "procedure", entity: "new" } }],
  ]);
});

describe("another shape", () => {
  const wider = { start: 0, end: 17 };

  test("is asked for with what it says, made from the ranges that the span has by then", async () => {
    const grown = span("s1", [[0, 17]], { quote: "CD34 was positive" });
    const { actions, asked } = setUp({ spans: [span("s1", [[0, 4]])] }, [putting(grown)]);
    const added = actions.reshape("s1", () => [wider]);
    const moved = actions.reshape("s1", (_text, ranges) => [...ranges, again]);
    expect([await added, await moved]).toEqual([true, false]);
    expect(asked.map(([, input]) => input)).toEqual([
      { span: "s1", patch: { ranges: [wider], quote: "CD34 was positive" } },
      { span: "s1", patch: { ranges: [wider, again], quote: "CD34 was positive CD34" } },
    ]);
  });

  test("that is the one it has is not written, unless the span was to be looked at", async () => {
    const spans = [span("s1", [[0, 4]]), span("s2", [[44, 48]], { flag: "Its words changed." })];
    const { actions, asked } = setUp({ spans });
    await actions.reshape("s1", (_text, ranges) => ranges);
    await actions.reshape("s1", () => null);
    await actions.reshape("s1", () => []);
    await actions.reshape("s2", (_text, ranges) => ranges);
    expect(asked.map(([, input]) => input)).toEqual([
      { span: "s2", patch: { ranges: [again], quote: "CD34" } },
    ]);
  });

  test("of a report that is done is refused", async () => {
    const { actions, asked, refusals } = setUp({ ...known, status: "done" });
    expect(await actions.reshape("s1", () => [wider])).toBe(false);
    expect(await actions.split("s1", 2)).toBe(false);
    expect(await actions.join(["s1", "s2"])).toBeNull();
    expect(asked).toEqual([]);
    expect(refusals()).toBe(3);
  });
});
