import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { collect, type ImportFormat } from "../../electron/import/collect.ts";
import { temporaryFolder } from "../store/project.ts";

/** A folder "dropped" with these files, each holding its own name. */
function folderWith(...names: string[]): string {
  const folder = join(temporaryFolder(), "dropped");
  mkdirSync(folder);
  for (const name of names) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, name);
  }
  return folder;
}

/** What each reader gets, by names below the folder, and what nobody gets. */
async function collected(paths: string[], format: ImportFormat = "auto") {
  const { units, failed, warnings, notes } = await collect(paths, format);
  return {
    units: units.map(
      (unit) =>
        `${unit.kind === "annotated" ? (unit.format ?? "annotated") : unit.kind} ${unit.name}`,
    ),
    failed: failed.map(({ message }) => message),
    warnings: warnings.map(({ message }) => message),
    notes: notes.map(({ message }) => message),
  };
}

test("a folder is read whole, in the order of its names, its scheme first", async () => {
  const folder = folderWith(
    "10.txt",
    "9.txt",
    "sub/a.txt",
    "sub/a.ann",
    "annotation.conf",
    "x.jsonl",
  );
  expect(await collected([folder])).toEqual({
    units: ["brat-scheme annotation", "document 9", "document 10", "brat sub/a", "annotated x"],
    failed: [],
    warnings: [],
    notes: [],
  });
});

test("who names one half of a brat pair means both", async () => {
  const folder = folderWith("a.txt", "a.ann", "b.txt");
  expect((await collected([join(folder, "a.ann")])).units).toEqual(["brat a"]);
  expect((await collected([join(folder, "a.txt")])).units).toEqual(["brat a"]);
  expect((await collected([join(folder, "b.txt")])).units).toEqual(["document b"]);
});

test("a file that is named twice, or with its folder, is read once", async () => {
  const folder = folderWith("a.txt", "a.ann");
  const paths = [folder, join(folder, "a.txt"), join(folder, "a.ann"), join(folder, "a.txt")];
  expect((await collected(paths)).units).toEqual(["brat a"]);
});

test("the wanted format decides who reads", async () => {
  const folder = folderWith("a.txt", "a.ann", "b.txt", "c.jsonl");
  expect(await collected([folder], "brat")).toEqual({
    units: ["brat a"],
    failed: [],
    warnings: [
      '"dropped/b.txt" was left out: it has no "b.ann" beside it.',
      expect.stringMatching(/^"dropped\/c\.jsonl" was left out: /),
    ],
    notes: [],
  });
  expect((await collected([folder], "text")).units).toEqual(["document a", "document b"]);
  expect((await collected([folder], "casemark-jsonl")).units).toEqual(["casemark-jsonl c"]);
});

test("nothing is left out in silence", async () => {
  const folder = folderWith(
    ".hidden.txt",
    "a.png",
    "p.casemark",
    "lonely.ann",
    "notes.md",
    "notes.ann",
  );
  const { units, failed, warnings, notes } = await collected([folder]);
  expect(units).toEqual(["document notes"]);
  expect(failed).toEqual([
    '"dropped/lonely.ann" has no text: put "lonely.txt" into the same folder and import both.',
    '"dropped/notes.ann" has no text: put "notes.txt" into the same folder and import both.',
  ]);
  expect(notes).toEqual(['"dropped/.hidden.txt" was left out: it is a hidden file.']);
  expect(warnings).toEqual([
    expect.stringMatching(/^"dropped\/a\.png" was left out: Casemark reads \.txt, /),
    '"dropped/p.casemark" was left out: it is a Casemark project; open it instead.',
  ]);
});

test("links to files are followed; others are told", async () => {
  const folder = folderWith("real/a.txt");
  const links = folderWith("b.txt");
  symlinkSync(join(folder, "real/a.txt"), join(links, "link.txt"));
  symlinkSync(join(folder, "real"), join(links, "folder"));
  symlinkSync(join(folder, "nowhere"), join(links, "broken.txt"));
  expect(await collected([links])).toEqual({
    units: ["document b", "document link"],
    failed: [],
    warnings: expect.arrayContaining([
      '"dropped/broken.txt" was left out: it is no file.',
      '"dropped/folder" was left out: it is no file.',
    ]),
    notes: [],
  });
});

test("what is not there, or no file, is refused", async () => {
  const folder = folderWith();
  expect((await collected([join(folder, "no")])).failed).toEqual([
    'There is no file or folder "no"; check the name.',
  ]);
  expect((await collected(["/dev/null"])).failed).toEqual([
    '"null" is neither a file nor a folder; choose the files themselves.',
  ]);
});

test("files are shown as people know them, with their endings", async () => {
  const folder = folderWith("sub/a.txt", "sub/a.ann", "sub/lonely.ann");
  const shown = async (paths: string[], show?: (path: string) => string) => {
    const { units, failed } = await collect(paths, "auto", show);
    return [...units.map((unit) => unit.shown), ...failed.map(({ file }) => file)];
  };
  expect(await shown([folder])).toEqual(["dropped/sub/a.ann", "dropped/sub/lonely.ann"]);
  expect(await shown([join(folder, "sub/a.ann")])).toEqual(["a.ann"]);
  expect(await shown([folder], (path) => path)).toEqual([
    join(folder, "sub/a.ann"),
    join(folder, "sub/lonely.ann"),
  ]);
});
