import { expect, test } from "vitest";
import type { Entity, Event, Span } from "../../../shared/model/annotation.ts";
import { rewriterOf } from "../../../shared/scheme/rewrite-annotations.ts";
import { type NamedList, SchemeChange } from "../../../shared/scheme/rewrite-changes.ts";

const span = (parts: Partial<Span> = {}): Span => ({
  id: "s1",
  label: "marker",
  ranges: [{ start: 0, end: 6 }],
  quote: "Desmin",
  attributes: {},
  entity: null,
  note: "",
  ...parts,
});
const entity = (parts: Partial<Entity> = {}): Entity => ({
  id: "e1",
  kind: "marker",
  name: "desmin",
  codes: [],
  fields: {},
  note: "",
  ...parts,
});
const rewriter = (change: unknown) => rewriterOf(SchemeChange.parse(change));
const at = (list: NamedList, name: string, of: string | null = null) => ({ list, of, name });

test("what a change does not touch stays the same object", () => {
  const rename = rewriter({ do: "rename", subject: at("labels", "drug"), to: "medicine" });
  const one = span();
  expect(rename.span(one, null)).toBe(one);
  const other = rewriter({ do: "rename", subject: at("attributes", "x"), to: "y" });
  expect(other.span(one, null)).toBe(one);
});

test("merged attributes unite their lists; another value gives way into the note, and is flagged", () => {
  const merge = rewriter({ do: "merge", subject: at("attributes", "stage"), into: "grade" });
  expect(merge.span(span({ attributes: { stage: ["a"], grade: "b" } }), null)).toEqual(
    span({ attributes: { grade: ["b", "a"] } }),
  );
  expect(merge.span(span({ attributes: { stage: "2" } }), null)).toEqual(
    span({ attributes: { grade: "2" } }),
  );
  expect(merge.span(span({ attributes: { stage: "2", grade: "3" }, note: "x" }), null)).toEqual(
    span({
      attributes: { grade: "3" },
      note: "x\nstage: 2",
      flag: "Two of its values were merged; the note says which one gave way.",
    }),
  );
});

test("a renamed choice is the other one where both were chosen; a removed one leaves nothing empty", () => {
  const subject = at("fields", "method", "marker");
  const rename = rewriter({ do: "rename-choice", subject, choice: "ihc", to: "IHC" });
  expect(rename.entity(entity({ fields: { method: ["ihc", "IHC", "PCR"] } }))).toEqual(
    entity({ fields: { method: ["IHC", "PCR"] } }),
  );
  const remove = rewriter({ do: "remove-choice", subject, choice: "ihc", annotations: "remove" });
  expect(remove.entity(entity({ fields: { method: "ihc" } }))).toEqual(entity());
  expect(remove.entity(entity({ kind: "drug", fields: { method: "ihc" } }))?.fields).toEqual({
    method: "ihc",
  });
});

test("the first rule of a split that takes a span gives it its label", () => {
  const split = rewriter({
    do: "split",
    label: "marker",
    parts: [
      { to: "hand", where: { by: "hand", spans: ["s9"] } },
      { to: "gene", where: { by: "field", name: "method", value: "FISH" } },
      { to: "muscle", where: { by: "words", words: ["DESMIN", "actin"] } },
      { to: "denied", where: { by: "attribute", name: "negated", value: null } },
    ],
  });
  const label = (one: Span, of: Entity | null = null) => split.span(one, of)?.label;
  expect([
    label(span({ id: "s9" })),
    label(span(), entity({ fields: { method: "FISH" } })),
    label(span()),
    label(span({ quote: "CD34", attributes: { negated: true } })),
    label(span({ quote: "CD34" })),
    label(span({ label: "drug" })),
  ]).toEqual(["hand", "gene", "muscle", "denied", "marker", "drug"]);
});

test("a role is renamed or left out in its own events only", () => {
  const event: Event = {
    id: "v1",
    label: "course",
    trigger: "s1",
    arguments: [
      { role: "of", target: "s2" },
      { role: "by", target: "s3" },
    ],
    attributes: {},
    note: "",
  };
  const subject = at("roles", "of", "course");
  const rename = rewriter({ do: "rename", subject, to: "subject" });
  expect(rename.event(event)?.arguments.map(({ role }) => role)).toEqual(["subject", "by"]);
  expect(rename.event({ ...event, label: "other" })?.arguments).toEqual(event.arguments);
  const remove = rewriter({ do: "remove", subject, annotations: "remove" });
  expect(remove.event(event)?.arguments).toEqual([{ role: "by", target: "s3" }]);
});

test("what is removed goes, what is kept stays as it is", () => {
  const subject = at("labels", "marker");
  expect(rewriter({ do: "remove", subject, annotations: "remove" }).span(span(), null)).toBe(null);
  expect(rewriter({ do: "remove", subject, annotations: "keep" }).span(span(), null)).toEqual(
    span(),
  );
});
