import { readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { crc32, deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { carryOut } from "../../electron/packages/tasks.ts";
import { sha256 } from "../../electron/sha256.ts";
import { closeProject, openProject } from "../../electron/store/database.ts";
import { nextSteps, undo } from "../../electron/store/history.ts";
import { readLayer } from "../../electron/store/layers.ts";
import { listReportIds } from "../../electron/store/reports.ts";
import { addSpan, updateSpan } from "../../electron/store/spans.ts";
import { AppError } from "../../shared/errors.ts";
import { readJsonlLine } from "../../shared/formats/casemark-jsonl/casemark-jsonl.ts";
import { replicaOf } from "../store/packages.ts";
import {
  addReport,
  ana,
  ben,
  draft,
  dump,
  newProject,
  problems,
  sentence,
  temporaryFolder,
} from "../store/project.ts";

type Parts = Record<string, string>;

const working = { author: ben, tell: () => {} };
const opening = { passphrase: null, identities: [] };

/** A project, and a package of the same project with something new in it. */
async function projectAndPackage() {
  const db = newProject();
  const report = addReport(db);
  addSpan(db, ana, report, draft("desmin"));
  const other = replicaOf(db, ana);
  addSpan(other, ana, report, draft("SMA", { entity: "new" }));
  const span = readLayer(other, report, "Ana").spans[0]?.id ?? "";
  updateSpan(other, ana, span, { note: "seen" });
  const path = join(temporaryFolder(), "back.casepack");
  await write(other, path);
  closeProject(other);
  return { db, path };
}

/** Packs all of a project. */
async function write(db: ReturnType<typeof newProject>, path: string): Promise<void> {
  const order = {
    ...{ reports: listReportIds(db), annotators: null, originals: true, path },
    sealing: { with: "nothing" as const },
    label: { purpose: "return" as const, by: "Ana", recipient: "", note: "", at: "" },
  };
  const folder = temporaryFolder();
  await carryOut({ do: "write", project: db.name, orders: [order], folder }, working);
}

/** Merging it is refused in one sentence, and the project is as it was. Answers the sentence. */
async function refused(db: ReturnType<typeof newProject>, path: string): Promise<AppError> {
  const before = dump(db);
  const folder = join(temporaryFolder(), "work");
  const task = { do: "merge", project: db.name, paths: [path], opening, folder } as const;
  const error = await carryOut(task, working).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(dump(db)).toEqual(before);
  if (!(error instanceof AppError)) throw error ?? new Error("it was merged");
  expect(error.message).not.toContain("\n");
  return error;
}

const partsOf = (path: string): Parts =>
  Object.fromEntries(
    Object.entries(unzipSync(readFileSync(path))).map(([name, bytes]) => [
      name,
      strFromU8(bytes, true),
    ]),
  );

/** The package with other parts, whose sizes and checksums are right again. */
function rewritten(path: string, change: (parts: Parts) => void): void {
  const parts = partsOf(path);
  change(parts);
  const manifest = JSON.parse(parts["manifest.json"] ?? "{}");
  const listed = Array.isArray(manifest?.files) ? manifest.files : [];
  for (const file of listed.filter((one: unknown) => one instanceof Object)) {
    const bytes = strToU8(parts[file.name] ?? "", true);
    Object.assign(file, { bytes: bytes.length, sha256: sha256(bytes) });
  }
  if ("manifest.json" in parts) parts["manifest.json"] = JSON.stringify(manifest);
  writeFileSync(
    path,
    zipSync(
      Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text, true)])),
    ),
  );
}

const inPart = (name: string, change: (text: string) => string) => (parts: Parts) => {
  parts[name] = change(parts[name] ?? "");
};

const inManifest = (change: (manifest: Record<string, never>) => void) =>
  inPart("manifest.json", (text) => {
    const manifest = JSON.parse(text);
    change(manifest);
    return JSON.stringify(manifest);
  });

