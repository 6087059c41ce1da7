import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { closeSession, openSessionOnce, type Session } from "../../electron/api/session.ts";
import { closeProject } from "../../electron/store/database.ts";
import type { Progress } from "../../shared/contract.ts";
import { environment } from "../hosts/cli/casemark.ts";
import {
  arrivalOf,
  draft,
  dump,
  layer,
  newProject,
  problems,
  sentence,
  span,
  takeIn,
} from "../store/project.ts";
import { ask, newSession } from "./session.ts";

const reports = 80;
const spansInReport = 30;
const all = reports * spansInReport;
const marker = { list: "labels", of: null, name: "marker" } as const;
const changes = [{ do: "rename" as const, subject: marker, to: "antibody" }];
const rename = { changes };

/** More marked markers than are rewritten at once. */
function manyMarks() {
  return Array.from({ length: reports }, (_, at) =>
    arrivalOf(sentence, {
      name: `r${at}`,
      layers: [
        layer("Ana", {
          spans: Array.from({ length: spansInReport }, (_, n) => span(`s${n}`, "desmin")),
        }),
      ],
    }),
  );
}

function largeSession(): { session: Session; report: string } {
  const { session, logged } = newSession();
  onTestFinished(() => expect(logged).toEqual([]));
  const [report = ""] = takeIn(session.db, manyMarks());
  return { session, report };
}

test("while a hundred reports are rewritten others are read, a mark waits, and one undo takes it back", async () => {
  const { session, report } = largeSession();
  const before = dump(session.db);
  const found = async (query: string) =>
    (await ask(session, "search.find", { query, limit: 1 })).reports.count;
  expect(await found("label:marker")).toBe(reports);
  const told: Progress[] = [];
  const order: string[] = [];
  const rewriting = ask(session, "scheme.rewrite", rename, {
    progress: (progress) => told.push(progress),
  }).then((change) => {
    order.push("rewritten");
    return change;
  });
  const marking = ask(session, "span.add", { report, draft: draft("SMA") }).then(() =>
    order.push("marked"),
  );
  expect(await found("label:marker")).toBe(reports);
  order.push("read");
  expect(await rewriting).toMatchObject({
    summary: `renamed the label “marker” to “antibody”, and ${all.toLocaleString("en")} annotations with it`,
    stale: ["scheme", "layers", "reports"],
  });
  await marking;
  expect(order).toEqual(["read", "rewritten", "marked"]);
  expect(told.at(0)).toEqual({ done: 500, total: all, doing: "Rewriting annotations" });
  expect(await found("label:antibody")).toBe(reports);
  expect(await found("label:marker")).toBe(1);
  await ask(session, "history.undo", {});
  await ask(session, "history.undo", {}, { progress: (progress) => told.push(progress) });
  expect(told.at(-1)).toMatchObject({ doing: "Taking the step back" });
  expect(await found("label:marker")).toBe(reports);
  expect(dump(session.db)).toEqual(before);
  await ask(session, "history.redo", {});
  expect(await found("label:antibody")).toBe(reports);
});

test.each(["scheme.rewrite", "history.undo"] as const)(
  "%s that is cancelled in the midst has changed nothing, and can be done again",
  async (name) => {
    const { session } = largeSession();
    if (name === "history.undo") await ask(session, "scheme.rewrite", rename);
    const before = dump(session.db);
    const controller = new AbortController();
    const options = { signal: controller.signal, progress: () => controller.abort() };
    const input = rename;
    const asked =
      name === "scheme.rewrite"
        ? ask(session, name, input, options)
        : ask(session, name, {}, options);
    await expect(asked).rejects.toMatchObject({
      code: "cancelled",
      message: "It was cancelled; nothing was changed.",
    });
    expect(dump(session.db)).toEqual(before);
    expect(problems(session.db)).toEqual([]);
    if (name === "scheme.rewrite") await ask(session, name, input);
    else await ask(session, name, {});
    expect(dump(session.db)).not.toEqual(before);
  },
);

test("what a large project refuses is refused with the same sentence, and what it foresees is the same", async () => {
  const { session } = largeSession();
  const twice = { changes: [...changes, ...changes] };
  await expect(ask(session, "scheme.rewrite", twice)).rejects.toMatchObject({
    code: "not-found",
    message: expect.stringContaining("has no label “marker” any more"),
  });
  expect(await ask(session, "scheme.preview", rename)).toMatchObject({
    annotations: all,
    reports,
  });
});

test("a session that is closed while it is rewritten leaves the project as it was", async () => {
  const { session } = largeSession();
  const { name } = session.db;
  const before = dump(session.db);
  const controller = new AbortController();
  const { promise: begun, resolve } = Promise.withResolvers<void>();
  const rewriting = ask(session, "scheme.rewrite", rename, {
    signal: controller.signal,
    progress: () => resolve(),
  });
  await begun;
  controller.abort();
  closeSession(session);
  await expect(rewriting).rejects.toMatchObject({ code: "cancelled" });
  const again = openSessionOnce(name, "Ana");
  expect(dump(again.db)).toEqual(before);
  closeSession(again);
});

test("a rewriting that is killed with kill -9 has changed everything or nothing", async () => {
  const db = newProject();
  takeIn(db, manyMarks());
  const before = dump(db);
  closeProject(db);
  const script = join(import.meta.dirname, "rewrite-until-killed.ts");
  for (let round = 0; round < 4; round++) {
    const child = spawn(process.execPath, [script, db.name], {
      stdio: ["ignore", "pipe", "inherit"],
      env: environment(),
    });
    // It has said that it is in the midst.
    await once(child.stdout, "readable");
    await wait(round * 15);
    const closed = child.exitCode === null ? once(child, "close") : null;
    child.kill("SIGKILL");
    await closed;
    const session = openSessionOnce(db.name, "Ana");
    expect(problems(session.db)).toEqual([]);
    const labels = session.db.prepare("SELECT DISTINCT label FROM span").pluck().all();
    expect(labels).toHaveLength(1);
    if (labels[0] === "antibody") await ask(session, "history.undo", {});
    expect(dump(session.db)).toEqual(before);
    closeSession(session);
  }
});
