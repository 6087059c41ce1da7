import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import type { Session } from "../../electron/api/session.ts";
import { noChoices } from "../../shared/extract/choices.ts";
import { temporaryFolder } from "../store/project.ts";
import { ask, newSession } from "./session.ts";

const html = "<h1>Leiomyosarcoma</h1><p>Spindle cells.</p><p>Desmin was positive.</p>";
const pasted =
  "CASE REPORT\n\nA woman had a mass of the uterus that was\nresected, and  the most common site of spread is the lung.\n";

/** Stages a folder of files, which may be in folders of their own. */
async function staged(session: Session, files: Record<string, string>) {
  const folder = join(temporaryFolder(), "batch");
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  const { stage } = await ask(session, "import.stage", {
    tickets: [session.tickets.issue([folder])],
  });
  const list = async () => (await ask(session, "import.files", { stage })).files;
  const files_ = await list();
  const reportOf = (name: string) => {
    const found = files_.find(({ file }) => file.endsWith(name))?.report;
    if (!found) throw new Error(`no report came of ${name}`);
    return found;
  };
  return { stage, folder, list, reportOf };
}

const cases = async (list: () => Promise<{ file: string; case: string }[]>) =>
  Object.fromEntries((await list()).map((file) => [file.file, file.case]));

test("every file has a line, with what it has in common with another one", async () => {
  const { session } = newSession();
  const { list } = await staged(session, { "a.html": html, "b.html": html, "c.txt": "" });
  const line = { title: "Leiomyosarcoma", characters: 52, spans: 0, repairs: 0, leftOut: 0 };
  expect(await list()).toEqual([
    expect.objectContaining({ file: "batch/c.txt", report: null, problem: expect.any(String) }),
    expect.objectContaining({ ...line, file: "batch/a.html", case: "a", sameAs: null }),
    expect.objectContaining({ ...line, file: "batch/b.html", case: "b", sameAs: "batch/a.html" }),
  ]);
});

test("what is in the project already is said by its title", async () => {
  const { session } = newSession();
  const first = await staged(session, { "a.html": html });
  await ask(session, "import.finish", { stage: first.stage });
  const { list } = await staged(session, { "other.html": html });
  expect(await list()).toMatchObject([{ sameAs: "Leiomyosarcoma" }]);
});

test("what is cut and put in another order becomes the text, its title, sections and search", async () => {
  const { session } = newSession();
  const { stage, reportOf } = await staged(session, { "a.html": html });
  const report = reportOf("a.html");
  const cut = { block: 1, from: { piece: 0, offset: 0 }, to: { piece: 0, offset: 8 } };
  const choices = { ...noChoices, removed: [cut], order: [0, 2, 1] };
  const { files } = await ask(session, "import.choose", { stage, report, choices });
  expect(files).toMatchObject([{ report, characters: 44, title: "Leiomyosarcoma" }]);
  expect(await ask(session, "import.preview", { stage, report })).toMatchObject({ choices });
  await ask(session, "import.finish", { stage });
  const opened = await ask(session, "report.open", { report });
  expect(opened.report.text).toBe("Leiomyosarcoma\n\nDesmin was positive.\n\ncells.");
  expect((await ask(session, "report.list", { search: "spindle" })).total).toBe(0);
  expect((await ask(session, "report.list", { search: "desmin" })).total).toBe(1);
});

test("a text from which nothing would be left is refused, and stays as it was", async () => {
  const { session } = newSession();
  const { stage, list, reportOf } = await staged(session, { "a.html": "<p>Spindle cells.</p>" });
  const cut = { block: 0, from: { piece: 0, offset: 0 }, to: { piece: 0, offset: 99 } };
  const choices = { ...noChoices, removed: [cut] };
  await expect(
    ask(session, "import.choose", { stage, report: reportOf("a.html"), choices }),
  ).rejects.toMatchObject({
    code: "bad-input",
    message: expect.stringContaining("Nothing is left"),
  });
  expect(await list()).toMatchObject([{ characters: 14 }]);
});

test("choices that were made for another text are refused", async () => {
  const { session } = newSession();
  const { stage, reportOf } = await staged(session, { "a.html": html });
  const choices = { ...noChoices, restored: [77] };
  await expect(
    ask(session, "import.choose", { stage, report: reportOf("a.html"), choices }),
  ).rejects.toMatchObject({ message: expect.stringContaining("another text") });
});

test("a text to which annotations hold on has no preview and cannot be changed", async () => {
  const { session } = newSession();
  const brat = { "a.txt": "Desmin was positive.\n", "a.ann": "T1\tmarker 0 6\tDesmin\n" };
  const { stage, reportOf } = await staged(session, brat);
  const report = reportOf("a.ann");
  expect(await ask(session, "import.preview", { stage, report })).toBeNull();
  await expect(
    ask(session, "import.choose", { stage, report, choices: noChoices }),
  ).rejects.toMatchObject({ message: expect.stringContaining("hold on to its text") });
});

