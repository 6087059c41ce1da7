import { rmSync } from "node:fs";
import Database from "better-sqlite3";
import { dispatch } from "../../electron/api/dispatch.ts";
import { closeSession, openSessionOnce, type Session } from "../../electron/api/session.ts";
import { readLayer } from "../../electron/store/layers.ts";
import { listReportIds, readText } from "../../electron/store/reports.ts";
import type { Input } from "../../shared/contract.ts";
import { seededRandom } from "../../shared/random.ts";
import { projectOf } from "./project-of.ts";
import { quantile, type Row, report, row } from "./row.ts";

const reports = 20_000;
const writes = 1_000;

/**
 * One span added through the API, with its entity and its history row, durable when it returns, in a
 * project of 20,000 reports; in turns with one bare row, as durable, in an empty database, so that a
 * busy minute of the machine falls on both.
 */
export async function benchWrite(): Promise<Row[]> {
  const file = projectOf(reports);
  const bare = openBare(`${file}.bare`);
  const session = openSessionOnce(file, "Ana");
  const times: number[] = [];
  const floor: number[] = [];
  for (const draft of draftsIn(session)) {
    floor.push(await timeOf(bare.insert));
    times.push(await timeOf(() => addSpan(session, draft)));
  }
  closeSession(session);
  bare.close();
  return [0.5, 0.95].flatMap((share) => {
    const name = share === 0.5 ? "write, median" : "write, p95";
    const least = quantile(floor, share);
    return [
      row(name, "one bare row", least, "ms", least),
      row(name, "casemark", quantile(times, share), "ms", least),
    ];
  });
}

async function timeOf(work: () => unknown): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

/** Words somewhere in reports anywhere, as a person would mark them. */
function* draftsIn({ db }: Session): Generator<Input<"span.add">> {
  const random = seededRandom(7).next;
  const ids = listReportIds(db);
  for (let n = 0; n < writes; n++) {
    const report = ids[Math.floor(random() * ids.length)] ?? "";
    // A person opens a report before marking in it.
    const text = readText(db, report);
    readLayer(db, report, "Ana");
    const start = text.indexOf(" ", Math.floor(random() * 2000)) + 1;
    const end = text.indexOf(" ", start);
    const place = { ranges: [{ start, end }], quote: text.slice(start, end) };
    yield { report, draft: { label: "marker", entity: "new", attributes: {}, ...place } };
  }
}

async function addSpan(session: Session, input: Input<"span.add">): Promise<void> {
  const context = { session, signal: new AbortController().signal, progress: () => {} };
  const reply = await dispatch(context, "span.add", input);
  if (!reply.ok) throw new Error(reply.message);
}

/** What the disk alone takes: the same pragmas, one small row a transaction. */
function openBare(file: string) {
  const db = new Database(file);
  db.pragma("locking_mode = EXCLUSIVE");
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = FULL");
  db.exec("CREATE TABLE span (id INTEGER PRIMARY KEY, body TEXT) STRICT");
  const insert = db.prepare("INSERT INTO span (body) VALUES (?)");
  return {
    insert: () => insert.run("a span of some hundred characters".repeat(4)),
    close() {
      db.close();
      for (const ending of ["", "-wal"]) rmSync(file + ending, { force: true });
    },
  };
}

if (import.meta.main) await report(await benchWrite(), process.argv[2]);