const inLines = (name: string, change: (line: Record<string, unknown>) => void) =>
  inPart(name, (text) =>
    text
      .trimEnd()
      .split("\n")
      .map((line) => {
        const value = JSON.parse(line);
        change(value);
        return `${JSON.stringify(value)}\n`;
      })
      .join(""),
  );

const deep = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;

const changes: [string, (parts: Parts) => void, RegExp][] = [
  [
    "no manifest",
    (parts) => delete parts["manifest.json"],
    /is no Casemark package: it has no manifest\.json/,
  ],
  ["no history", (parts) => delete parts["history.jsonl"], /its part "history\.jsonl" is missing/],
  [
    "a newer format",
    inManifest((one) => Object.assign(one, { version: 2 })),
    /was packed by a newer Casemark \(package version 2/,
  ],
  [
    "another project",
    inManifest((one) => Object.assign(one, { project: { id: "x", name: "Other" } })),
    /is of another project \(“Other”\)/,
  ],
  [
    "a name that would break the sentence",
    inManifest((one) => Object.assign(one, { project: { id: "x", name: "Other\n\u001b[31mred" } })),
    /is of another project \(“Other {2}\[31mred”\)/,
  ],
  [
    "a part's name that would break the sentence",
    (parts) => Object.assign(parts, { "a\nb": "x" }),
    /it holds "a b", which no package has/,
  ],
  [
    "a path that climbs out",
    (parts) => Object.assign(parts, { "../../../climbed.txt": "out" }),
    /it holds "\.\.\/\.\.\/\.\.\/climbed\.txt", which no package has/,
  ],
  [
    "another text",
    inLines("reports.jsonl", (one) =>
      Object.assign(one, { text: sentence.replace("tumour", "nodule") }),
    ),
    /a text of “case-1” is not the one that was packed/,
  ],
  [
    "another quote",
    inLines("history.jsonl", (one) => {
      if (one.row) one.row = { ...one.row, quote: "desmin!" };
    }),
    /a version is not what its identifier says/,
  ],
  [
    "a version that is no version",
    inPart("history.jsonl", () => '{"id":"x"}\n'),
    /a line of history\.jsonl is not as Casemark writes it/,
  ],
  [
    "half a line",
    inPart("history.jsonl", (text) => text.slice(0, -40)),
    /a line of history\.jsonl is not as Casemark writes it/,
  ],
  [
    "JSON that is too deep",
    inPart("history.jsonl", () => `${deep}\n`),
    /a line of history\.jsonl is not as Casemark writes it/,
  ],
  [
    "a scheme that is too deep",
    inPart("scheme.json", () => deep),
    /its scheme is not one of Casemark's/,
  ],
  [
    "another scheme",
    inPart("scheme.json", (text) => text.replace('"marker"', '"marked"')),
    /its scheme is not/,
  ],
  [
    "a report twice",
    inPart("reports.jsonl", (text) => text + text),
    /its reports are not those that its manifest names/,
  ],
  [
    "versions of no report",
    inLines("history.jsonl", (one) => Object.assign(one, { report: "other" })),
    /its reports are not those that its manifest names/,
  ],
];

test.each(changes)("a package with %s is refused", async (_, change, sentenceOfIt) => {
  const { db, path } = await projectAndPackage();
  rewritten(path, change);
  const { message } = await refused(db, path);
  expect(message).toMatch(sentenceOfIt);
});

test("a package that was written anew as it was is merged", async () => {
  const { db, path } = await projectAndPackage();
  rewritten(path, () => {});
  const folder = join(temporaryFolder(), "work");
  const task = { do: "merge", project: db.name, paths: [path], opening, folder } as const;
  expect(await carryOut(task, working)).toMatchObject({
    merged: [{ report: { added: 2, changed: 1 } }],
  });
});

test("a package whose parts somebody packed anew without deflating them opens with its files", async () => {
  const { db, path } = await projectAndPackage();
  await write(db, path);
  writeFileSync(path, zipSync(unzipSync(readFileSync(path)), { level: 0 }));
  const folder = join(temporaryFolder(), "work");
  const project = join(temporaryFolder(), "Opened.casemark");
  await carryOut({ do: "open", project, paths: [path], opening, folder }, working);
  const opened = openProject(project);
  expect(problems(opened)).toEqual([]);
  expect(opened.prepare("SELECT count(*) FROM source_file").pluck().get()).toBe(1);
  closeProject(opened);
});

test("a package of a report with another text here is refused", async () => {
  const { db, path } = await projectAndPackage();
  db.prepare("UPDATE report_text SET sha256 = ?, text = 'Another.'").run(sha256("Another."));
  expect((await refused(db, path)).message).toBe(
    "“case-1” has another text in the package than here, so nothing was merged; ask for a package of the same text.",
  );
});

test("a file that is no zip file, is empty or is cut off is refused", async () => {
  const { db, path } = await projectAndPackage();
  const whole = readFileSync(path);
  for (const bytes of [
    Buffer.from("hello"),
    Buffer.alloc(0),
    whole.subarray(0, whole.length / 2),
  ]) {
    writeFileSync(path, bytes);
    expect((await refused(db, path)).message).toBe(
      '"back.casepack" is damaged (its end is missing); nothing of it was taken in, ask for the package again.',
    );
  }
});

test("a file that is not there, or is a folder, is said", async () => {
  const { db, path } = await projectAndPackage();
  for (const wrong of [`${path}.gone`, dirname(path)])
    expect((await refused(db, wrong)).message).toBe(
      `There is no file "${basename(wrong)}"; check its name.`,
    );
});

test("a checksum that is wrong is said", async () => {
  const { db, path } = await projectAndPackage();
  const parts = partsOf(path);
  parts["layers.jsonl"] = (parts["layers.jsonl"] ?? "").replace("SMA", "ASM");
  writeFileSync(
    path,
    zipSync(
      Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text, true)])),
    ),
  );
  expect((await refused(db, path)).message).toContain(
    'the checksum of its part "layers.jsonl" is wrong',
  );
});

