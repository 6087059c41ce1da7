import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { closeProject } from "../../../electron/store/database.ts";
import { defaultScheme } from "../../../shared/scheme/default-scheme.ts";
import {
  addReport,
  arrivalOf,
  newProject,
  sentence,
  takeIn,
  temporaryFolder,
} from "../../store/project.ts";
import { answer, casemark, startCasemark } from "./casemark.ts";

const ann = "T1\tmarker 28 34\tdesmin\nT2\tmarker 36 39\tSMA\n";

/** A project with two pairs of brat files in it, and a folder to write to. */
async function begun() {
  const folder = temporaryFolder();
  const at = (name: string) => join(folder, name);
  for (const name of ["a", "b"]) {
    writeFileSync(at(`${name}.txt`), `🧪 ${sentence}`.slice(name === "a" ? 3 : 0));
    writeFileSync(at(`${name}.ann`), name === "a" ? ann : ann.replace(/\d\d/g, (n) => `${+n + 2}`));
  }
  const project = at("p.casemark");
  await answer(["new", project]);
  return { project, at };
}

test("texts are read in the encoding that was asked for, and one that there is not is refused", async () => {
  const { project, at } = await begun();
  writeFileSync(at("c.txt"), Buffer.from("\x8f \x90\xa0\xa7\xac\xa5\xe0 3 \xe1\xac.", "latin1"));
  const refused = await casemark(["import", project, at("c.txt"), "--encoding", "klingon"]);
  expect(refused).toMatchObject({
    code: 1,
    stderr: 'There is no encoding "klingon"; choose one of the list.\n',
  });
  await answer(["import", project, at("c.txt"), "--encoding", "cp866"]);
  const [row] = (await answer(["reports", project])) as [{ id: string }];
  expect(await answer(["show", project, row.id])).toMatchObject({ text: "П Размер 3 см." });
});

test("a project is made, filled, listed, shown, exported and checked", async () => {
  const { project, at } = await begun();
  expect(await answer(["import", project, at("a.ann"), at("b.txt"), "--annotator", "Ana"])).toEqual(
    {
      reports: 2,
      spans: 4,
      failed: [],
      warnings: [],
      notes: [],
      joined: [],
      added: [],
    },
  );
  const layers = [{ annotator: "Ana", spans: 2, status: "open" }];
  const rows = await answer(["reports", project]);
  expect(rows).toEqual([
    {
      ...{ id: expect.any(String), title: expect.any(String), case: "a", source: "a.txt" },
      ...{ characters: sentence.length, layers },
    },
    expect.objectContaining({ case: "b", source: "b.txt", characters: sentence.length + 3 }),
  ]);
  const shown = await answer(["show", project, "b"]);
  expect(shown).toMatchObject({
    ...{ case: "b", offsets: "codepoint", text: `🧪 ${sentence}`, source: "b.txt" },
    sections: [{ kind: "other", title: "", start: 0, end: 58 }],
    layers: [
      {
        annotator: "Ana",
        status: "open",
        labels: {},
        entities: [],
        relations: [],
        spans: [
          { label: "marker", ranges: [[30, 36]], quote: "desmin", attributes: {}, entity: null },
          { label: "marker", ranges: [[38, 41]], quote: "SMA" },
        ],
      },
    ],
  });

  const brat = await answer(["export", project, at("out"), "--format", "brat"]);
  expect(brat).toEqual({ reports: 2, files: 5, spans: 4, losses: [], place: at("out") });
  expect(readdirSync(at("out")).sort()).toEqual(
    ["a.ann", "a.txt", "annotation.conf", "b.ann", "b.txt"].sort(),
  );
  for (const name of ["a.ann", "a.txt", "b.ann", "b.txt"])
    expect(readFileSync(join(at("out"), name))).toEqual(readFileSync(at(name)));

  const lines = ["export", project, at("out.jsonl"), "--format", "casemark-jsonl"];
  expect(await answer([...lines, "--reports", "b*", "--offsets", "utf16"])).toMatchObject({
    reports: 1,
    files: 1,
  });
  const line = JSON.parse(readFileSync(at("out.jsonl"), "utf8"));
  expect(line).toMatchObject({
    offsets: "utf16",
    layers: [{ spans: [{ ranges: [[31, 37]] }, {}] }],
  });
  expect(await answer(["check", project])).toEqual({ ok: true, reports: 2, problems: [] });
}, 20_000);

