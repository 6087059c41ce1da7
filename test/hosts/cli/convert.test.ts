import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../store/project.ts";
import { answer, casemark } from "./casemark.ts";

function pair(): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "case.txt"), "ER and PR were positive 🧪. CD34 was negative.\n");
  writeFileSync(
    join(folder, "case.ann"),
    "T1\tmarker 0 2;15 23\tER positive\nT2\tmarker 27 31\tCD34\nR1\twith Arg1:T1 Arg2:T2\t\n",
  );
  return folder;
}

test("one report goes from format to format, straight into a file where the format has one", async () => {
  const folder = pair();
  const at = (name: string) => join(folder, name);
  await answer(["convert", at("case.ann"), at("case.xml"), "--from", "brat", "--to", "bioc-xml"]);
  expect(readFileSync(at("case.xml"), "utf8")).toContain('<location offset="27" length="4"/>');
  await answer(["convert", at("case.xml"), at("back"), "--from", "bioc-xml", "--to", "brat"]);
  const back = readFileSync(at("back/case.ann"), "utf8");
  expect(back.split("\n").filter((line) => line.startsWith("T"))).toEqual([
    "T1\tmarker 0 2;15 23\tER positive",
    "T2\tmarker 27 31\tCD34",
  ]);
});

test("web annotations that have their text are read without a text beside them", async () => {
  const folder = pair();
  const at = (name: string) => join(folder, name);
  await answer(["convert", at("case.ann"), at("web"), "--from", "brat", "--to", "web-annotation"]);
  const formats = ["--from", "web-annotation", "--to", "brat"];
  expect(await answer(["convert", at("web"), at("back"), ...formats])).toMatchObject({ spans: 2 });
  const back = readFileSync(at("back/case.ann"), "utf8");
  expect(back).toContain("T1\tmarker 0 2;15 23\tER positive\nT2\tmarker 27 31\tCD34\n");
  writeFileSync(at("bare.jsonld"), '{"@context":"http://www.w3.org/ns/anno.jsonld","items":[]}');
  expect(await casemark(["convert", at("bare.jsonld"), at("out"), ...formats])).toMatchObject({
    code: 1,
    stderr: '"bare.jsonld" has no text; put the .txt file of the same name beside it.\n',
  });
});

test("words that look like numbers are words again after XMI, by the type system beside the files or above them", async () => {
  const folder = pair();
  const at = (name: string) => join(folder, name);
  mkdirSync(at("in/below"), { recursive: true });
  writeFileSync(at("in/below/case.txt"), "desmin");
  writeFileSync(at("in/below/case.ann"), "T1\tmarker 0 6\tdesmin\nA1\tGrade T1 2.0\n");
  writeFileSync(
    at("in/annotation.conf"),
    "[entities]\nmarker\n[relations]\n[events]\n[attributes]\nGrade Arg:<ENTITY>, Value:2.0|3.0\n",
  );
  const values = async (from: string) => {
    const asked = ["--from", "uima-xmi", "--to", "casemark-jsonl"];
    await answer(["convert", at(from), at(`${from}.jsonl`), ...asked]);
    return JSON.parse(readFileSync(at(`${from}.jsonl`), "utf8")).layers[0].spans[0].attributes;
  };
  const asXmi = ["--from", "brat", "--to", "uima-xmi", "--strict"];
  await answer(["convert", at("in"), at("xmi"), ...asXmi]);
  expect(await values("xmi")).toEqual({ Grade: "2.0" });
  renameSync(at("xmi/TypeSystem.xml"), at("TypeSystem.xml"));
  expect(await values("xmi")).toEqual({ Grade: 2 });
});

test("what a format cannot hold is listed with examples, and refused with --strict", async () => {
  const folder = pair();
  const out = join(folder, "out.jsonl");
  const asked = ["convert", folder, out, "--from", "brat", "--to", "doccano"];
  const strict = await casemark([...asked, "--strict"]);
  expect([strict.code, strict.stdout]).toEqual([1, ""]);
  expect(strict.stderr).toMatch(
    /Not held by doccano: Discontinuous spans \(1\): .*\n {2}case: “ER positive”\n[\s\S]*nothing was written/,
  );
  expect(await answer(asked)).toMatchObject({ reports: 1, spans: 2, files: 1 });
  expect(JSON.parse(readFileSync(out, "utf8")).text).toContain("🧪");
});

