import { createHash } from "node:crypto";
import { copyFileSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { InlineConfig, Plugin, Rolldown } from "vite";
import { solverFile, solverFiles } from "../electron/agreement/solver-files.ts";
import { ocrFile, ocrFiles } from "../electron/import/ocr/files.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const stamp = join(root, "out/page.sha256");

/** Builds the page into out/page, for the desktop window and the browser host alike. */
async function bundlePage(): Promise<void> {
  const { build } = await import("vite");
  // A test runner that calls this has said "test", which would build React for development.
  process.env.NODE_ENV = "production";
  await build({ configFile: join(root, "build/vite.config.ts"), logLevel: "warn" });
  writeFileSync(stamp, pageSources());
}

/** Builds the page unless what lies in out/page was made from the very same sources. */
export async function ensurePage(): Promise<void> {
  if (readIfThere(join(root, "out/page/index.html")) && readIfThere(stamp) === pageSources())
    return;
  await bundlePage();
}

/**
 * Builds the Node side of the desktop app into out/main, which mirrors electron/: main.js, every
 * worker.ts at its own place, the preload script, and what recognition and the solver read as it is.
 */
export async function bundleDesktop(): Promise<void> {
  const { build } = await import("vite");
  await build(nodeSide());
  await build(preload());
  copyOcrFiles();
  copySolver();
}

/** What recognition needs and no bundler can take in: WebAssembly, the languages' data, their licences. */
function copyOcrFiles(): void {
  const place = join(root, "out/main/import/ocr");
  mkdirSync(place, { recursive: true });
  // The keys of the table are its own type; Object.keys only loses that.
  for (const name of Object.keys(ocrFiles) as (keyof typeof ocrFiles)[])
    copyFileSync(ocrFile(name), join(place, name));
}

/** The solver's WebAssembly and licence, beside the module that loads it. */
function copySolver(): void {
  const place = join(root, "out/main/agreement");
  mkdirSync(place, { recursive: true });
  // The keys of the table are its own type; Object.keys only loses that.
  for (const name of Object.keys(solverFiles) as (keyof typeof solverFiles)[])
    copyFileSync(solverFile(name), join(place, name));
}

/** One hash over the path and content of everything that the page is made from. */
function pageSources(): string {
  const hash = createHash("sha256");
  const files = globSync(["renderer/**/*.*", "shared/**/*.{ts,json}", "build/vite.config.ts"], {
    cwd: root,
  });
  for (const file of [...files.sort(), "package-lock.json"])
    hash.update(`${file}\n`).update(readFileSync(join(root, file)));
  return hash.digest("hex");
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

/** Entry points of threads: the code starts "./worker.ts" beside itself, in the bundle "./worker.js". */
function entries(): Record<string, string> {
  const workers = globSync("electron/**/worker.ts", { cwd: root });
  const named = workers.map((file) => [outName(file), join(root, file)]);
  return { main: join(root, "electron/hosts/desktop/main.ts"), ...Object.fromEntries(named) };
}

function outName(source: string): string {
  return source.replaceAll("\\", "/").replace("electron/", "").replace(/\.ts$/, "");
}

function nodeSide(): InlineConfig {
  return bundle(entries(), {
    format: "es",
    entryFileNames: "[name].js",
    chunkFileNames: "[name]-[hash].js",
  });
}

// The sandbox loads a preload script as CommonJS and gives it nothing to require but electron.
function preload(): InlineConfig {
  const entry = { preload: join(root, "electron/hosts/desktop/preload.ts") };
  return bundle(entry, { format: "cjs", entryFileNames: "[name].cjs" });
}

function bundle(input: Record<string, string>, output: Rolldown.OutputOptions): InlineConfig {
  return {
    configFile: false,
    root,
    logLevel: "warn",
    publicDir: false,
    plugins: [ownPlace()],
    ssr: { noExternal: true, external: ["electron", "better-sqlite3"] },
    build: {
      ssr: true,
      target: "node24",
      outDir: join(root, "out/main"),
      emptyOutDir: output.format === "es",
      rolldownOptions: { input, output, external: ["electron", /^electron\//, "better-sqlite3"] },
    },
  };
}

/**
 * Modules find their worker, and the files of the app, from where they lie. Joined into one file they
 * still do: each keeps the address that mirrors its source, electron/import/x.ts as out/main/import/x.js.
 */
function ownPlace(): Plugin {
  return {
    name: "own-place",
    enforce: "pre",
    transform(code, id) {
      const source = relative(root, id);
      if (source.startsWith("..") || source.includes("node_modules")) return null;
      const place = JSON.stringify(`./${outName(source)}.js`);
      return code.replaceAll("import.meta.url", `new URL(${place}, bundleRoot).href`);
    },
    renderChunk(code, chunk) {
      if (!code.includes("bundleRoot")) return null;
      const up = "../".repeat(chunk.fileName.split("/").length - 1) || "./";
      return `const bundleRoot = new URL("${up}", import.meta.url);\n${code}`;
    },
  };
}