test("a short pattern means names, and never identifiers that begin with it by chance", async () => {
  const { project, at } = await begun();
  await answer(["import", project, at("a.ann")]);
  const [{ id }] = JSON.parse((await casemark(["reports", project, "--json"])).stdout);
  const lines = ["export", project, at("out.jsonl"), "--format", "casemark-jsonl", "--reports"];
  const short = await casemark([...lines, `${id.slice(0, 7)}*`]);
  expect([short.code, short.stderr]).toEqual([1, expect.stringContaining("No report matches")]);
  expect(await answer([...lines, `${id.slice(0, 8)}*`])).toMatchObject({ reports: 1 });
}, 20_000);

test("the scheme is printed as YAML and replaced from it", async () => {
  const { project, at } = await begun();
  const yaml = (await casemark(["scheme", project])).stdout;
  expect(await answer(["scheme", project])).toEqual({ ...defaultScheme, version: 1 });
  writeFileSync(at("scheme.yaml"), yaml.replace(/^name: .*/m, "name: Sarcomas"));
  const replaced = await casemark(["scheme", project, "--set", at("scheme.yaml")]);
  expect([replaced.code, replaced.stdout]).toEqual([0, "The scheme is now version 2.\n"]);
  expect(await answer(["scheme", project])).toEqual({
    ...defaultScheme,
    name: "Sarcomas",
    version: 2,
  });
  const other = at("other.casemark");
  await answer(["new", other, "--scheme", at("scheme.yaml")]);
  expect(await answer(["scheme", other])).toMatchObject({ name: "Sarcomas", version: 1 });

  writeFileSync(at("bad.yaml"), "name: [\n");
  const bad = await casemark(["new", at("none.casemark"), "--scheme", at("bad.yaml")]);
  expect([bad.code, bad.stdout, existsSync(at("none.casemark"))]).toEqual([1, "", false]);
  expect(bad.stderr).toMatch(/^[^\n]*bad\.yaml[^\n]*\n$/);
}, 20_000);

test("people read lines where programs read JSON", async () => {
  const { project, at } = await begun();
  expect((await casemark(["import", project, at("a.ann")])).stdout).toBe(
    "Imported 1 report with 2 spans.\n",
  );
  expect((await casemark(["reports", project])).stdout).toMatch(
    /^[0-9a-f-]{36}\ta\.txt\t[^\t]+\timported 2 \(open\)\n$/,
  );
  expect((await casemark(["show", project, "a.txt"])).stdout).toContain(
    "imported\tmarker\t28-34\tdesmin\n",
  );
  expect((await casemark(["check", project])).stdout).toBe(`${project} is sound: 1 report.\n`);
}, 20_000);

test("a project that is not sound ends the check with 1, each problem said", async () => {
  const { project, at } = await begun();
  await answer(["import", project, at("a.ann")]);
  const { default: Database } = await import("better-sqlite3");
  const db = new Database(project);
  db.exec("UPDATE span SET quote = 'Desmin' WHERE quote = 'desmin'");
  db.close();
  const { code, stdout, stderr } = await casemark(["check", project, "--json"]);
  expect({ code, stderr }).toEqual({ code: 1, stderr: `${project} has 1 problem.\n` });
  expect(JSON.parse(stdout)).toMatchObject({ ok: false, problems: [{ kind: "quote" }] });
}, 20_000);

