import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { expect, test } from "vitest";
import { sha256 } from "../../../electron/sha256.ts";
import { closeProject, openProject } from "../../../electron/store/database.ts";
import { setLayerStatus } from "../../../electron/store/layers.ts";
import { listReportIds } from "../../../electron/store/reports.ts";
import { rewriteProject } from "../../../electron/store/scheme/rewriting.ts";
import { addSpan } from "../../../electron/store/spans.ts";
import { addReport, ana, draft, newProject, temporaryFolder } from "../../store/project.ts";
import { answer, casemark } from "./casemark.ts";

/** A project with reports of these names, closed. */
function projectWith(...names: string[]): { file: string; reports: string[] } {
  const db = newProject();
  const reports = names.map((name) => addReport(db, undefined, { name }));
  closeProject(db);
  return { file: db.name, reports };
}

function mark(file: string, report: string): void {
  const db = openProject(file);
  addSpan(db, ana, report, draft("desmin"));
  setLayerStatus(db, ana, report, "done");
  closeProject(db);
}

test("a package is packed, opened, worked on, packed again and merged", async () => {
  const { file, reports } = projectWith("a", "b");
  const folder = temporaryFolder();
  const [sent, opened, back] = ["sent.casepack", "mine.casemark", "back.casepack"].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  expect((await casemark(["pack", file, sent, "--reports", "a"])).stdout).toBe(
    "Packed 1 report with layers of 0 annotators into sent.casepack.\n",
  );
  expect(await answer(["open", sent, opened])).toMatchObject({ facts: { reports: 1 } });
  mark(opened, reports[0] ?? "");
  await answer(["pack", opened, back, "--annotator", "Ana", "--purpose", "return"]);
  const dry = (await answer(["merge", file, back, "--dry-run"])) as { merged: unknown };
  expect(dry).toMatchObject({ isDryRun: true, history: null, merged: [{ report: { added: 1 } }] });
  expect(await answer(["merge", file, back])).toMatchObject({ merged: dry.merged });
  expect((await casemark(["merge", file, back])).stdout).toMatch(/^back\.casepack: nothing new/);
  expect(await answer(["show", file, reports[0] ?? ""])).toMatchObject({
    layers: [{ annotator: "Ana", status: "done", spans: [{ quote: "desmin" }] }],
  });
  expect(await answer(["check", file])).toMatchObject({ ok: true });
});

test("a scheme that went on is taken over by merging, and what it changes is told", async () => {
  const { file } = projectWith("a");
  const folder = temporaryFolder();
  const [sent = "", opened = ""] = ["sent.casepack", "mine.casemark"].map((one) =>
    join(folder, one),
  );
  await answer(["pack", file, sent]);
  await answer(["open", sent, opened]);
  const db = openProject(opened);
  addSpan(db, ana, listReportIds(db)[0] ?? "", draft("desmin", { label: "drug" }));
  closeProject(db);
  const theirs = openProject(file);
  const subject = { list: "labels" as const, of: null, name: "drug" };
  rewriteProject(theirs, ana, [{ do: "rename", subject, to: "medicine" }]);
  closeProject(theirs);
  await answer(["pack", file, sent, "--overwrite"]);
  expect((await casemark(["merge", opened, sent])).stdout).toBe(
    [
      "sent.casepack: a new scheme, 0 new, 0 changed, 0 removed, 0 unchanged, 0 newer here.",
      "  scheme: version 2 taken over:",
      "    Label “drug” is named “medicine”.",
      "    1 annotation here got its names\n",
    ].join("\n"),
  );
  expect(await answer(["check", opened])).toMatchObject({ ok: true });
});

test("packages for several people share as many reports as asked for", async () => {
  const { file } = projectWith("a", "b", "c", "d", "e");
  const folder = temporaryFolder();
  const args = ["pack", file, folder, "--for", "Ana,Ben", "--each", "2", "--overlap", "20%"];
  const { packages } = (await answer([...args, "--seed", "7"])) as {
    packages: { recipient: string; reports: number }[];
  };
  expect(readdirSync(folder).toSorted()).toEqual(["Ana.casepack", "Ben.casepack"]);
  expect(packages.map(({ reports }) => reports).toSorted()).toEqual([3, 3]);
});

test("names that a disk takes for one get packages of their own", async () => {
  const { file } = projectWith("a", "b", "c", "d");
  const folder = temporaryFolder();
  const names = ["J\u00f6rg", "Jo\u0308rg", "J\u00d6RG"];
  await answer(["pack", file, folder, "--for", names.join(",")]);
  const written = readdirSync(folder).map((name) => name.normalize("NFC").toLowerCase());
  expect(new Set(written).size).toBe(3);
});

test("a package to send back is refused where its annotator has marked nothing", async () => {
  const { file } = projectWith("a");
  const back = join(temporaryFolder(), "back.casepack");
  const { code, stderr } = await casemark([
    "pack",
    file,
    back,
    "--annotator",
    "Nobody",
    "--purpose",
    "return",
  ]);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^Nobody has annotated anything in this project/);
  expect(existsSync(back)).toBe(false);
  const { stderr: anybody } = await casemark(["pack", file, back, "--purpose", "return"]);
  expect(anybody).toMatch(/^Nothing is marked on any of the reports/);
});

