import { expect, test } from "vitest";
import { createProblems } from "../../../../renderer/annotate/problems/problems.ts";
import { createReportStore } from "../../../../renderer/state/report-store.ts";
import type { Layer } from "../../../../shared/model/annotation.ts";
import type { Change } from "../../../../shared/model/change.ts";
import { Scheme } from "../../../../shared/model/scheme.ts";
import { change, entity, openReport, span } from "../../state/builders.ts";

const rules = Scheme.parse({
  name: "Rules",
  labels: [{ name: "marker", kind: "marker" }],
  kinds: [{ name: "marker", fields: [{ name: "result", type: "text", required: true }] }],
  attributes: [{ name: "grade", type: "number", min: 1, max: 3 }],
  relations: [{ name: "of", from: ["marker"], to: ["marker"] }],
});

/** Problems of a report whose work waits until the test calls for it. */
function watched(layer: Partial<Layer>, first = rules) {
  const store = createReportStore(openReport(layer));
  let scheme = first;
  const asked: (() => void)[] = [];
  const problems = createProblems({
    state: store.state,
    scheme: () => scheme,
    later: (act) => void asked.push(act),
  });
  problems.restart();
  const flush = () => {
    for (const act of asked.splice(0)) act();
    return problems.list().map(({ what, of, sentence }) => [what, of, sentence]);
  };
  return {
    problems,
    flush,
    setScheme(next: Scheme) {
      scheme = next;
      problems.restart();
    },
    apply(more: Partial<Change>) {
      const made = change(more);
      store.dispatch({ type: "changed", change: made });
      problems.follow(made);
    },
  };
}

const none = { entities: [], relations: [], events: [], groups: [] };

test("spans, entities and relations are listed in reading order, with what a correction touched", () => {
  const { flush } = watched({
    spans: [
      span("s2", [[40, 44]], { attributes: { grade: 9 } }),
      span("s1", [[0, 6]], { flag: "Look at it.", entity: "e" }),
    ],
    entities: [entity("e")],
  });
  expect(flush()).toEqual([
    ["span", "s1", "Look at it."],
    ["entity", "e", "The field “result” is missing."],
    ["span", "s2", "The attribute “grade” is 9, which is not between 1 and 3."],
  ]);
});

test("only what changed is checked again, and what is mended or removed goes from the list", () => {
  const bad = span("s1", [[0, 6]], { attributes: { grade: 9 } });
  const { flush, apply, problems } = watched({
    spans: [bad, span("s2", [[7, 12]], { attributes: { grade: 0 } })],
  });
  expect(flush()).toHaveLength(2);
  let times = 0;
  problems.subscribe(() => {
    times += 1;
  });
  apply({ put: { ...none, spans: [{ ...bad, attributes: { grade: 2 } }] } });
  expect(flush()).toEqual([
    ["span", "s2", "The attribute “grade” is 0, which is not between 1 and 3."],
  ]);
  apply({ removed: ["s2"] });
  expect(flush()).toEqual([]);
  expect(times).toBe(2);
  apply({ put: { ...none, spans: [span("s3", [[20, 24]])] } });
  flush();
  expect(times).toBe(2);
});

test("a relation is checked again when the label of one of its ends changes", () => {
  const [one, two] = [span("s1", [[0, 6]]), span("s2", [[7, 12]])];
  const relation = { id: "r", label: "of", from: "s1", to: "s2", attributes: {}, note: "" };
  const { flush, apply } = watched({ spans: [one, two], relations: [relation] });
  expect(flush()).toEqual([]);
  apply({ put: { ...none, spans: [{ ...two, label: "drug" }] } });
  expect(flush()).toEqual([
    ["relation", "r", "The relation “of” must not lead to a “drug”."],
    ["span", "s2", "The scheme has no label “drug”."],
  ]);
});

test("another scheme is checked against as a whole, the labels of the report too", () => {
  const { flush, setScheme } = watched({ spans: [span("s1", [[0, 6]])] });
  expect(flush()).toEqual([]);
  const quality = { name: "quality", type: "text", required: true };
  setScheme(Scheme.parse({ name: "Other", reportLabels: [quality] }));
  expect(flush()).toEqual([
    ["span", "s1", "The scheme has no label “marker”."],
    ["report", "", "The report label “quality” is missing."],
  ]);
});

test("a long report is checked piece by piece, and told once", () => {
  const spans = Array.from({ length: 1200 }, (_, at) =>
    span(`s${at}`, [[at, at + 1]], { attributes: { grade: 9 } }),
  );
  const { flush, problems } = watched({ spans });
  let times = 0;
  problems.subscribe(() => {
    times += 1;
  });
  const counts = [flush(), flush(), flush()].map(({ length }) => length);
  expect(times).toBe(1);
  expect(counts.at(-1)).toBe(1200);
});
