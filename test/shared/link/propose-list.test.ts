import { expect, test } from "vitest";
import { proposeList } from "../../../shared/link/propose-list.ts";
import { suggestEntities } from "../../../shared/link/suggest.ts";
import type { Entity, Span } from "../../../shared/model/annotation.ts";
import { Scheme } from "../../../shared/model/scheme.ts";
import { defaultScheme } from "../../../shared/scheme/default-scheme.ts";

const text =
  "SMA (smooth muscle actin) was mentioned. Positive for smooth muscle actin, desmin and CD99 (weak); CD34 was negative. " +
  "Later CD34 was positive, and desmin again positive. He received doxorubicin 60 mg/m².";

const entity = (id: string, name: string, fields: Entity["fields"] = {}): Entity => ({
  id,
  kind: "marker",
  name,
  codes: [],
  fields,
  note: "",
});

function propose(
  entities: Entity[],
  spans: Span[] = [],
  scheme = defaultScheme,
  from = "Positive",
) {
  const range = { start: text.indexOf(from), end: text.length };
  return proposeList({
    text,
    range,
    scheme,
    spansIn: ({ start, end }) =>
      spans.filter(({ ranges }) => ranges.some((own) => own.start < end && own.end > start)),
    entity: (id) => entities.find((other) => other.id === id),
    suggest: (quote, place, kind) =>
      suggestEntities({ text, quote, range: place, kind, entities, spansOf: () => [] }),
  });
}

const brief = (proposals: ReturnType<typeof proposeList>) =>
  proposals.map(({ kind, name, fields, entity: of, isLikely }) => [
    kind,
    name,
    fields,
    of,
    isLikely,
  ]);

test("what a list says becomes fields of the scheme, linked to what is known already", () => {
  const sma = entity("sma", "SMA", { result: "positive" });
  expect(brief(propose([sma]))).toEqual([
    ["marker", "smooth muscle actin", { result: "positive" }, "sma", true],
    ["marker", "desmin", { result: "positive" }, "new", true],
    ["marker", "CD99", { result: "positive", intensity: "weak" }, "new", true],
    ["marker", "CD34", { result: "negative" }, "new", true],
    ["marker", "CD34", { result: "positive" }, "new", true],
    ["marker", "desmin", { result: "positive" }, 1, true],
    ["drug", "doxorubicin", { dose: "60 mg/m²" }, "new", true],
  ]);
});

test("a known marker with another result is another finding", () => {
  const [first] = propose([entity("sma", "SMA", { result: "negative" })]);
  expect(first?.entity).toBe("new");
});

test("words that are marked already are offered only for what is new of them", () => {
  const start = text.indexOf("desmin");
  const span: Span = {
    id: "span",
    label: "marker",
    ranges: [{ start, end: start + 6 }],
    quote: "desmin",
    attributes: {},
    entity: "d",
    note: "",
  };
  const bare = propose([entity("d", "desmin")], [span])[1];
  expect([bare?.span, bare?.entity, bare?.isLikely]).toEqual(["span", "d", true]);
  const full = propose([entity("d", "desmin", { result: "positive" })], [span])[1];
  expect([full?.span, full?.entity, full?.isLikely]).toEqual(["span", "d", false]);
});

test("a scheme without results, or with other choices, gets what it can hold", () => {
  const none = Scheme.parse({ name: "None", labels: [{ name: "thing" }] });
  expect(propose([], [], none)).toEqual([]);
  const short = Scheme.parse({
    name: "Short",
    labels: [{ name: "antibody", kind: "stain" }],
    kinds: [
      {
        name: "stain",
        fields: [{ name: "outcome", type: "choice", choices: ["positive", "negative"] }],
      },
    ],
  });
  expect(propose([], [], short)[2]).toMatchObject({
    label: "antibody",
    kind: "stain",
    fields: { outcome: "positive" },
  });
});

test("a list of procedures is proposed, but not a biopsy that only says where markers come from", () => {
  const whole = (words: string) =>
    brief(
      proposeList({
        ...{ text: words, range: { start: 0, end: words.length }, scheme: defaultScheme },
        ...{ spansIn: () => [], entity: () => undefined, suggest: () => [] },
      }),
    );
  expect(whole("excision of the left thigh, sentinel lymph node biopsy and re-excision")).toEqual([
    ["procedure", "excision", { site: "left thigh" }, "new", true],
    ["procedure", "sentinel lymph node biopsy", {}, "new", true],
    ["procedure", "re-excision", {}, "new", true],
  ]);
  expect(whole("The core biopsy was positive for desmin.")).toEqual([
    ["marker", "desmin", { result: "positive" }, "new", true],
  ]);
});
