import { execFileSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { closeProject, openProject } from "../../../electron/store/database.ts";
import { addReport, dump, newProject, sentence, temporaryFolder } from "../../store/project.ts";
import { answer, casemark, type RunOptions } from "./casemark.ts";

/** A project with one report, and a folder beside it for what is to be imported. */
function begun() {
  const db = newProject();
  addReport(db);
  closeProject(db);
  const folder = join(db.name, "..", "files");
  mkdirSync(folder);
  const write = (name: string, content: string | Uint8Array) => {
    const file = join(folder, name);
    writeFileSync(file, content);
    return file;
  };
  return { project: db.name, folder, write };
}

function dumpOf(file: string) {
  const db = openProject(file);
  const rows = dump(db);
  closeProject(db);
  return rows;
}

/** Runs a command that has to fail; answers what it says, having seen that the project is as before. */
async function refused(project: string, args: string[], options?: RunOptions): Promise<string> {
  const before = readFileSync(project);
  const { code, stdout, stderr } = await casemark(args, options);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).not.toMatch(/^\s+at /m);
  if (!readFileSync(project).equals(before)) {
    const copy = join(temporaryFolder(), "before.casemark");
    writeFileSync(copy, before);
    expect(dumpOf(project)).toEqual(dumpOf(copy));
  }
  return stderr.trimEnd();
}

test("every bad file is named, with the place in it and what to do", async () => {
  const { project, write } = begun();
  const latin = (text: string) => Buffer.from(text, "latin1");
  const cases: [string, string | Uint8Array, string][] = [
    [
      "01-picture.txt",
      Buffer.from("89504e470d0a1a0a0000", "hex"),
      '"PATH" is not a text file (a zero byte at 8); save the report as plain text and import that.',
    ],
    ["03-empty.txt", "", '"PATH" is empty; there is nothing in it to annotate.'],
    ["04-blank.txt", " \n\t\n", '"PATH" is empty; there is nothing in it to annotate.'],
    [
      "05-alone.ann",
      "T1\tmarker 0 3\tThe\n",
      '"PATH" has no text: put "05-alone.txt" into the same folder and import both.',
    ],
    ["06-no-json.jsonl", "{\n", "PATH, line 1: this is not JSON; export the file again."],
    [
      "07-shape.jsonl",
      "{}\n",
      "PATH, line 1: title is not as a Casemark document has it (Invalid input: expected string, received undefined); export the file again, or read it with the version of Casemark that wrote it.",
    ],
    ["08-blank.jsonl", "\n\n", '"PATH" is empty; there is nothing in it to annotate.'],
    [
      "09-latin.jsonl",
      latin('{"title":"ä"}'),
      '"PATH, line 1" is not UTF-8 text (byte 10, line 1); save it as UTF-8 and import it again.',
    ],
    ["10-other.casemark", "x", '"PATH" was left out: it is a Casemark project; open it instead.'],
    [".hidden.txt", "text", '"PATH" was left out: it is a hidden file.'],
  ];
  const paths = cases.map(([name, content]) => write(name, content));
  const said = (await refused(project, ["import", project, ...paths])).split("\n");
  const expected = cases.map(([, , sentenceOf], at) => sentenceOf.replace("PATH", paths[at] ?? ""));
  expect(said.toSorted()).toEqual([...expected, "Nothing was imported."].toSorted());
});

test.each([
  ["outside the text", "T1\tmarker 28 340\tdesmin\n", /x\.ann, line 1: .*340/],
  [
    "that do not match their quote",
    "T2\tmarker 36 39\tSMA\nT1\tmarker 28 34\tdesmim\n",
    /x\.ann, line 2: .*desmi[nm]/,
  ],
])("offsets %s are refused with file and line", async (_, annotations, sentenceOf) => {
  const { project, write } = begun();
  write("x.txt", sentence);
  const said = await refused(project, ["import", project, write("x.ann", annotations)]);
  expect(said).toMatch(sentenceOf);
});

