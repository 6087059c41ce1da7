import { execFile } from "node:child_process";
import {
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { isBuiltin } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { extractAll, listPackage } from "@electron/asar";
import { afterAll, beforeAll, expect, test } from "vitest";
import { solverFiles } from "../../electron/agreement/solver-files.ts";
import { ocrFiles } from "../../electron/import/ocr/files.ts";
import { scannedPdf } from "../import/ocr/scan-file.ts";
import { scannedReport } from "../import/ocr/scanned-report.ts";

const run = promisify(execFile);
const root = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "casemark-package-"));
const app = join(folder, "dist/linux-unpacked");
const archive = join(app, "resources/app.asar");
const content = join(folder, "content");

const sentinel = "dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX";
/** Electron's own settings of its fuses: 1 on, 0 off, in the order of `fuses` below. */
const fusesAsShipped = "10110001";

/** What electron-builder needs of an Electron, so that none has to be fetched. */
function makeStubElectron(place: string): string {
  for (const part of ["locales", "resources"]) mkdirSync(join(place, part), { recursive: true });
  const fuses = Buffer.from(`${sentinel}\x01\x08${fusesAsShipped}`, "latin1");
  const script = Buffer.from("#!/bin/sh\nexit 0\n");
  writeFileSync(join(place, "electron"), Buffer.concat([script, fuses]), { mode: 0o755 });
  for (const file of ["version", "LICENSE", "LICENSES.chromium.html", "chrome-sandbox"])
    writeFileSync(join(place, file), "45.4.1");
  writeFileSync(join(place, "locales/en-US.pak"), "");
  return place;
}

beforeAll(async () => {
  const electron = makeStubElectron(join(folder, "electron"));
  const settings = [`-c.electronDist=${electron}`, `-c.directories.output=${join(folder, "dist")}`];
  const words = ["build/package.ts", "--linux", "--dir", "--x64", ...settings];
  await run(process.execPath, words, { cwd: root });
  extractAll(archive, content);
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** Every file of the archive; a name that holds a hash of its content has "*" for it. */
function packedFiles(): string[] {
  const files = listPackage(archive, { isPack: false });
  const folders = new Set(files.map((file) => file.slice(0, file.lastIndexOf("/"))));
  const plain = files.filter((file) => !folders.has(file));
  return plain.map((file) => file.replace(/-[\w-]{8}\.(\w+)$/, "-*.$1")).sort();
}

/** What may be in the package, and nothing else. */
const allowed = [
  /^\/package\.json$/,
  /^\/out\/main\/(main\.js|preload\.cjs)$/,
  /^\/out\/main\/[\w-]+\/worker\.js$/,
  /^\/out\/main\/[\w.-]+-\*\.js$/,
  /^\/out\/main\/import\/ocr\/(core\.(cjs|wasm)|(jbig2|openjpeg)\.wasm|(eng|deu|fra|spa)\.traineddata\.gz|LICENSE_\w+)$/,
  /^\/out\/main\/agreement\/(highs\.wasm|LICENSE_HIGHS)$/,
  /^\/out\/page\/(index\.html|icon\.svg|favicon\.ico)$/,
  /^\/out\/page\/pdf\/(cmaps|fonts|codecs)\/(LICENSE\w*|[\w*-]+\.(bcmap|pfb|ttf|js))$/,
  /^\/out\/page\/assets\/[\w-]+-\*\.(js|css|woff2)$/,
  /^\/node_modules\/better-sqlite3\/(package\.json|LICENSE)$/,
  /^\/node_modules\/better-sqlite3\/lib\/(methods\/)?[\w-]+\.js$/,
  /^\/node_modules\/better-sqlite3\/prebuilds\/linux-x64\.node$/,
];

const needed = [
  "/package.json",
  "/out/main/main.js",
  "/out/main/preload.cjs",
  "/out/main/import/worker.js",
  ...Object.keys(ocrFiles).map((name) => `/out/main/import/ocr/${name}`),
  ...Object.keys(solverFiles).map((name) => `/out/main/agreement/${name}`),
  "/out/page/index.html",
  "/node_modules/better-sqlite3/lib/index.js",
  "/node_modules/better-sqlite3/prebuilds/linux-x64.node",
];

test("the package holds our output, one SQLite binary for its system, and nothing else", () => {
  const files = packedFiles();
  expect(files.filter((file) => !allowed.some((pattern) => pattern.test(file)))).toEqual([]);
  expect(needed.filter((file) => !files.includes(file))).toEqual([]);
});

test("the SQLite binary is outside the archive, where the system can load it", () => {
  const names = globSync("**/*.*", { cwd: `${archive}.unpacked`, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map(({ name }) => name);
  expect(files).toEqual(["linux-x64.node"]);
});

const canRunIt = process.platform === "linux" && process.arch === "x64";
test.runIf(canRunIt)(
  "the packed app starts, shows its page, reads a scan by OCR in a thread and measures by the solver",
  async () => {
    const scan = join(folder, "a scan.pdf");
    writeFileSync(scan, scannedPdf([scannedReport()]));
    const words = [
      join(import.meta.dirname, "run-packed.ts"),
      content,
      join(app, "resources"),
      scan,
    ];
    const env = { ...process.env, CASEMARK_HOME: join(folder, "home") };
    const { stdout } = await run(process.execPath, words, { env });
    expect(JSON.parse(stdout)).toEqual({
      page: [200, "text/html; charset=utf-8"],
      project: "Sample project",
      staged: { ok: true, reports: 1, failed: [] },
      measured: [["gamma", expect.closeTo(0.9, 0)]],
    });
  },
);

test("the code asks for no package that was left out", () => {
  const scripts = globSync("out/main/**/*.{js,cjs}", { cwd: content });
  const asked = scripts.flatMap((script) => {
    const code = readFileSync(join(content, script), "utf8");
    return [...code.matchAll(/(?:^import .*?from |^import |import\(|require\()"([^"]+)"/gm)];
  });
  const packages = asked
    .map(([, name = ""]) => name)
    .filter((name) => !name.startsWith(".") && !isBuiltin(name))
    // pdf.js draws with the one where it finds it, and loads a file that a caller names by the other.
    .filter((name) => name !== "@napi-rs/canvas" && !name.includes("${"));
  expect([...new Set(packages)].sort()).toEqual(["better-sqlite3", "electron"]);
});

test("the sample project lies beside the archive", () => {
  const file = join(app, "resources/sample.casemark");
  expect(readFileSync(file).subarray(0, 15).toString()).toBe("SQLite format 3");
  expect(readdirSync(join(app, "resources")).sort()).toEqual([
    "app.asar",
    "app.asar.unpacked",
    "sample.casemark",
  ]);
});

const fuses = [
  "runAsNode",
  "enableCookieEncryption",
  "enableNodeOptionsEnvironmentVariable",
  "enableNodeCliInspectArguments",
  "enableEmbeddedAsarIntegrityValidation",
  "onlyLoadAppFromAsar",
  "loadBrowserProcessSpecificV8Snapshot",
  "grantFileProtocolExtraPrivileges",
];

test("every fuse is as it should be in the app that was made", () => {
  const executable = readFileSync(join(app, "casemark"), "latin1");
  const wire = executable.slice(executable.indexOf(sentinel) + sentinel.length + 2);
  const states = fuses.map((name, index) => [name, wire[index] === "1"]);
  expect(Object.fromEntries(states)).toEqual({
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  });
});