test.each([
  [["none"], 'No command "none".'],
  [["reports"], "PROJECT is missing."],
  [["show", "p.casemark"], "REPORT is missing."],
  [["import", "p.casemark"], "PATH is missing."],
  [["import", "p.casemark", "x", "--format", "xml"], "--format has to be one of auto, text, pdf"],
  [["export", "p.casemark", "out"], "--format has to be one of brat, casemark-jsonl, "],
  [["reports", "p.casemark", "--colour"], "Unknown option '--colour'"],
])("wrong use ends with 2 and says how to use it: %j", async (args, said) => {
  const { code, stdout, stderr } = await casemark(args);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toContain(said);
  expect(stderr).toMatch(/Usage:/);
});

test("what is asked for and is not there ends with 1", async () => {
  const { project, at } = await begun();
  await answer(["import", project, at("a.ann"), at("b.ann")]);
  const cases: [string[], RegExp][] = [
    [["show", project, "c"], /^There is no report "c"; "casemark reports" lists them\.\n$/],
    [
      ["export", project, at("o"), "--format", "brat", "--reports", "z*"],
      /^No report matches "z\*"/,
    ],
    [
      ["export", project, at("o"), "--format", "brat", "--annotator", "gold"],
      /^gold has not marked any of these reports, so there is nothing to export;/,
    ],
    [
      ["export", project, at("."), "--format", "brat"],
      /is not an empty folder; choose a new one\.\n$/,
    ],
    [
      ["export", project, at("."), "--format", "casemark-jsonl"],
      /is a folder; name a file in it\.\n$/,
    ],
    [
      ["export", project, join(at("a.txt"), "out"), "--format", "brat"],
      /^"[^"]*out" cannot be made, because a part of that path is a file; choose another place\.\n$/,
    ],
    [["new", project], /exists already; choose another name or open it\.\n$/],
  ];
  for (const [args, said] of cases) {
    const { code, stdout, stderr } = await casemark(args);
    expect([code, stdout, stderr]).toEqual([1, "", expect.stringMatching(said)]);
  }
  expect(existsSync(at("o"))).toBe(false);
}, 20_000);

test("Ctrl+C during an export leaves nothing of it", async () => {
  const db = newProject();
  takeIn(
    db,
    Array.from({ length: 3000 }, (_, n) => arrivalOf(sentence, { name: `r${n}` })),
  );
  closeProject(db);
  const folder = temporaryFolder();
  const out = join(folder, "out.jsonl");
  const child = startCasemark(["export", db.name, out, "--format", "casemark-jsonl"]);
  let said = "";
  child.stderr?.on("data", (data) => {
    said += data;
  });
  await expect
    .poll(() => readdirSync(folder), { timeout: 10_000 })
    .toEqual(["out.jsonl.unfinished"]);
  child.kill("SIGINT");
  await once(child, "close");
  expect([child.exitCode, said]).toEqual([1, "The export was cancelled; nothing was written.\n"]);
  expect(readdirSync(folder)).toEqual([]);
}, 20_000);

test("a reader who has seen enough is no error", async () => {
  const db = newProject();
  addReport(db, "A long report. ".repeat(100_000));
  closeProject(db);
  const child = startCasemark(["show", db.name, "case-1", "--json"]);
  let said = "";
  child.stderr?.on("data", (data) => {
    said += data;
  });
  child.stdout?.once("data", () => child.stdout?.destroy());
  await once(child, "exit");
  expect([child.exitCode, said]).toEqual([0, ""]);
});

test("every command tells how it is used", async () => {
  const help = await casemark(["--help"]);
  expect([help.code, help.stderr]).toEqual([0, ""]);
  for (const name of ["new", "import", "reports", "show", "export", "scheme", "check"])
    expect(help.stdout).toContain(`casemark ${name}`);
  expect((await casemark(["export", "--help"])).stdout).toMatch(/^casemark export PROJECT OUT/);
});

test("npx finds the command inside the repository, whatever Node the system has", () => {
  const cwd = fileURLToPath(new URL("../../..", import.meta.url));
  const command = process.platform === "win32" ? "npx.cmd" : "npx";
  const help = execFileSync(command, ["casemark", "--help"], {
    cwd,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  expect(help).toContain("casemark import PROJECT");
}, 20_000);