test("a name that nobody has is refused, not packed without a layer", async () => {
  const { file, reports } = projectWith("a");
  mark(file, reports[0] ?? "");
  const out = join(temporaryFolder(), "out.casepack");
  expect(await casemark(["pack", file, out, "--annotator", "Anna"])).toMatchObject({
    code: 1,
    stderr: 'There is no annotator "Anna"; this project has Ana.\n',
  });
  expect(existsSync(out)).toBe(false);
  const { packages } = (await answer(["pack", file, out, "--annotator", "Ana"])) as {
    packages: unknown;
  };
  expect(packages).toMatchObject([{ layers: 1 }]);
});

test("a package that is there is not overwritten without a word, nor any of several", async () => {
  const { file } = projectWith("a", "b");
  const folder = temporaryFolder();
  const out = join(folder, "Ben.casepack");
  writeFileSync(out, "somebody's work");
  for (const args of [[out], [folder, "--for", "Ana,Ben"]]) {
    const { code, stderr } = await casemark(["pack", file, ...args]);
    expect(code).toBe(1);
    expect(stderr).toBe(
      `"${out}" exists already and nothing was packed; choose another name, or replace it by --overwrite.\n`,
    );
    expect(readFileSync(out, "utf8")).toBe("somebody's work");
    expect(readdirSync(folder)).toEqual(["Ben.casepack"]);
  }
  await answer(["pack", file, folder, "--for", "Ana,Ben", "--overwrite"]);
  expect(await answer(["merge", file, out])).toMatchObject({ merged: [{ file: "Ben.casepack" }] });
});

test("it is said how many reports several people got", async () => {
  const { file } = projectWith("a", "b", "c", "d", "e");
  const args = ["pack", file, temporaryFolder(), "--for", "Ana,Ben", "--each", "2"];
  const { stdout } = await casemark([...args, "--overlap", "20%"]);
  expect(stdout.trimEnd().split("\n").at(-1)).toBe("1 of 5 reports is shared.");
});

test("a merge that is refused leaves every byte of the project", async () => {
  const { file } = projectWith("a");
  const { file: other } = projectWith("b");
  const folder = temporaryFolder();
  const [damaged = "", foreign = "", earlier = ""] = ["bad", "other", "earlier"].map((name) =>
    join(folder, `${name}.casepack`),
  );
  writeFileSync(damaged, "no package");
  await answer(["pack", other, foreign]);
  await answer(["pack", file, earlier]);
  const db = openProject(file);
  db.prepare("UPDATE report_text SET sha256 = ?, text = 'Another.'").run(sha256("Another."));
  closeProject(db);
  const before = readFileSync(file);
  for (const path of [join(folder, "missing.casepack"), damaged, foreign, earlier]) {
    expect(await casemark(["merge", file, path])).toMatchObject({ code: 1 });
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(dirname(file))).toEqual([basename(file)]);
  }
});

test("a passphrase comes from a file or the environment, and a key from “casemark key”", async () => {
  const { file } = projectWith("a");
  const folder = temporaryFolder();
  const secret = join(folder, "secret.txt");
  writeFileSync(secret, "correct horse battery\n");
  const sealed = join(folder, "sealed.casepack");
  await answer(["pack", file, sealed, "--encrypt", "--passphrase-file", secret]);
  const without = await casemark(["merge", file, sealed]);
  expect(without).toMatchObject({ code: 2 });
  expect(without.stderr).toMatch(/^Give the passphrase by --passphrase-file FILE/);
  expect(await answer(["merge", file, sealed, "--passphrase-file", secret])).toMatchObject({
    history: null,
  });
  const { recipient } = (await answer(["key"])) as { recipient: string };
  expect(recipient).toMatch(/^age1[a-z0-9]{58}$/);
  const toKey = join(folder, "key.casepack");
  await answer(["pack", file, toKey, "--recipient", recipient]);
  // Each command of these tests has settings of nobody's, and so another key.
  const locked = await casemark(["merge", file, toKey]);
  expect(locked).toMatchObject({ code: 1 });
  expect(locked.stderr).toMatch(/is sealed to a key that is not yours/);
});

test.each([
  [["pack", "P", "out.zip"], 'OUT has to be a file ending in .casepack; "out.zip" is none.'],
  [["pack", "P", "o.casepack", "--each", "2"], "--each goes with --for A,B,C."],
  [["pack", "P", "o", "--for", "A", "--overlap", "2"], "--overlap has to be a share"],
  [
    ["pack", "P", "o", "--for", "A,B", "--each", "3"],
    "--each 3 needs as many people; --for has 2.",
  ],
  [["pack", "P", "o.casepack", "--passphrase-file", "f"], "--passphrase-file goes with --encrypt"],
  [
    ["pack", "P", "o.casepack", "--recipient", "age1x", "--encrypt", "--passphrase-file", "f"],
    "A package is sealed by --passphrase-file or to --recipient, not both.",
  ],
  [["merge", "P"], "IN is missing."],
  [["open", "x.casepack"], "PROJECT is missing."],
])("%j is wrong use", async (args, message) => {
  const { file } = projectWith("a");
  const { code, stderr } = await casemark(args.map((one) => (one === "P" ? file : one)));
  expect(code).toBe(2);
  expect(stderr).toContain(message);
});
