import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { closeProject, openProjectForReading } from "../../../electron/store/database.ts";
import { readDocument } from "../../../electron/store/documents.ts";
import { listReportIds } from "../../../electron/store/reports.ts";
import { differences } from "../../../shared/formats/differences.ts";
import { temporaryFolder } from "../../store/project.ts";
import { answer, casemark } from "./casemark.ts";

const data = fileURLToPath(new URL("../../../../shared/data", import.meta.url));
const isThere = existsSync(data);
if (!isThere) console.log(`Tests with real data are skipped, since there is no ${data}.`);

function documentsOf(project: string) {
  const db = openProjectForReading(project);
  const documents = listReportIds(db).map((id) => readDocument(db, id, null));
  closeProject(db);
  return new Map(documents.map((document) => [document.name, document]));
}

/** How two projects differ in their reports and layers, in sentences. */
function projectDifferences(a: string, b: string): string[] {
  const [first, second] = [documentsOf(a), documentsOf(b)];
  expect([...second.keys()]).toEqual([...first.keys()]);
  return [...first].flatMap(([name, document]) => {
    const other = second.get(name);
    return other ? differences(document, other).map((said) => `${name}: ${said}`) : [name];
  });
}

function filesOf(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return new Map(
    files
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort()
      .map((file) => [file.slice(folder.length + 1), readFileSync(file, "utf8")]),
  );
}

/** Imports a folder, exports it, imports that into a second project and exports again. */
async function roundTrip(source: string, format: "brat" | "casemark-jsonl") {
  const folder = temporaryFolder();
  const at = (name: string) => join(folder, name);
  const ending = format === "brat" ? "" : ".jsonl";
  const [one, two] = [at("one.casemark"), at("two.casemark")];
  await answer(["new", one]);
  await answer(["import", one, source, "--annotator", "Ana"]);
  const out = await answer(["export", one, at(`first${ending}`), "--format", format]);
  await answer(["new", two]);
  await answer(["import", two, at(`first${ending}`), "--annotator", "Ana"]);
  await answer(["export", two, at(`second${ending}`), "--format", format]);
  return { one, two, first: at(`first${ending}`), second: at(`second${ending}`), out };
}

const withoutEnds = (text: string) => text.replace(/[ \t]+$/gm, "");

describe.skipIf(!isThere)("with real data", () => {
  test("the leiomyosarcoma report is imported with its sections and shown whole", async () => {
    const file = join(data, "reports/lms-cervical-spine-metastasis.txt");
    const project = join(temporaryFolder(), "lms.casemark");
    await answer(["new", project]);
    expect(await answer(["import", project, file])).toMatchObject({ reports: 1, spans: 0 });
    const shown = await answer(["show", project, "lms-cervical-spine-metastasis"]);
    expect(shown).toMatchObject({ text: readFileSync(file, "utf8"), layers: [] });
    const { text, sections } = shown as {
      text: string;
      sections: { kind: string; title: string; start: number; end: number }[];
    };
    expect(sections.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["introduction", "case", "discussion", "caption"]),
    );
    const points = Array.from(text);
    for (const { title, start, end } of sections)
      expect(points.slice(start, end).join("").replace(/\s+/g, " ")).toContain(title);
    expect(await answer(["check", project])).toMatchObject({ ok: true });
  }, 20_000);

  test("MACCROBAT goes out as brat as it came, and a second time byte for byte", async () => {
    const source = join(data, "brat/maccrobat2020");
    const { one, two, first, second, out } = await roundTrip(source, "brat");
    expect(out).toMatchObject({ reports: 100, files: 201, losses: [] });
    expect(projectDifferences(one, two)).toEqual([]);
    expect(filesOf(second)).toEqual(filesOf(first));

    const exported = filesOf(first);
    for (const [name, content] of filesOf(source)) {
      if (!/\.(ann|txt)$/.test(name)) continue;
      const given = withoutEnds(content).split("\n");
      expect([name, withoutEnds(exported.get(name) ?? "").split("\n")]).toEqual([name, given]);
    }
    for (const project of [one, two])
      expect(await answer(["check", project])).toEqual({ ok: true, reports: 100, problems: [] });
  }, 60_000);

  test("MACCROBAT goes through JSON lines, and then goes out as brat as it came", async () => {
    const { one, two } = await roundTrip(join(data, "brat/maccrobat2020"), "casemark-jsonl");
    expect(projectDifferences(one, two)).toEqual([]);
    const folder = temporaryFolder();
    const outs = ["one", "two"].map((name) => join(folder, name));
    await answer(["export", one, outs[0] ?? "", "--format", "brat"]);
    await answer(["export", two, outs[1] ?? "", "--format", "brat"]);
    const [a, b] = outs.map((out) => filesOf(out));
    expect(b).toEqual(a);
  }, 60_000);

  test.each([
    "brat/meddocan-dev/brat",
    "brat/brat-example-data",
    "brat/bioc-package",
    "iaa/eco-collectf-brat",
  ])(
    "%s is imported, with sentences about what is left out",
    async (name) => {
      const project = join(temporaryFolder(), "p.casemark");
      await answer(["new", project]);
      const { code, stdout, stderr } = await casemark([
        "import",
        project,
        join(data, name),
        "--json",
      ]);
      expect(stderr).not.toMatch(/^\s+at /m);
      if (code === 0) {
        expect(JSON.parse(stdout)).toMatchObject({ reports: expect.any(Number) });
        const { problems } = (await casemark(["check", project, "--json"]).then((checked) =>
          JSON.parse(checked.stdout),
        )) as { problems: { kind: string }[] };
        expect(problems.filter(({ kind }) => kind !== "scheme")).toEqual([]);
      } else {
        expect([code, stdout]).toEqual([1, ""]);
        expect(stderr.trimEnd().split("\n").at(-1)).toBe("Nothing was imported.");
      }
    },
    60_000,
  );
});