test("a bad file of a folder is left out and listed, and the others are imported", async () => {
  const { project, folder, write } = begun();
  write("a.txt", sentence);
  write("b.txt", "");
  write("c.txt", Buffer.from([65, 0, 66]));
  write("d.jsonl", `${JSON.stringify({ text: "Begun.", label: [[0, 5, "marker"]] })}\n{\n`);
  const { code, stdout, stderr } = await casemark(["import", project, folder, "--json"]);
  const said = [
    `"${folder}/b.txt" is empty; there is nothing in it to annotate.`,
    `"${folder}/c.txt" is not a text file (a zero byte at 1); save the report as plain text and import that.`,
    `"${folder}/d.jsonl" is not JSON (line 2); export the file again.`,
  ];
  expect([code, stderr.trimEnd().split("\n")]).toEqual([0, said.map((one) => `Left out: ${one}`)]);
  const failed = ["b.txt", "c.txt", "d.jsonl"].map((name, at) => ({
    ...{ file: `${folder}/${name}`, message: said[at] },
  }));
  expect(JSON.parse(stdout)).toEqual({
    ...{ reports: 1, spans: 0, joined: [], failed, warnings: [], notes: [], added: [] },
  });
  expect(await answer(["check", project])).toMatchObject({ ok: true, reports: 2 });
});

test("a bad file that was named stops the import, and so does a folder of nothing else", async () => {
  const { project, folder, write } = begun();
  const bad = write("b.txt", "");
  const only = `"${folder}/b.txt" is empty; there is nothing in it to annotate.\nNothing was imported.`;
  expect(await refused(project, ["import", project, folder])).toBe(only);
  const good = write("a.txt", sentence);
  expect(await refused(project, ["import", project, good, bad])).toBe(only);
  expect(await refused(project, ["import", project, folder, bad])).toBe(only);
  write("c.txt", "Text");
  const half = write("c.ann", "T1\tmarker 0 9\tText\n");
  expect(await refused(project, ["import", project, half])).toMatch(
    /c\.ann, line 1: .*\n.*imported/,
  );
});

test("a file that is not there, and a folder with nothing in it", async () => {
  const { project, folder } = begun();
  expect(await refused(project, ["import", project, join(folder, "no.txt")])).toBe(
    `There is no file or folder "${join(folder, "no.txt")}"; check the name.\nNothing was imported.`,
  );
  expect(await refused(project, ["import", project, folder])).toBe(
    `There is nothing to import in "${folder}": no .txt, no .txt with .ann, no .jsonl.`,
  );
});

test("labels that the scheme lacks are added to it and named", async () => {
  const { project, folder, write } = begun();
  write("a.txt", sentence);
  write("a.ann", "T1\tAntigen 28 34\tdesmin\nT2\tAntigen 36 39\tSMA\nR1\tWith Arg1:T1 Arg2:T2\n");
  const { code, stderr } = await casemark(["import", project, folder]);
  expect([code, stderr]).toEqual([0, "New in the scheme: Antigen, With.\n"]);
  expect((await casemark(["scheme", project])).stdout).toMatch(/name: Antigen/);
  expect(await answer(["check", project])).toEqual({ ok: true, reports: 2, problems: [] });
});

