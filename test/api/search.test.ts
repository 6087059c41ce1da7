import { expect, test } from "vitest";
import type { Progress } from "../../shared/contract.ts";
import { arrivalOf, dump, takeIn } from "../store/project.ts";
import { ask, newSession } from "./session.ts";

function manyReports(count: number) {
  const { session } = newSession();
  const texts = Array.from({ length: count }, (_, at) => `Report ${at} says desmin.`);
  takeIn(
    session.db,
    texts.map((text, at) => arrivalOf(text, { name: `r${at}` })),
  );
  return session;
}

const mark = { do: "mark", label: "marker" } as const;

test("all hits but some are marked with progress, in one step that one undo takes back", async () => {
  const session = manyReports(250);
  const before = dump(session.db);
  const { groups, reports } = await ask(session, "search.find", { query: "desmin", limit: 3 });
  expect(reports).toEqual({ count: 250, isExact: true });
  const except = groups.flatMap(({ hits }) => hits.map(({ id }) => id));
  const told: Progress[] = [];
  const acted = await ask(
    session,
    "search.act",
    { chosen: { which: "all", query: "desmin", except }, action: mark },
    { progress: (progress) => told.push(progress) },
  );
  expect(acted).toMatchObject({
    ...{ done: 247, skipped: [], summary: "marked 247 places in 247 reports as marker" },
    ...{ report: null, put: { spans: [] } },
  });
  expect(told.map(({ done, total }) => [done, total])).toEqual([
    [100, 250],
    [200, 250],
  ]);
  await ask(session, "history.undo", {});
  expect(dump(session.db)).toEqual(before);
});

test("what is cancelled while the hits are gathered leaves everything as it was", async () => {
  const session = manyReports(150);
  const before = dump(session.db);
  const controller = new AbortController();
  const acting = ask(
    session,
    "search.act",
    { chosen: { which: "all", query: "desmin" }, action: mark },
    { signal: controller.signal, progress: () => controller.abort() },
  );
  await expect(acting).rejects.toMatchObject({ code: "cancelled" });
  expect(dump(session.db)).toEqual(before);
});

test("a query that was understood in part is not acted on, nor saved", async () => {
  const session = manyReports(1);
  const chosen = { which: "all", query: "desmin lable:x" } as const;
  const refusal = { code: "bad-input", message: expect.stringContaining("write “label:”") };
  await expect(ask(session, "search.act", { chosen, action: mark })).rejects.toMatchObject(refusal);
  const saving = ask(session, "search.save", { name: "Slip", query: chosen.query });
  await expect(saving).rejects.toMatchObject(refusal);
  expect(await ask(session, "search.saved", {})).toEqual({ searches: [] });
});

test("names complete a query: of entities, people and cases", async () => {
  const session = manyReports(2);
  const chosen = { which: "all", query: "desmin" } as const;
  await ask(session, "search.act", { chosen, action: { ...mark, label: "marker" } });
  const names = async (of: "entity" | "by" | "case", start: string) =>
    (await ask(session, "search.names", { of, start })).names;
  expect(await names("entity", "des")).toEqual(["desmin"]);
  expect(await names("entity", "%")).toEqual([]);
  expect(await names("by", "a")).toEqual(["Ana"]);
  expect(await names("case", "r")).toEqual(["r0", "r1"]);
});

test("a list of reports can be narrowed to a work list", async () => {
  const session = manyReports(5);
  const { rows, total } = await ask(session, "report.list", { query: "title:r3 OR title:r4" });
  expect([rows.map(({ title }) => title), total]).toEqual([["r3", "r4"], 2]);
});