test("ten gigabytes of zeros are noticed while they unpack", async () => {
  const { db, path } = await projectAndPackage();
  const zeros = deflateRawSync(Buffer.alloc(2 ** 20), { finishFlush: 2 });
  const packed = Buffer.concat([...Array(10_000).fill(zeros), deflateRawSync(Buffer.alloc(0))]);
  rewritten(path, (parts) => {
    parts["history.jsonl"] = "";
  });
  writeFileSync(path, withMember(readFileSync(path), "history.jsonl", packed));
  const { message } = await refused(db, path);
  expect(message).toContain('its part "history.jsonl" unpacks to more than any package');
});

/** The zip file with other packed bytes for one member, which says that it has 4 GB. */
function withMember(zip: Buffer, name: string, packed: Buffer): Buffer {
  const at = zip.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  const files = unzipSync(zip);
  const manifest = JSON.parse(strFromU8(files["manifest.json"] ?? new Uint8Array()));
  for (const file of manifest.files) if (file.name === name) file.bytes = 0xfffffff0;
  files["manifest.json"] = strToU8(JSON.stringify(manifest));
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [member, bytes] of Object.entries(files)) {
    const own = member === name ? packed : deflateRawSync(bytes);
    const size = member === name ? 0xfffffff0 : bytes.length;
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(8, 8);
    header.writeUInt16LE(member.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(crc32(bytes), 16);
    entry.writeUInt32LE(own.length, 20);
    entry.writeUInt32LE(size, 24);
    entry.writeUInt16LE(member.length, 28);
    entry.writeUInt32LE(offset, 42);
    pieces.push(header, Buffer.from(member), own);
    directory.push(entry, Buffer.from(member));
    offset += 30 + member.length + own.length;
  }
  expect(at).toBeGreaterThan(0);
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...pieces, list, end]);
}