test("repairs of a pasted text are counted, and can be refused one by one", async () => {
  const { session } = newSession();
  const { stage, list, reportOf } = await staged(session, { "a.txt": pasted });
  const report = reportOf("a.txt");
  const preview = await ask(session, "import.preview", { stage, report });
  const repairs = preview?.extracted.blocks.flatMap(({ pieces }, block) =>
    pieces.flatMap(({ repair }, piece) => (repair ? [`${block}.${piece}` as const] : [])),
  );
  expect(repairs).not.toEqual([]);
  expect(await list()).toMatchObject([{ repairs: 0, offered: repairs?.length, warnings: [] }]);
  await ask(session, "import.choose", { stage, report, choices: noChoices });
  expect(await list()).toMatchObject([{ repairs: repairs?.length, offered: 0 }]);
  const choices = { ...noChoices, refused: repairs ?? [] };
  await ask(session, "import.choose", { stage, report, choices });
  expect(await list()).toMatchObject([{ repairs: 0, offered: repairs?.length }]);
  await ask(session, "import.finish", { stage });
  expect((await ask(session, "report.open", { report })).report.text).toBe(pasted);
});

test("a report that is left out is not taken in, and nothing of it stays", async () => {
  const { session } = newSession();
  const { stage, list, reportOf } = await staged(session, {
    "a.html": html,
    "b.html": "<p>B.</p>",
  });
  await ask(session, "import.leaveOut", { stage, reports: [reportOf("a.html")] });
  expect(await list()).toMatchObject([{ isLeftOut: true }, { isLeftOut: false }]);
  await ask(session, "import.finish", { stage });
  expect((await ask(session, "report.list", {})).rows).toMatchObject([{ source: "b.html" }]);
  expect(session.db.prepare("SELECT count(*) AS n FROM report").get()).toEqual({ n: 1 });
});

test("a report that was left out can be taken in again, with all that was chosen of it", async () => {
  const { session } = newSession();
  const { stage, reportOf } = await staged(session, { "a.html": html });
  const report = reportOf("a.html");
  const choices = { ...noChoices, order: [0, 2, 1] };
  await ask(session, "import.choose", { stage, report, choices });
  await ask(session, "import.leaveOut", { stage, reports: [report] });
  await ask(session, "import.leaveOut", { stage, reports: [report], isLeftOut: false });
  await ask(session, "import.finish", { stage });
  expect((await ask(session, "report.open", { report })).report.text).toBe(
    "Leiomyosarcoma\n\nDesmin was positive.\n\nSpindle cells.",
  );
});

test("nothing is the same as a report that is left out", async () => {
  const { session } = newSession();
  const same = { "a.html": html, "b.html": html, "c.html": html };
  const { stage, list, reportOf } = await staged(session, same);
  const sames = async () => (await list()).map(({ sameAs }) => sameAs);
  expect(await sames()).toEqual([null, "batch/a.html", "batch/a.html"]);
  const leave = (reports: string[], isLeftOut: boolean) =>
    ask(session, "import.leaveOut", { stage, reports, isLeftOut });
  const { files } = await leave([reportOf("a.html")], true);
  expect(files.map(({ file, sameAs }) => [file, sameAs])).toEqual([
    ["batch/a.html", "batch/b.html"],
    ["batch/b.html", null],
    ["batch/c.html", "batch/b.html"],
  ]);
  await leave([reportOf("b.html"), reportOf("c.html")], true);
  expect(await sames()).toEqual([null, null, null]);
  await leave([reportOf("a.html")], false);
  expect(await sames()).toEqual([null, "batch/a.html", "batch/a.html"]);
});

test("a text that is repaired until it is another's is the same as that one", async () => {
  const { session } = newSession();
  const { stage, list, reportOf } = await staged(session, {
    "a.html": "<p>Spindle cells.</p>",
    "b.html": "<p>Spindle cells.</p><p>Page 1</p>",
  });
  const cut = { block: 1, from: { piece: 0, offset: 0 }, to: { piece: 0, offset: 6 } };
  const report = reportOf("b.html");
  const choices = { ...noChoices, removed: [cut] };
  await ask(session, "import.choose", { stage, report, choices });
  expect(await list()).toMatchObject([{ sameAs: null }, { sameAs: "batch/a.html" }]);
});