test.each(["reports", "import"])(
  "%s refuses every file that is no sound project of ours",
  async (command) => {
    const { project, folder, write } = begun();
    write("a.txt", sentence);
    const other = join(folder, "other.sqlite");
    new Database(other).exec("CREATE TABLE t (x)").close();
    const newer = join(folder, "newer.casemark");
    copyFileSync(project, newer);
    const db = new Database(newer);
    db.pragma("user_version = 77");
    db.close();
    const cut = write("cut.casemark", readFileSync(project).subarray(0, 20_000));
    const cases: [string, RegExp][] = [
      [join(folder, "none.casemark"), /^There is no file ".*none\.casemark"; check the name/],
      [write("empty.casemark", ""), /^"empty\.casemark" is not a Casemark project;/],
      [write("text.casemark", "x".repeat(200)), /^"text\.casemark" is not a Casemark project;/],
      [other, /^"other\.sqlite" is a database of another program/],
      [
        newer,
        /newer\.casemark" was written by a newer Casemark \(file version 77,.*update Casemark/,
      ],
      [cut, /cut\.casemark" is damaged .* was left untouched; restore it from a copy\.$/],
    ];
    const more = command === "import" ? [join(folder, "a.txt")] : [];
    for (const [file, said] of cases) {
      const before = existsSync(file) ? readFileSync(file) : null;
      const { code, stdout, stderr } = await casemark([command, file, ...more]);
      expect([code, stdout]).toEqual([1, ""]);
      expect(stderr.trimEnd()).toMatch(said);
      expect(stderr.trimEnd().split("\n")).toHaveLength(1);
      expect(existsSync(file) ? readFileSync(file) : null).toEqual(before);
    }
  },
  20_000,
);

test("a project that is written to elsewhere can be read and not changed, and goes on there", async () => {
  const { project, write } = begun();
  const file = write("a.txt", sentence);
  const db = openProject(project);
  const { code, stdout, stderr } = await casemark(["import", project, file]);
  expect({ code, stdout, stderr }).toEqual({
    code: 1,
    stdout: "",
    stderr: `"${project}" is open in another Casemark window or command; close it there first.\n`,
  });
  expect(await answer(["check", project])).toMatchObject({ ok: true, reports: 1 });
  addReport(db);
  closeProject(db);
  expect(await answer(["check", project])).toMatchObject({ ok: true, reports: 2 });
});

const nobody = 65534;
const isRoot = process.getuid?.() === 0;

/** A folder that nobody's user may enter and read; the usual temporary one only lets its owner in. */
function openToAll(path: string): void {
  for (let folder = path; folder.includes("casemark-test-"); folder = join(folder, ".."))
    chmodSync(folder, 0o755);
}

test("a project that may not be written to can be read, and is not changed", async (context) => {
  const { project, write } = begun();
  const file = write("a.txt", sentence);
  const options: RunOptions = {};
  if (isRoot) {
    openToAll(join(project, ".."));
    options.uid = nobody;
  } else chmodSync(join(project, ".."), 0o555);
  chmodSync(project, 0o444);
  onTestFinished(() => chmodSync(join(project, ".."), 0o755));
  if (isRoot && (await casemark(["help"], options)).code !== 0)
    context.skip("another user cannot run node here");
  expect(await refused(project, ["import", project, file], options)).toBe(
    `"${project}" cannot be written to; allow writing to it, or copy it to a folder of yours.`,
  );
  expect(await answer(["check", project], options)).toMatchObject({ ok: true, reports: 1 });
  expect(await answer(["show", project, "case-1"], options)).toMatchObject({ text: sentence });

  chmodSync(project, 0o666);
  expect(await refused(project, ["import", project, file], options)).toMatch(
    /^"[^"]*" cannot be (written to|read or written)[^\n]*\.$/,
  );
}, 20_000);

test("files and folders that may not be read or written are named", async (context) => {
  if (!isRoot) context.skip("only the superuser can try this as another user");
  const { project, folder, write } = begun();
  const secret = write("secret.txt", sentence);
  chmodSync(secret, 0o600);
  openToAll(folder);
  chmodSync(join(project, ".."), 0o777);
  chmodSync(project, 0o666);
  const options = { uid: nobody };
  if ((await casemark(["help"], options)).code !== 0) context.skip("another user cannot run node");
  expect(await refused(project, ["import", project, secret], options)).toBe(
    `"${secret}" may not be read by you; allow it, or copy the file to a folder of yours.\nNothing was imported.`,
  );
  chmodSync(folder, 0o700);
  expect(await refused(project, ["import", project, folder], options)).toBe(
    `The folder "${folder}" cannot be read; allow reading it, or leave it out.\nNothing was imported.`,
  );
  const out = join(folder, "out.jsonl");
  chmodSync(folder, 0o755);
  const args = ["export", project, out, "--format", "casemark-jsonl"];
  expect(await refused(project, args, options)).toBe(
    `"${out}" cannot be written to, so nothing was exported; choose a folder of yours.`,
  );
  const made = join(folder, "new.casemark");
  const { code, stderr } = await casemark(["new", made], options);
  expect([code, stderr.split("\n").length]).toEqual([1, 2]);
  expect(stderr).toMatch(/^"[^"]*new\.casemark" cannot be/);
  expect(existsSync(made)).toBe(false);
}, 20_000);

