import { inflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { discardArrivals, insertArrivals, sweepArrivals } from "../../electron/store/arrivals.ts";
import { readDocument } from "../../electron/store/documents.ts";
import { readLayer } from "../../electron/store/layers.ts";
import { listReportIds, listReports } from "../../electron/store/reports.ts";
import { differences } from "../../shared/formats/differences.ts";
import { arrivalOf, layer, newProject, problems, sentence, span, takeIn } from "./project.ts";

const bratLayer = layer("Ana", {
  status: "done",
  labels: { seen: true },
  spans: [span("T2", "desmin", { entity: "N1" }), span("T1", "SMA", { note: "again" })],
  entities: [{ id: "N1", kind: "marker", name: "desmin", codes: [], fields: {}, note: "" }],
  relations: [{ id: "R1", label: "has", from: "T1", to: "E1", attributes: {}, note: "" }],
  events: [
    {
      ...{ id: "E1", label: "Stain", trigger: "T1", attributes: {}, note: "" },
      arguments: [{ role: "of", target: "T2" }],
    },
  ],
  groups: [{ id: "G1", label: "Equiv", members: ["T1", "T2"], note: "" }],
  source: {
    format: "brat",
    lines: [
      { key: "T2", name: "T2" },
      { key: "", name: "? what is this" },
      { key: "T1", name: "T1" },
      { key: "T1#0", name: "#1" },
    ],
  },
});

const tableSizes = (db: ReturnType<typeof newProject>) =>
  ["report", "report_text", "source_file", "layer", "layer_source", "span", "entity", "event"].map(
    (table) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
  );

test("what arrived is stored with everything of its layers, under identifiers of its own", () => {
  const db = newProject();
  const arrival = arrivalOf(sentence, { layers: [bratLayer] });
  const [first = "", second = ""] = takeIn(db, [arrival, arrival]);
  const read = readDocument(db, first, null);
  expect(differences(read, arrival.document)).toEqual([]);
  const [stored] = read.layers;
  const spans = new Map(stored?.spans.map(({ quote, id }) => [quote, id]));
  expect(stored?.source).toEqual({
    format: "brat",
    lines: [
      { key: spans.get("desmin"), name: "T2" },
      { key: "", name: "? what is this" },
      { key: spans.get("SMA"), name: "T1" },
      { key: `${spans.get("SMA")}#0`, name: "#1" },
    ],
  });
  const ids = [first, second].flatMap((id) => readLayer(db, id, "Ana").spans.map((one) => one.id));
  expect(new Set(ids).size).toBe(4);
  expect(problems(db)).toEqual([]);
});

test("the file's own bytes are kept", () => {
  const db = newProject();
  takeIn(db, [arrivalOf(sentence)]);
  const row = db.prepare<[], { deflated: Buffer; size: number }>("SELECT * FROM source_file").get();
  expect(inflateRawSync(row?.deflated ?? Buffer.alloc(0)).toString()).toBe(sentence);
  expect(row?.size).toBe(sentence.length);
});

test("nobody sees what has arrived before it is taken in, and discarding leaves no trace", () => {
  const db = newProject();
  takeIn(db, [arrivalOf(sentence, { layers: [bratLayer] })]);
  const before = tableSizes(db);
  const reports = insertArrivals(db, [arrivalOf("Unseen.", { layers: [layer("Ben")] })]);
  expect(listReportIds(db)).toHaveLength(1);
  const query = { search: "unseen", status: "any", after: null, limit: 9 } as const;
  expect(listReports(db, "Ana", query).total).toBe(0);
  discardArrivals(db, reports);
  expect(tableSizes(db)).toEqual(before);
  expect(db.prepare("SELECT count(*) FROM report_search").pluck().get()).toBe(1);
});

test("sweeping removes what was never taken in, and nothing that was", () => {
  const db = newProject();
  const kept = takeIn(db, [arrivalOf(sentence, { layers: [bratLayer] })]);
  const before = tableSizes(db);
  insertArrivals(db, [arrivalOf(sentence, { layers: [bratLayer] }), arrivalOf("Two.")]);
  sweepArrivals(db);
  expect(tableSizes(db)).toEqual(before);
  expect(listReportIds(db)).toEqual(kept);
  discardArrivals(db, kept);
  expect(listReportIds(db)).toEqual(kept);
});

test("of several reports all arrive or none", () => {
  const db = newProject();
  const broken = layer("Ana", { spans: [span("s", "SMA", { entity: "nobody" })] });
  expect(() =>
    insertArrivals(db, [arrivalOf("One."), arrivalOf(sentence, { layers: [broken] })]),
  ).toThrow('nothing in the layer is called "nobody"');
  expect(tableSizes(db)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
});
