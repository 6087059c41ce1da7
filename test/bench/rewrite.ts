import { dispatch } from "../../electron/api/dispatch.ts";
import { closeSession, openSessionOnce, type Session } from "../../electron/api/session.ts";
import { closeProject } from "../../electron/store/database.ts";
import { listReportIds } from "../../electron/store/reports.ts";
import type { OperationName } from "../../shared/contract.ts";
import { type Row, report, row } from "./row.ts";
import { searchProject } from "./search-project.ts";

const reports = 20_000;
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

/** What each takes to be looked at, done, undone and done again, and how long reads wait meanwhile. */
async function benchRewrite(): Promise<Row[]> {
  const db = searchProject(reports);
  closeProject(db);
  const session = openSessionOnce(db.name, "Ana");
  const rows: Row[] = [];
  for (const [name, change] of Object.entries(changes))
    rows.push(...(await measure(session, name, { changes: [change] })));
  closeSession(session);
  return rows;
}

async function measure(session: Session, name: string, input: object): Promise<Row[]> {
  const steps: [step: string, operation: OperationName, input: object][] = [
    ["preview", "scheme.preview", input],
    ["rewrite", "scheme.rewrite", input],
    ["undo", "history.undo", {}],
    ["redo", "history.redo", {}],
    ["undo again", "history.undo", {}],
  ];
  const { annotations } = await ask<{ annotations: number }>(session, "scheme.preview", input);
  const rows: Row[] = [];
  for (const [step, operation, given] of steps) {
    const { time, processor, longest } = await timed(session, () => ask(session, operation, given));
    rows.push(
      row(`${step} of a ${name} in ${annotations} annotations`, "casemark", time, "ms"),
      row(`${step} of a ${name}, processor time`, "casemark", processor, "ms"),
      row(`longest wait for a report during ${step} of a ${name}`, "casemark", longest, "ms"),
    );
  }
  return rows;
}

async function ask<Value>(session: Session, name: OperationName, input: object): Promise<Value> {
  const context = { session, signal: new AbortController().signal, progress: () => {} };
  const reply = await dispatch(context, name, input);
  if (!reply.ok) throw new Error(reply.message);
  // The contract says what each answers.
  return reply.value as Value;
}

/** In milliseconds. */
const betweenReads = 5;

/** Opens report after report while the work is under way; a read that was due waits from then on. */
async function timed(session: Session, work: () => Promise<unknown>) {
  const ids = listReportIds(session.db);
  const [begin, used] = [performance.now(), process.cpuUsage()];
  let isOver = false;
  const ending = work().finally(() => {
    isOver = true;
  });
  let longest = 0;
  let due = begin;
  for (let n = 0; !isOver; n++) {
    await new Promise((resolve) => setTimeout(resolve, betweenReads));
    await ask(session, "report.open", { report: ids[n % ids.length] });
    longest = Math.max(longest, performance.now() - due);
    due = performance.now() + betweenReads;
  }
  await ending;
  const { user, system } = process.cpuUsage(used);
  return { time: performance.now() - begin, processor: (user + system) / 1000, longest };
}

if (import.meta.main) await report(await benchRewrite(), process.argv[2]);