test("two parts of one name are refused", async () => {
  const { db, path } = await projectAndPackage();
  const zip = readFileSync(path);
  // The same length, in the list of contents at the end.
  const at = zip.lastIndexOf("reports.jsonl");
  zip.write("history.jsonl", at, "latin1");
  writeFileSync(path, zip);
  expect((await refused(db, path)).message).toContain('it has two parts called "history.jsonl"');
});

test("whatever bytes of a package are others, it is refused in a sentence, or merges just the same", async () => {
  const { db, path } = await projectAndPackage();
  const whole = readFileSync(path);
  const flips = fc.array(
    fc.record({ at: fc.nat(whole.length - 1), bits: fc.integer({ min: 1, max: 255 }) }),
    { minLength: 1, maxLength: 4 },
  );
  const work = temporaryFolder();
  let round = 0;
  const cut = fc.option(fc.nat(whole.length));
  await fc.assert(
    fc.asyncProperty(flips, cut, async (all, end) => {
      const bytes = Buffer.from(whole.subarray(0, end ?? whole.length));
      for (const { at, bits } of all) if (at < bytes.length) bytes[at] = (bytes[at] ?? 0) ^ bits;
      writeFileSync(path, bytes);
      const folder = join(work, String(round++));
      const task = { do: "look", project: db.name, paths: [path], opening, folder } as const;
      try {
        expect(await carryOut(task, working)).toMatchObject([{ report: { added: 2, changed: 1 } }]);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
      }
    }),
    { numRuns: 60 },
  );
}, 120_000);

/** The value with something else in one place of it; all places are counted through. */
function mutated(value: unknown, at: { left: number }, other: unknown): unknown {
  if (at.left-- === 0) return other;
  if (Array.isArray(value)) return value.map((one) => mutated(one, at, other));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, mutated(one, at, other)]),
  );
}

test("whatever a line of a package says otherwise, it is refused in a sentence, or the project stays sound", async () => {
  const { db, path } = await projectAndPackage();
  const whole = readFileSync(path);
  const work = temporaryFolder();
  let round = 0;
  const others = fc.oneof(
    fc.constantFrom<unknown>(null, -1, 0, 1e9, "", "x", "__proto__", "../x", [], {}, true),
    fc.string(),
  );
  const parts = fc.constantFrom("reports.jsonl", "history.jsonl", "scheme.json", "manifest.json");
  await fc.assert(
    fc.asyncProperty(parts, fc.nat(60), fc.nat(3), others, async (part, place, line, other) => {
      writeFileSync(path, whole);
      rewritten(
        path,
        inPart(part, (text) => {
          const lines = text.trimEnd().split("\n");
          const one = part === "manifest.json" ? 0 : line % lines.length;
          if (part === "manifest.json")
            return JSON.stringify(mutated(JSON.parse(text), { left: place }, other));
          return lines
            .map((words, at) =>
              at === one
                ? JSON.stringify(mutated(JSON.parse(words), { left: place }, other))
                : words,
            )
            .map((words) => `${words}\n`)
            .join("");
        }),
      );
      const folder = join(work, String(round++));
      const task = { do: "merge", project: db.name, paths: [path], opening, folder } as const;
      try {
        await carryOut(task, working);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
      }
      expect(problems(db)).toEqual([]);
      while (nextSteps(db, "Ben").undo !== null) undo(db, ben);
    }),
    { numRuns: 150 },
  );
}, 120_000);

test("what is marked in a package is Casemark JSON lines, which any reader of them reads", async () => {
  const { path } = await projectAndPackage();
  const lines = (partsOf(path)["layers.jsonl"] ?? "").trimEnd().split("\n");
  const [document] = lines.map((line) =>
    readJsonlLine(line, { file: "layers.jsonl", lineNumber: 1 }),
  );
  expect(document?.text).toBe(sentence);
  expect(document?.layers[0]?.spans.map(({ quote }) => quote)).toEqual(["desmin", "SMA"]);
});
