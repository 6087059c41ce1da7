import { rmSync } from "node:fs";
import Database from "better-sqlite3";
import { dispatch } from "../../electron/api/dispatch.ts";
import { closeSession, openSessionOnce, type Session } from "../../electron/api/session.ts";
import { listReportIds, readText } from "../../electron/store/reports.ts";
import { createRandom, projectOf } from "./project-of.ts";
import { quantile, type Row, report, row } from "./row.ts";

const reports = 20_000;
const writes = 1_000;

/**
 * One span added through the API, with its entity and its history row, durable when it returns, in a
 * project of 20,000 reports; beside one bare row inserted into an empty database as durably.
 */
export async function benchWrite(): Promise<Row[]> {
  const file = projectOf(reports);
  const bare = insertBareRows(`${file}.bare`);
  const session = openSessionOnce(file, "Ana");
  const times = await addSpans(session);
  closeSession(session);
  return [0.5, 0.95].flatMap((share) => {
    const name = share === 0.5 ? "write, median" : "write, p95";
    const floor = quantile(bare, share);
    return [
      row(name, "one bare row", floor, "ms", floor),
      row(name, "casemark", quantile(times, share), "ms", floor),
    ];
  });
}

async function addSpans(session: Session): Promise<number[]> {
  const context = { session, signal: new AbortController().signal, progress: () => {} };
  const random = createRandom(7);
  const ids = listReportIds(session.db);
  const times: number[] = [];
  for (let n = 0; n < writes; n++) {
    const id = ids[Math.floor(random() * ids.length)] ?? "";
    const text = readText(session.db, id);
    const start = text.indexOf(" ", Math.floor(random() * 2000)) + 1;
    const end = text.indexOf(" ", start);
    const draft = { label: "marker", ranges: [{ start, end }], quote: text.slice(start, end) };
    const input = { report: id, draft: { ...draft, entity: "new" } };
    const begin = performance.now();
    const reply = await dispatch(context, "span.add", input);
    times.push(performance.now() - begin);
    if (!reply.ok) throw new Error(reply.message);
  }
  return times;
}

/** What the disk alone takes: the same pragmas, one small row a transaction. */
function insertBareRows(file: string): number[] {
  const db = new Database(file);
  db.pragma("locking_mode = EXCLUSIVE");
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = FULL");
  db.exec("CREATE TABLE span (id INTEGER PRIMARY KEY, body TEXT) STRICT");
  const insert = db.prepare("INSERT INTO span (body) VALUES (?)");
  const times = Array.from({ length: writes }, () => {
    const begin = performance.now();
    insert.run("a span of some hundred characters".repeat(4));
    return performance.now() - begin;
  });
  db.close();
  for (const ending of ["", "-wal"]) rmSync(file + ending, { force: true });
  return times;
}

if (import.meta.main) await report(await benchWrite(), process.argv[2]);
