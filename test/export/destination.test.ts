import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { freeName, openDestination } from "../../electron/export/destination.ts";
import { createLayout, safeFileName } from "../../electron/export/layout.ts";
import { explainWriting } from "../../electron/export/problems.ts";
import { zipFolder } from "../../electron/export/zip.ts";
import { temporaryFolder } from "../store/project.ts";

test("a file takes its place when it is finished, and replaces the one that was there", () => {
  const path = join(temporaryFolder(), "deeper", "out.jsonl");
  const first = openDestination(path, "file");
  writeFileSync(first.draft, "one");
  expect(existsSync(path)).toBe(false);
  first.finish();
  const second = openDestination(path, "file");
  writeFileSync(second.draft, "two");
  expect(readFileSync(path, "utf8")).toBe("one");
  second.finish();
  expect(readFileSync(path, "utf8")).toBe("two");
  expect(readdirSync(join(path, ".."))).toEqual(["out.jsonl"]);
});

test("a folder takes its place whole, also that of an empty one", () => {
  const path = join(temporaryFolder(), "out");
  mkdirSync(path);
  const destination = openDestination(path, "folder");
  writeFileSync(join(destination.draft, "a.txt"), "a");
  expect(readdirSync(path)).toEqual([]);
  destination.finish();
  expect(readdirSync(path)).toEqual(["a.txt"]);
});

test("what is discarded leaves the place as it was", () => {
  const path = join(temporaryFolder(), "out");
  const destination = openDestination(path, "folder");
  writeFileSync(join(destination.draft, "a.txt"), "a");
  destination.discard();
  expect(readdirSync(join(path, ".."))).toEqual([]);
});

test("a folder with something in it is refused, and so is a folder for a file", () => {
  const path = join(temporaryFolder(), "out");
  mkdirSync(path);
  writeFileSync(join(path, "mine.txt"), "mine");
  const refused = (kind: "file" | "folder") => () => openDestination(path, kind);
  expect(refused("folder")).toThrow(`"${path}" is not an empty folder; choose a new one.`);
  expect(refused("file")).toThrow(`"${path}" is a folder; name a file in it.`);
  expect(readdirSync(path)).toEqual(["mine.txt"]);
});

test("a device is never replaced by a file, and a path that leads nowhere is said to", () => {
  expect(() => openDestination("/dev/null", "file")).toThrow(
    '"/dev/null" is no file; choose another place.',
  );
  const link = join(temporaryFolder(), "link");
  symlinkSync(join(link, "..", "gone", "far"), link);
  const refused = () => {
    try {
      openDestination(join(link, "out"), "folder");
    } catch (error) {
      throw explainWriting(error, "link/out");
    }
  };
  expect(refused).toThrow(
    '"link/out" cannot be made, because a part of that path leads nowhere; choose another place.',
  );
});

test("a free name is the first that is not taken", () => {
  const folder = temporaryFolder();
  const names = [1, 2, 3].map(() => {
    const path = freeName(folder, "out", ".jsonl");
    writeFileSync(path, "");
    return path.slice(folder.length + 1);
  });
  expect(names).toEqual(["out.jsonl", "out 2.jsonl", "out 3.jsonl"]);
});

test.each([
  ["plain", "plain"],
  ["../../etc/passwd", "unnamed/unnamed/etc/passwd"],
  ["a:b*c?", "a-b-c-"],
  ["ends with dots...", "ends with dots"],
  ["..", "unnamed"],
  ["sub/.hidden", "sub/hidden"],
  ["C:\\x", "C--x"],
  ["CON", "CON-"],
  ["nul.v2/com1 .a", "nul-.v2/com1- .a"],
  ["console", "console"],
  ["é".repeat(300), "é".repeat(100)],
  [`${"x".repeat(199)}. y`, "x".repeat(199)],
])("a document named %j gets the file name %j", (wanted, name) => {
  expect(createLayout().nameFor(wanted)).toBe(name);
});

test("no two documents get names that a disk could take for one", () => {
  const layout = createLayout();
  expect(["Case", "case", "CASE", "case-2"].map((name) => layout.nameFor(name))).toEqual([
    "Case",
    "case-2",
    "CASE-3",
    "case-2-2",
  ]);
  expect(safeFileName("Ana / Ben")).toBe("Ana - Ben");
});

test("the same folder gives the same zip, byte for byte", () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "in", "sub"), { recursive: true });
  writeFileSync(join(folder, "in", "a.txt"), "a");
  writeFileSync(join(folder, "in", "sub", "b.txt"), "b".repeat(100_000));
  const [one, two] = ["one.zip", "two.zip"].map((name) => join(folder, name));
  zipFolder(join(folder, "in"), one ?? "");
  zipFolder(join(folder, "in"), two ?? "");
  expect(readFileSync(one ?? "")).toEqual(readFileSync(two ?? ""));
});
