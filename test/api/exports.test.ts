import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { closeSession } from "../../electron/api/session.ts";
import { addReport, draft, layer, sentence, span, temporaryFolder } from "../store/project.ts";
import { ask, newSession } from "./session.ts";

/** Two reports, marked by Ana and Ben; a third that nobody has marked. */
function begun() {
  const { session } = newSession();
  const layers = ["Ana", "Ben"].map((name) => layer(name, { spans: [span("s", "desmin")] }));
  const reports = [{ layers }, { layers }, { layers: [] }].map((each) =>
    addReport(session.db, sentence, each),
  );
  return { session, reports };
}

test("an export goes into the folder that was chosen, under a free name, by layer", async () => {
  const { session } = begun();
  const folder = temporaryFolder();
  const ticket = session.tickets.issue([folder]);
  const exported = await ask(session, "export.run", { format: "brat", annotator: "Ana", ticket });
  expect(exported).toEqual({
    ...{ reports: 2, files: 5, spans: 2, place: join(folder, "Sarcomas brat"), download: null },
    losses: [
      {
        ...{ things: "Reports that nobody chosen has marked", count: 1 },
        ...{ consequence: "left out.", examples: [] },
      },
      {
        ...{ things: "Names that no file may have, or that another file has", count: 1 },
        consequence: "the files are called otherwise, and so is what is read of them.",
        examples: ["case-1 → case-1-2"],
      },
    ],
  });
  await ask(session, "export.run", { format: "brat", ticket });
  expect(readdirSync(folder).sort()).toEqual(["Sarcomas brat", "Sarcomas brat 2"]);
  expect(readdirSync(join(folder, "Sarcomas brat 2")).sort()).toEqual([
    "Ana",
    "Ben",
    "annotation.conf",
  ]);
});

test("lines of our own hold reports that nobody has marked, too", async () => {
  const { session, reports } = begun();
  const folder = temporaryFolder();
  const ticket = session.tickets.issue([folder]);
  const exported = await ask(session, "export.run", { format: "casemark-jsonl", ticket });
  expect(exported).toMatchObject({ reports: 3, files: 1, spans: 4, losses: [] });
  const lines = readFileSync(exported.place, "utf8").trimEnd().split("\n");
  expect(lines.map((line) => JSON.parse(line).layers.length)).toEqual([2, 2, 0]);
  const some = { format: "casemark-jsonl", reports: reports.slice(2), ticket } as const;
  expect(await ask(session, "export.run", some)).toMatchObject({ reports: 1, spans: 0 });
});

test("without a place a download is offered, and it is gone with the session", async () => {
  const { session } = begun();
  const { download } = await ask(session, "export.run", { format: "brat" });
  const [file = ""] = session.tickets.read(download ?? "");
  expect(readFileSync(file).subarray(0, 2).toString()).toBe("PK");
  closeSession(session);
  expect(existsSync(file)).toBe(false);
});

test("what nobody has marked is not exported, and that is said", async () => {
  const { session, reports } = begun();
  const marked = { format: "brat", reports: reports.slice(2) } as const;
  await expect(ask(session, "export.run", marked)).rejects.toMatchObject({
    code: "bad-input",
    message:
      "Nobody has marked any of these reports, so there is nothing to export; choose other reports or another annotator.",
  });
});

test("marks made in the app are exported after those that came in files", async () => {
  const { session, reports } = begun();
  const [report = ""] = reports;
  await ask(session, "span.add", { report, draft: draft("SMA") });
  const ticket = session.tickets.issue([temporaryFolder()]);
  const asked = { annotator: "Ana", reports: [report], ticket };
  const { place } = await ask(session, "export.run", { format: "brat", ...asked });
  expect(readFileSync(join(place, "case-1.ann"), "utf8")).toBe(
    "T1\tmarker 28 34\tdesmin\nT2\tmarker 36 39\tSMA\n",
  );
});

test("a project exported and imported again holds the same", async () => {
  const { session } = begun();
  const folder = temporaryFolder();
  mkdirSync(join(folder, "in"));
  writeFileSync(join(folder, "in", "x.txt"), `A\u2028B 🧪 ${sentence}`);
  const staged = await ask(session, "import.stage", {
    tickets: [session.tickets.issue([join(folder, "in")])],
  });
  await ask(session, "import.finish", { stage: staged.stage });
  const ticket = session.tickets.issue([folder]);
  const { place } = await ask(session, "export.run", { format: "casemark-jsonl", ticket });
  const other = newSession().session;
  const again = await ask(other, "import.stage", { tickets: [other.tickets.issue([place])] });
  expect(again).toMatchObject({ reports: 4, spans: 4, failed: [], warnings: [] });
  await ask(other, "import.finish", { stage: again.stage });
  const { place: second } = await ask(other, "export.run", {
    format: "casemark-jsonl",
    ticket: other.tickets.issue([folder]),
  });
  const bare = (file: string) => readFileSync(file, "utf8").replace(/"id":"[^"]*"/g, '"id":""');
  expect(bare(second)).toBe(bare(place));
});