/** A disk of one megabyte, where the superuser can have one. */
function smallDisk(): string | null {
  const folder = temporaryFolder();
  if (!isRoot || process.platform !== "linux") return null;
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", folder], { stdio: "ignore" });
  } catch {
    return null;
  }
  onTestFinished(() => {
    execFileSync("umount", [folder]);
  });
  return folder;
}

test("a full disk is said, and the project stays as it was", async (context) => {
  const disk = smallDisk();
  if (disk === null) return context.skip("no small disk can be mounted here");
  const { folder, write } = begun();
  const project = join(disk, "full.casemark");
  await answer(["new", project]);
  const lines = Array.from({ length: 4000 }, (_, n) => `${sentence} ${n * 7919}`);
  for (let n = 0; n < 8; n++) write(`${n}.txt`, lines.join("\n"));
  const before = dumpOf(project);
  const { code, stderr } = await casemark(["import", project, folder]);
  expect([code, stderr]).toEqual([
    1,
    `The disk that holds "${project}" is full, so the last change was not saved and everything before it is; free some space and do it again.\n`,
  ]);
  expect(readdirSync(disk)).toEqual(["full.casemark"]);
  expect(dumpOf(project)).toEqual(before);
  expect(await answer(["check", project])).toMatchObject({ ok: true });

  const roomy = join(folder, "..", "roomy.casemark");
  await answer(["new", roomy]);
  await answer(["import", roomy, folder]);
  const out = join(disk, "out.jsonl");
  const exported = await casemark(["export", roomy, out, "--format", "casemark-jsonl"]);
  expect([exported.code, exported.stderr]).toEqual([
    1,
    `The disk that holds "${out}" is full, so nothing was exported; free some space and do it again.\n`,
  ]);
  expect(readdirSync(disk)).toEqual(["full.casemark"]);

  writeFileSync(join(disk, "filler"), Buffer.alloc(2 ** 20 - statSync(project).size - 8192));
  const made = await casemark(["new", join(disk, "second.casemark")]);
  expect([made.code, made.stderr]).toEqual([
    1,
    expect.stringMatching(/^The disk that holds .* is full/),
  ]);
  expect(readdirSync(disk).toSorted()).toEqual(["filler", "full.casemark"]);
}, 30_000);

test.each([`spaces, 'quotes' and "quotes", Gebärmutter – 子宮 🧪`, "line\nfeed", "-dash a%20b#?&"])(
  "a path named %j works from end to end",
  async (name) => {
    const folder = join(temporaryFolder(), name);
    mkdirSync(folder);
    const at = (file: string) => join(folder, file);
    await answer(["new", at(`${name}.casemark`)]);
    writeFileSync(at(`${name}.txt`), sentence);
    writeFileSync(at(`${name}.ann`), "T1\tmarker 28 34\tdesmin\n");
    const project = at(`${name}.casemark`);
    expect(await answer(["import", project, at(`${name}.ann`)])).toMatchObject({ spans: 1 });
    await answer(["export", project, at("out"), "--format", "brat"]);
    expect(readdirSync(at("out"))).toHaveLength(3);
    expect(await answer(["check", project])).toMatchObject({ ok: true, reports: 1 });
  },
  20_000,
);

test("ten thousand files are imported at once", async () => {
  const { project, folder, write } = begun();
  for (let n = 0; n < 10_000; n++) write(`${n}.txt`, `Report ${n}.`);
  expect(await answer(["import", project, folder])).toEqual({
    reports: 10_000,
    spans: 0,
    failed: [],
    warnings: [],
    notes: [],
    joined: [],
    added: [],
  });
  const reports = await answer(["reports", project]);
  expect(reports).toHaveLength(10_001);
}, 60_000);
