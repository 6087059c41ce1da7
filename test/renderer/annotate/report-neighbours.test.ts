import { expect, test } from "vitest";
import { findNeighbours } from "../../../renderer/annotate/report-neighbours.ts";
import type { ReportPage, ReportRow } from "../../../shared/contract.ts";

const row = (id: string, status: ReportRow["status"] = "new"): ReportRow => ({
  id,
  title: id,
  case: id,
  source: "",
  characters: 0,
  warnings: 0,
  status,
  spans: 0,
  layers: [],
});

/** A list that is read two rows at a time. */
function list(rows: ReportRow[]) {
  const asked: (string | null)[] = [];
  const readPage = async (after: string | null): Promise<ReportPage> => {
    asked.push(after);
    const start = after === null ? 0 : Number(after);
    const next = start + 2 < rows.length ? String(start + 2) : null;
    return { rows: rows.slice(start, start + 2), total: rows.length, next };
  };
  return { readPage, asked };
}

test("neighbours are found across pages, and no page is read that is not needed", async () => {
  const { readPage, asked } = list([row("a"), row("b"), row("c"), row("d"), row("e"), row("f")]);
  expect(await findNeighbours("b", readPage)).toEqual({
    previous: "a",
    next: "c",
    nextOpen: "c",
  });
  expect(asked).toEqual([null, "2"]);
});

test("the next open report passes over the done ones and begins again at the top", async () => {
  const rows = [row("a", "open"), row("b", "done"), row("c"), row("d", "done")];
  const { readPage } = list(rows);
  expect(await findNeighbours("c", readPage)).toEqual({
    previous: "b",
    next: "d",
    nextOpen: "a",
  });
});

test("at the ends and when all is done there is nothing to go to", async () => {
  const { readPage } = list([row("a", "done")]);
  expect(await findNeighbours("a", readPage)).toEqual({
    previous: null,
    next: null,
    nextOpen: null,
  });
});
