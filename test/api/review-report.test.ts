import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Session } from "../../electron/api/session.ts";
import { setLayerStatus } from "../../electron/store/layers.ts";
import { addReport, ana, layer, span, temporaryFolder } from "../store/project.ts";
import { ask, newSession } from "./session.ts";

const done = { status: "done" } as const;

/** Two annotators on two reports, one of whom is called like a formula. */
function twoReports(session: Session): void {
  for (const name of ["case-1", "=case-2"])
    addReport(session.db, undefined, {
      name,
      layers: [
        layer("Ana", {
          ...done,
          spans: [span("a1", "tumour", { label: "diagnosis" }), span("a2", "desmin")],
        }),
        layer("Ben", {
          ...done,
          spans: [
            span("b1", "The tumour", { label: "diagnosis" }),
            span("b2", "desmin"),
            span("b3", "SMA"),
          ],
        }),
      ],
    });
}

async function write(session: Session): Promise<{ folder: string; files: string[] }> {
  const ticket = session.tickets.issue([temporaryFolder()]);
  const wish = { measures: ["f1-exact", "cohen-kappa-token"], by: ["label", "pair"] } as const;
  const { place, files } = await ask(session, "review.report", {
    ...{ ticket, measures: [...wish.measures], by: [...wish.by], bootstrap: 50 },
  });
  return { folder: place, files };
}

const read = (folder: string, name: string) => readFileSync(join(folder, name), "utf8");

test("a report has a page and tables, the same bytes for the same state", async () => {
  const { session } = newSession();
  twoReports(session);
  const { rows } = await ask(session, "review.list", { filter: {} });
  const [first] = rows;
  if (!first) throw new Error("there are no differences");
  await ask(session, "review.decide", {
    ...{ report: first.report, key: first.difference.key },
    ...{
      choice: { do: "take", annotator: "Ben" },
      reason: "boundary rule",
      note: "<with> the article",
    },
  });
  const one = await write(session);
  const other = await write(session);
  expect(readdirSync(one.folder).sort()).toEqual([...one.files].sort());
  for (const name of one.files)
    expect({ name, text: read(one.folder, name) }).toEqual({
      name,
      text: read(other.folder, name),
    });

  const page = read(one.folder, "agreement.html");
  expect(page).toContain("Agreement was measured over the 2 reports of 2 cases");
  expect(page).toContain("50 bootstrap samples of the cases (seed 1)");
  expect(page).toContain("boundary rule: &lt;with&gt; the article");
  expect(page).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)|url\(/);

  const differences = read(one.folder, "differences.csv").split("\r\n");
  expect(differences).toHaveLength(1 + 4 + 1);
  expect(differences[1]).toMatch(
    /^[^,]+,case-1,spans-[^,]+,spans,boundary,.*,decided,take,Ben,Ana,/,
  );
  expect(differences[3]).toMatch(/^[^,]+,'=case-2,/);
  expect(read(one.folder, "figures.csv").split("\r\n")[1]).toMatch(
    /^f1-exact,"F1, same label and boundaries",all,Ana \| Ben,,,,,0\.4,/,
  );
});

test("places in the table of differences are code points", async () => {
  const { session } = newSession();
  const text = "𝛼 desmin was seen.";
  const spans = [span("a1", "desmin", { ranges: [{ start: 3, end: 9 }] })];
  addReport(session.db, text, {
    name: "a",
    layers: [layer("Ana", { ...done, spans }), layer("Ben", done)],
  });
  const { folder } = await write(session);
  expect(read(folder, "differences.csv").split("\r\n")[1]).toContain(
    ",desmin,2,8,Ana: marker,Ben,",
  );
});

test("without anybody to compare there is no report, and no folder", async () => {
  const { session } = newSession();
  addReport(session.db, undefined, { name: "a", layers: [layer("Ana", done)] });
  const folder = temporaryFolder();
  const ticket = session.tickets.issue([folder]);
  await expect(ask(session, "review.report", { ticket })).rejects.toThrow(
    /^There is nothing to report: no two annotators have finished the same report/,
  );
  expect(readdirSync(folder)).toEqual([]);
  expect(existsSync(folder)).toBe(true);
});

test("a project that changes while its report is written is said, and nothing is kept", async () => {
  const { session } = newSession();
  twoReports(session);
  const { rows } = await ask(session, "review.list", { filter: {} });
  const report = rows[0]?.report ?? "";
  const folder = temporaryFolder();
  const ticket = session.tickets.issue([folder]);
  let isDone = false;
  const progress = () => {
    if (isDone) return;
    isDone = true;
    setLayerStatus(session.db, ana, report, "open");
  };
  await expect(
    ask(session, "review.report", { ticket, bootstrap: 10 }, { progress }),
  ).rejects.toThrow(/^The project was changed while its report was written/);
  expect(readdirSync(folder)).toEqual([]);
});