test("labels that only a left-out report uses are not told as new, until it is taken in again", async () => {
  const { session } = newSession();
  const { stage, reportOf } = await staged(session, {
    "a.txt": "Desmin was positive.\n",
    "a.ann": "T1\tAntigen 0 6\tDesmin\n",
    "b.txt": "SMA was positive.\n",
    "b.ann": "T1\tProtein 0 3\tSMA\nT2\tmarker 0 3\tSMA\n",
  });
  const newLabels = async (file: string, isLeftOut: boolean) => {
    const reports = [reportOf(file)];
    const { additions } = await ask(session, "import.leaveOut", { stage, reports, isLeftOut });
    return additions?.labels.map(({ name }) => name) ?? null;
  };
  expect(await newLabels("a.ann", true)).toEqual(["Protein"]);
  expect(await newLabels("b.ann", true)).toBeNull();
  expect(await newLabels("a.ann", false)).toEqual(["Antigen"]);
  expect(await newLabels("b.ann", false)).toEqual(["Antigen", "Protein"]);
});

test("labels that only a left-out report uses do not come into the scheme", async () => {
  const { session } = newSession();
  const { stage, reportOf } = await staged(session, {
    "a.txt": "Desmin was positive.\n",
    "a.ann": "T1\tAntigen 0 6\tDesmin\n",
    "b.txt": "SMA was positive.\n",
    "b.ann": "T1\tProtein 0 3\tSMA\n",
  });
  await ask(session, "import.leaveOut", { stage, reports: [reportOf("a.ann")] });
  await ask(session, "import.finish", { stage });
  const { scheme } = await ask(session, "scheme.read", {});
  const names = scheme.labels.map(({ name }) => name);
  expect([names.includes("Antigen"), names.includes("Protein")]).toEqual([false, true]);
});

test("cases come from the file, from the folder, and from a part of the name", async () => {
  const { session } = newSession();
  const { stage, list } = await staged(session, {
    "p1/P1-biopsy.html": html,
    "p1/P1-resection.html": "<p>One.</p>",
    "p2/unnumbered.html": "<p>Two.</p>",
  });
  const assign = (by: Parameters<typeof ask<"import.assignCases">>[2]["by"]) =>
    ask(session, "import.assignCases", { stage, by });
  const files = [
    "batch/p1/P1-biopsy.html",
    "batch/p1/P1-resection.html",
    "batch/p2/unnumbered.html",
  ];
  const expected = (...names: string[]) =>
    Object.fromEntries(files.map((file, at) => [file, names[at]]));

  expect(await assign({ from: "folder" })).toEqual({ assigned: 3, unmatched: [] });
  expect(await cases(list)).toEqual(expected("p1", "p1", "p2"));
  expect(await assign({ from: "pattern", pattern: "^(P\\d+)" })).toEqual({
    assigned: 2,
    unmatched: ["batch/p2/unnumbered.html"],
  });
  expect(await cases(list)).toEqual(expected("P1", "P1", "p2"));
  await assign({ from: "file" });
  expect(await cases(list)).toEqual(expected("p1/P1-biopsy", "p1/P1-resection", "p2/unnumbered"));
  await expect(assign({ from: "pattern", pattern: "(" })).rejects.toMatchObject({
    code: "bad-input",
  });
});

test("files of one folder are one case when folders are cases", async () => {
  const { session } = newSession();
  const { stage, list } = await staged(session, { "a.html": html, "b.html": "<p>B.</p>" });
  await ask(session, "import.assignCases", { stage, by: { from: "folder" } });
  expect(await cases(list)).toEqual({ "batch/a.html": "batch", "batch/b.html": "batch" });
});

test("a CSV file says the cases, the titles and whatever else is known", async () => {
  const { session } = newSession();
  const { stage, folder, list, reportOf } = await staged(session, {
    "a.html": html,
    "b.html": "<p>B.</p>",
  });
  const table = join(folder, "cases.csv");
  writeFileSync(table, '\uFEFFfile,case,title,doi\r\na,P-1,"One, two",10.1/x\r\nz.html,P-9,,\r\n');
  const ticket = session.tickets.issue([table]);
  const report = reportOf("a.html");
  expect(
    await ask(session, "import.assignCases", { stage, by: { from: "table", ticket } }),
  ).toEqual({
    assigned: 1,
    unmatched: ["batch/b.html"],
  });
  expect(await list()).toMatchObject([{ case: "P-1", title: "One, two" }, { case: "b" }]);
  await ask(session, "import.finish", { stage });
  const opened = await ask(session, "report.open", { report });
  expect(opened.report).toMatchObject({
    case: "P-1",
    title: "One, two",
    metadata: { doi: "10.1/x" },
  });
});

test("a CSV file without its columns is refused with the names that it needs", async () => {
  const { session } = newSession();
  const { stage, folder } = await staged(session, { "a.html": html });
  const table = join(folder, "cases.csv");
  writeFileSync(table, "name,patient\na.html,P-1\n");
  const ticket = session.tickets.issue([table]);
  await expect(
    ask(session, "import.assignCases", { stage, by: { from: "table", ticket } }),
  ).rejects.toMatchObject({
    code: "bad-file",
    message: '"cases.csv" has to have the columns "file" and "case", filled in every line.',
  });
});