test("names that no file may have are listed with what their files are called", async () => {
  const folder = temporaryFolder();
  const lines = ["CON", "case", "Case"].map((name) =>
    JSON.stringify({
      ...{ name, title: name, case: name, offsets: "codepoint", metadata: {} },
      ...{ text: "CD34", sections: [], layers: [] },
    }),
  );
  writeFileSync(join(folder, "in.jsonl"), `${lines.join("\n")}\n`);
  const formats = ["--from", "casemark-jsonl", "--to", "brat"];
  const done = await casemark([
    "convert",
    join(folder, "in.jsonl"),
    join(folder, "out"),
    ...formats,
  ]);
  expect(done.stderr).toContain("another file has (2): the files are called otherwise");
  expect(done.stderr).toContain("\n  CON → CON-\n  Case → Case-2\n");
  expect(readFileSync(join(folder, "out/CON-.txt"), "utf8")).toBe("CD34");
});

test("annotators whose names a disk would take for one get files of their own", async () => {
  const folder = temporaryFolder();
  const layerOf = (annotator: string) => ({
    ...{ annotator, status: "open", spans: [], entities: [], relations: [], events: [] },
    ...{ groups: [], labels: {} },
  });
  const document = {
    ...{ name: "case", title: "case", case: "case", offsets: "codepoint", metadata: {} },
    ...{ text: "CD34", sections: [], layers: ["Ana/1", "Ana:1", "ana-1"].map(layerOf) },
  };
  writeFileSync(join(folder, "in.jsonl"), `${JSON.stringify(document)}\n`);
  const formats = ["--from", "casemark-jsonl", "--to", "doccano"];
  await answer(["convert", join(folder, "in.jsonl"), join(folder, "out"), ...formats]);
  expect(readdirSync(join(folder, "out")).sort()).toEqual([
    ...["Ana-1-2.jsonl", "Ana-1.jsonl", "ana-1-3.jsonl"],
  ]);
});

test("offsets in graphemes are read and written where the format leaves it open, and refused elsewhere", async () => {
  const folder = temporaryFolder();
  const at = (name: string) => join(folder, name);
  const text = "👩‍👩‍👧 cafe\u0301 CD34";
  writeFileSync(at("in.jsonl"), `${JSON.stringify({ text, label: [[7, 11, "marker"]] })}\n`);
  const asked = ["convert", at("in.jsonl"), at("out.jsonl"), "--from", "doccano"];
  const inGraphemes = [...asked, "--from-offsets", "grapheme", "--to"];
  await answer([...inGraphemes, "doccano"]);
  expect(JSON.parse(readFileSync(at("out.jsonl"), "utf8"))).toMatchObject({
    label: [[15, 19, "marker"]],
  });
  await answer([...inGraphemes, "doccano", "--offsets", "grapheme"]);
  expect(JSON.parse(readFileSync(at("out.jsonl"), "utf8"))).toMatchObject({
    label: [[7, 11, "marker"]],
  });
  const refused = await casemark([...inGraphemes, "prodigy", "--offsets", "grapheme"]);
  expect(refused).toMatchObject({
    code: 1,
    stderr:
      "Offsets of Prodigy / spaCy JSONL never count graphemes; choose another unit for them.\n",
  });
  const others = ["convert", pair(), at("out"), "--from", "brat", "--to", "brat"];
  const misread = await casemark([...others, "--from-offsets", "grapheme"]);
  expect(misread.code).toBe(1);
  expect(misread.stderr).toContain(
    "is brat standoff, whose offsets never count graphemes; choose another unit for them.",
  );
}, 20_000);

test.each([
  ["uima-xmi", "codepoint", "UIMA CAS XMI"],
  ["pubannotation", "utf16", "PubAnnotation JSON"],
  ["csv", "codepoint", "CSV"],
])(
  "offsets of %s are not written in another unit, which would be misread",
  async (format, unit, title) => {
    const folder = pair();
    const asked = ["convert", join(folder, "case.ann"), join(folder, "out"), "--from", "brat"];
    expect(await casemark([...asked, "--to", format, "--offsets", unit])).toMatchObject({
      ...{ code: 1, stdout: "" },
      stderr: `What offsets of ${title} count is fixed by the format; leave it to the format ("native").\n`,
    });
    expect(existsSync(join(folder, "out"))).toBe(false);
  },
);

test("what is no file of the format is one sentence", async () => {
  const folder = temporaryFolder();
  const file = join(folder, "broken.json");
  writeFileSync(file, '{"documents": [');
  const asked = ["convert", file, join(folder, "out"), "--from", "bioc-json", "--to", "brat"];
  const { code, stderr } = await casemark(asked);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^"?[^"]*broken\.json.*\n$/);
});
