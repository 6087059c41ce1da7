import type { WriteDb } from "../../electron/store/database.ts";
import { redo, undo } from "../../electron/store/history.ts";
import { previewRewrite, rewriteProject } from "../../electron/store/rewriting.ts";
import { SchemeChange } from "../../shared/scheme/rewrite-changes.ts";
import { type Row, report, row } from "./row.ts";
import { searchProject } from "./search-project.ts";

const reports = 20_000;
const author = { annotator: "Ana", now: () => new Date(0) };
const marker = { list: "labels", of: null, name: "marker" };
const result = { list: "fields", of: "marker", name: "result" };

/** Changes of the scheme that a hundred thousand annotations follow. */
const changes: Record<string, unknown> = {
  "renamed label": { do: "rename", subject: marker, to: "antibody" },
  "merged label": { do: "merge", subject: marker, into: "drug" },
  "split label": {
    do: "split",
    label: "marker",
    parts: [{ to: "stain", where: { by: "field", name: "result", value: "positive" } }],
  },
  "moved label": { do: "move", label: "marker", parent: "diagnosis" },
  "renamed field": { do: "rename", subject: result, to: "outcome" },
};

/** What each takes to be looked at, done, undone and done again; it is undone in the end. */
export function benchRewrite(): Row[] {
  const db = searchProject(reports);
  const rows = Object.entries(changes).flatMap(([name, change]) => measure(db, name, change));
  db.close();
  return rows;
}

function measure(db: WriteDb, name: string, given: unknown): Row[] {
  const change = SchemeChange.parse(given);
  let touched = 0;
  const steps: Record<string, () => unknown> = {
    preview: () => {
      touched = previewRewrite(db, [change], 50).annotations;
    },
    rewrite: () => rewriteProject(db, author, [change]),
    undo: () => undo(db, author),
    redo: () => redo(db, author),
    "undo again": () => undo(db, author),
  };
  const times = Object.entries(steps).map(([step, work]) => ({ step, ...timed(work) }));
  return times.flatMap(({ step, time, processor }) => [
    row(`${step} of a ${name} in ${touched} annotations`, "casemark", time, "ms"),
    row(`${step} of a ${name}, processor time`, "casemark", processor, "ms"),
  ]);
}

function timed(work: () => unknown): { time: number; processor: number } {
  const [begin, used] = [performance.now(), process.cpuUsage()];
  work();
  const { user, system } = process.cpuUsage(used);
  return { time: performance.now() - begin, processor: (user + system) / 1000 };
}

if (import.meta.main) await report(benchRewrite(), process.argv[2]);
