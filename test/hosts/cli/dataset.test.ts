import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../store/project.ts";
import { answer, casemark } from "./casemark.ts";

async function project(): Promise<(name: string) => string> {
  const folder = temporaryFolder();
  const at = (name: string) => join(folder, name);
  writeFileSync(at("case.txt"), "CD34 was positive in the tumour.\n");
  writeFileSync(
    at("case.ann"),
    "T1\tmarker 0 4\tCD34\nT2\tsite 25 31\ttumour\nR1\tin Arg1:T1 Arg2:T2\nA1\tsure R1\n",
  );
  await answer(["new", at("p.casemark")]);
  await answer(["import", at("p.casemark"), at("case.ann"), "--annotator", "Ana"]);
  return at;
}

test("a name that the project does not have is refused, and nothing is written", async () => {
  const at = await project();
  writeFileSync(at("typo.yaml"), "titel: Cases\n");
  writeFileSync(at("broken.yaml"), "title: [Cases\n");
  writeFileSync(at("list.yaml"), "- Cases\n");
  const refusal = async (...options: string[]) => {
    const done = await casemark(["dataset", at("p.casemark"), at("out"), ...options]);
    expect([done.code, done.stdout]).toEqual([1, ""]);
    return done.stderr.replaceAll(at("/"), "");
  };
  expect(await refusal("--layers", "Anna")).toBe(
    "Anna has not marked any of these reports, so there is nothing to release; choose other reports or another annotator.\n",
  );
  expect(await refusal("--label", "markers=antigen")).toBe(
    'The scheme has no label "markers"; "casemark scheme" prints those it has.\n',
  );
  expect(await refusal("--stratify", "label,site")).toBe(
    'No report says its "site"; stratify by label.\n',
  );
  expect(await refusal("--about", at("none.yaml"))).toBe(
    '"none.yaml": there is no such file; check the name.\n',
  );
  expect(await refusal("--about", at("typo.yaml"))).toContain(
    '"typo.yaml": “titel” is none of title, version, summary,',
  );
  expect(await refusal("--about", at("broken.yaml"))).toMatch(
    /^"broken.yaml": this is not valid YAML \([^\n]+\); correct it.\n$/,
  );
  expect(await refusal("--about", at("list.yaml"))).toContain("it has to say “title: …”");
}, 30_000);

test("what a release's formats cannot hold is listed with examples, and what Croissant misses", async () => {
  const at = await project();
  writeFileSync(at("about.yaml"), "licence: cc-by-4.0\ndoi: 10.5281/zenodo.1\n");
  const made = await casemark([
    "dataset",
    at("p.casemark"),
    at("out"),
    "--formats",
    "brat",
    "--about",
    at("about.yaml"),
  ]);
  expect([made.code, made.stderr]).toEqual([
    0,
    "Not held by brat, train: Attributes of relations (1): brat itself reports this as an error and does not show it.\n  case: in, sure\nCroissant asks for what nobody has said: authors, released; say it in the file of --about.\n",
  ]);
  const checked = await casemark(["check", at("out")]);
  expect([checked.code, checked.stdout]).toEqual([
    0,
    `${at("out")} is as it was written: 1 report.\n`,
  ]);
}, 30_000);

test("with --strict what a release's formats cannot hold is listed, and nothing is written", async () => {
  const at = await project();
  const before = readdirSync(at("")).sort();
  const asked = ["dataset", at("p.casemark"), at("out"), "--strict", "--formats"];
  expect(await casemark([...asked, "brat"])).toMatchObject({
    ...{ code: 1, stdout: "" },
    stderr:
      "Not held by brat, train: Attributes of relations (1): brat itself reports this as an error and does not show it.\n  case: in, sure\nAll of it cannot be held (brat, train), so nothing was written; leave out --strict, or choose other formats.\n",
  });
  expect(readdirSync(at("")).sort()).toEqual(before);
  expect((await casemark([...asked, "casemark-jsonl"])).code).toBe(0);
}, 30_000);

test("a release of what is agreed on is refused where nobody can have agreed", async () => {
  const at = await project();
  const before = readdirSync(at("")).sort();
  const asked = ["dataset", at("p.casemark"), at("out"), "--layers", "agreed"];
  expect(await casemark(asked)).toMatchObject({
    ...{ code: 1, stdout: "" },
    stderr:
      "No report is finished by two annotators, so there is nothing that they agree on to release; let two finish the same reports, or choose other layers.\n",
  });
  expect(readdirSync(at("")).sort()).toEqual(before);
}, 30_000);

test("a folder that is no release is said to be none when it is checked", async () => {
  const folder = join(temporaryFolder(), "mine");
  mkdirSync(folder);
  expect(await casemark(["check", folder])).toMatchObject({
    code: 1,
    stderr:
      '"mine" is no release: it has no release.json; choose the folder that a release was written to.\n',
  });
});
