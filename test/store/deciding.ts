import type { WriteDb } from "../../electron/store/database.ts";
import type { Author } from "../../electron/store/history.ts";
import { decide } from "../../electron/store/review/decisions.ts";
import { readReviewed } from "../../electron/store/review/reviewing.ts";
import type { Entity } from "../../shared/model/annotation.ts";
import type { DocumentLayer } from "../../shared/model/document.ts";
import type { Choice } from "../../shared/review/decision.ts";
import { addReport, layer, newProject, span } from "./project.ts";

export const rita: Author = { annotator: "Rita", now: () => new Date("2026-03-04T05:06:07.000Z") };
export const why = { reason: "", note: "" };
export const done = { status: "done" } as const;

export const entity = (id: string, name: string, parts: Partial<Entity> = {}): Entity => ({
  ...{ id, kind: "marker", name, codes: [], fields: {}, note: "" },
  ...parts,
});

const relation = (id: string, from: string, to: string, label = "of") => ({
  ...{ id, label, from, to, attributes: {}, note: "" },
});

/** Ana and Ben agree on desmin, differ in the edges of the tumour, and Ben alone has SMA. */
export function projectWith(layers: DocumentLayer[] = twoLayers()) {
  const db = newProject();
  const report = addReport(db, undefined, { layers });
  return { db, report };
}

export const twoLayers = () => [
  layer("Ana", {
    ...done,
    spans: [span("a1", "tumour", { label: "diagnosis" }), span("a2", "desmin", { entity: "ae" })],
    entities: [entity("ae", "desmin", { fields: { result: "positive" } })],
    relations: [relation("ar", "a2", "a1")],
  }),
  layer("Ben", {
    ...done,
    spans: [
      span("b1", "The tumour", { label: "diagnosis" }),
      span("b2", "desmin", { entity: "be" }),
      span("b3", "SMA"),
    ],
    entities: [entity("be", "desmin", { fields: { result: "negative" } })],
    relations: [relation("br", "b2", "b1")],
  }),
];

export function keyOf(db: WriteDb, report: string, words: string) {
  const { comparison } = readReviewed(db, report, null);
  const found = comparison.differences.find((one) => `${one.stage} ${one.words}` === words);
  if (!found) throw new Error(`no difference ${words}`);
  return found.key;
}

export const choose = (db: WriteDb, report: string, words: string, choice: Choice, author = rita) =>
  decide(db, author, { report, key: keyOf(db, report, words), choice, annotators: null, ...why });
