import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type { Session } from "../../electron/api/session.ts";
import { readLayers } from "../../electron/store/layers.ts";
import { listReportIds } from "../../electron/store/reports.ts";
import type { Asked } from "../../shared/contract.ts";
import { dump, temporaryFolder } from "../store/project.ts";
import { ask, newSession } from "./session.ts";

const text = "Immunostains: CD34 positive, desmin negative.\n";
const cd34 = "T1\tmarker 14 18\tCD34\n";
const desmin = "T1\tmarker 29 35\tdesmin\nT2\tmarker 14 18\tCD34\nR1\twith Arg1:T1 Arg2:T2\n";

function folderOf(files: Record<string, string>): string {
  const folder = join(temporaryFolder(), "batch");
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

async function take(
  session: Session,
  folder: string,
  wishes: Omit<Asked<"import.stage">, "tickets"> = {},
) {
  const tickets = [session.tickets.issue([folder])];
  const staged = await ask(session, "import.stage", { tickets, ...wishes });
  const { files } = await ask(session, "import.files", { stage: staged.stage });
  const change = await ask(session, "import.finish", { stage: staged.stage });
  return { staged, files, change };
}

/** Who marked which words, report by report. */
function marked({ db }: Session): Record<string, string[]>[] {
  return listReportIds(db).map((report) =>
    Object.fromEntries(
      readLayers(db, report).map(({ annotator, spans }) => [
        annotator,
        spans.map(({ quote }) => quote),
      ]),
    ),
  );
}

test("annotations of a report that is there join it as another annotator's, and undo takes them back", async () => {
  const { session } = newSession();
  await take(session, folderOf({ "a.txt": text }));
  const { staged, change } = await take(session, folderOf({ "a.txt": text, "a.ann": desmin }), {
    annotator: "Ben",
  });
  expect(staged).toMatchObject({ reports: 0, joining: 1, spans: 2 });
  expect(change.summary).toBe("imported batch (1 layer of other annotators)");
  await take(session, folderOf({ "a.txt": text, "a.ann": cd34 }), { annotator: "Cleo" });
  const both = [{ Ben: ["CD34", "desmin"], Cleo: ["CD34"] }];
  expect(marked(session)).toEqual(both);
  const after = dump(session.db);
  await ask(session, "history.undo", {});
  expect(marked(session)).toEqual([{ Ben: ["CD34", "desmin"] }]);
  await ask(session, "history.undo", {});
  expect(marked(session)).toEqual([{}]);
  await ask(session, "history.redo", {});
  await ask(session, "history.redo", {});
  expect(marked(session)).toEqual(both);
  const left = ({ report, span, relation, layer }: typeof after) => ({
    ...{ report, span, relation, layer },
  });
  expect(left(dump(session.db))).toEqual(left(after));
});

test("a layer that is there stays as it is, and what would have been in its place is left out", async () => {
  const { session } = newSession();
  await take(session, folderOf({ "a.txt": text, "a.ann": cd34 }));
  const { files } = await take(session, folderOf({ "a.txt": text, "a.ann": desmin }));
  expect(files).toMatchObject([
    { isLeftOut: true, joins: { title: "a", annotators: [], taken: ["Ana"] } },
  ]);
  expect(marked(session)).toEqual([{ Ana: ["CD34"] }]);
});

test("another name, or another text, makes a report of its own", async () => {
  const { session } = newSession();
  await take(session, folderOf({ "a.txt": text, "a.ann": cd34 }));
  const others = { "b.txt": text, "b.ann": cd34, "x/a.txt": ` ${text}`, "x/a.ann": "" };
  const { staged } = await take(session, folderOf(others), { annotator: "Ben" });
  expect(staged).toMatchObject({ reports: 2, joining: 0 });
});

test("a folder for each annotator gives reports with a layer for each, the empty ones too", async () => {
  const { session } = newSession();
  const folder = folderOf({
    ...{ "ana/1/a.txt": text, "ana/1/a.ann": cd34 },
    ...{ "ben/1/a.txt": text, "ben/1/a.ann": "" },
    ...{ "cleo/1/a.txt": text, "cleo/1/a.ann": desmin },
  });
  const { change, staged } = await take(session, folder, { annotatorsBy: "folder" });
  expect(staged).toMatchObject({ reports: 1, joining: 2, spans: 3 });
  expect(change.summary).toBe("imported batch (1 report, 2 layers of other annotators)");
  expect(marked(session)).toEqual([{ ana: ["CD34"], ben: [], cleo: ["CD34", "desmin"] }]);
  await ask(session, "history.undo", {});
  expect(listReportIds(session.db)).toEqual([]);
  await ask(session, "history.redo", {});
  expect(marked(session)).toEqual([{ ana: ["CD34"], ben: [], cleo: ["CD34", "desmin"] }]);
});

test("who leaves out the first of several lets the others join the next", async () => {
  const { session } = newSession();
  const folder = folderOf({
    ...{ "ana/a.txt": text, "ana/a.ann": cd34, "ben/a.txt": text, "ben/a.ann": cd34 },
    ...{ "cleo/a.txt": text, "cleo/a.ann": cd34 },
  });
  const tickets = [session.tickets.issue([folder])];
  const { stage } = await ask(session, "import.stage", { tickets, annotatorsBy: "folder" });
  const { files } = await ask(session, "import.files", { stage });
  await ask(session, "import.leaveOut", { stage, reports: [files[0]?.report ?? ""] });
  await ask(session, "import.finish", { stage });
  expect(marked(session)).toEqual([{ ben: ["CD34"], cleo: ["CD34"] }]);
});

test("layers whose report has gone since they were read are not taken in", async () => {
  const { session } = newSession();
  await take(session, folderOf({ "a.txt": text }));
  const tickets = [session.tickets.issue([folderOf({ "a.txt": text, "a.ann": cd34 })])];
  const { stage } = await ask(session, "import.stage", { tickets, annotator: "Ben" });
  await ask(session, "history.undo", {});
  const before = dump(session.db);
  await expect(ask(session, "import.finish", { stage })).rejects.toMatchObject({
    code: "changed-since",
  });
  expect(dump(session.db)).toEqual(before);
});

const iaa = fileURLToPath(new URL("../../../shared/data/iaa/", import.meta.url));

test.skipIf(!existsSync(iaa))(
  "bratiaa's four annotators give four layers on seven reports",
  async () => {
    const { session } = newSession();
    const folder = join(iaa, "bratiaa-4-annotators/example-project");
    await take(session, folder, { annotatorsBy: "folder" });
    const counts = marked(session).map((layers) =>
      Object.entries(layers).map(([name, words]) => `${name} ${words.length}`),
    );
    expect(counts).toEqual([
      ["Lisa 13", "Maria 13", "Max 13", "Peter 14"],
      ["Lisa 104", "Maria 106", "Max 98", "Peter 103"],
      ["Lisa 75", "Maria 75", "Max 53", "Peter 74"],
      ["Lisa 43", "Maria 41", "Max 42", "Peter 41"],
      ["Lisa 68", "Maria 67", "Max 59", "Peter 68"],
      ["Lisa 57", "Maria 58", "Max 51", "Peter 58"],
      ["Lisa 44", "Maria 44", "Max 42", "Peter 43"],
    ]);
  },
);

test.skipIf(!existsSync(iaa))(
  "INCEpTION's files of users give a report a document, and its curator is an annotator too",
  async () => {
    const { session } = newSession();
    const folder = join(iaa, "inception-curation/testsuite");
    await take(session, folder, { annotatorsBy: "file" });
    const who = marked(session).map((layers) => Object.keys(layers));
    expect(who).toEqual(Array.from({ length: 8 }, () => ["curator", "user1", "user2"]));
  },
);

test("annotations of BioC that name their annotator are layers of these, and join a report that is there", async () => {
  const { session } = newSession();
  await take(session, folderOf({ "a.txt": text }), { annotator: "Ana" });
  const annotation = (annotator: string, offset: number, quote: string) =>
    `<annotation id="${annotator}"><infon key="type">marker</infon><infon key="annotator">${annotator}</infon><location offset="${offset}" length="${quote.length}"/><text>${quote}</text></annotation>`;
  const passage = `<offset>0</offset><text>${text}</text>${annotation("Ben", 14, "CD34")}${annotation("Cleo", 29, "desmin")}`;
  const file = `<collection><document><id>a</id><passage>${passage}</passage></document></collection>`;
  const { change } = await take(session, folderOf({ "all.xml": file }));
  expect(change.summary).toBe("imported batch (2 layers of other annotators)");
  expect(marked(session)).toEqual([{ Ben: ["CD34"], Cleo: ["desmin"] }]);
});

test.skipIf(!existsSync(iaa))(
  "BioC files of two annotators give two layers where both have worked on a text",
  async () => {
    const { session } = newSession();
    for (const annotator of ["A2", "D1"])
      await take(session, join(iaa, `eco-collectf-bioc/ECO_3_BioC_${annotator}.xml`), {
        annotator,
      });
    const who = marked(session).map((layers) => Object.keys(layers));
    expect(who).toEqual(Array.from({ length: 9 }, () => ["A2", "D1"]));
  },
);
