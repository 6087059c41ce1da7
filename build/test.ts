import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleDesktop, ensurePage } from "./bundle.ts";
import { ensureChromium } from "./chromium.ts";
import { tryToHaveXmllint } from "./debian.ts";
import { electronBinary } from "./electron-binary.ts";
import { ensureSample } from "./sample/make.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const bin = (name: string) => join(root, "node_modules/.bin", name);

const isSweep = process.argv.includes("--sweep");

interface Outcome {
  passed: number;
  failed: number;
}

/** One part of the test command: it says what it did and answers how many passed. */
interface Step {
  name: string;
  run(): Outcome | Promise<Outcome>;
}

/** What takes seconds; `npm run check` is these alone. */
const checks: Step[] = [
  { name: "Format and lint", run: () => tool("biome", "check", "--error-on-warnings", ".") },
  { name: "Types", run: types },
  { name: "Layers", run: () => script("build/check-layers.ts") },
  { name: "Messages", run: () => script("build/check-messages.ts") },
  { name: "Unused code", run: () => tool("knip", "--no-progress") },
];

const tests: Step[] = [
  { name: "Page, sample project and Chromium", run: prepare },
  { name: "Unit and integration tests", run: vitest },
  { name: "End-to-end tests", run: () => endToEnd("--grep-invert=@sweep", ...allButKeys()) },
];

/** `npm run sweep`: what would take too long every time; CI does it after the tests. */
const sweeps: Step[] = [
  { name: "Page, sample project and Chromium", run: prepare },
  {
    name: "Accessibility in every look",
    run: () => endToEnd("--grep=@sweep", ...allButKeys()),
  },
  { name: "What goes by the mouse, by keys", run: () => endToEnd("--project=keys") },
  { name: "Mutated files", run: () => script("test/fuzz/run.ts", "--count", "500") },
];

/** `npm test`: everything that has to hold. Goes on after a failure, so that one run tells all. */
async function main(): Promise<void> {
  const total: Outcome = { passed: 0, failed: 0 };
  for (const { name, run } of wanted()) {
    console.log(`\n== ${name}`);
    const started = Date.now();
    const { passed, failed } = await outcomeOf(run);
    total.passed += passed;
    total.failed += failed;
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    console.log(`${failed === 0 ? "ok" : "FAILED"}, ${seconds} s`);
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed === 0 ? 0 : 1;
}

function wanted(): Step[] {
  if (isSweep) return sweeps;
  return process.argv.includes("--check") ? checks : [...checks, ...tests];
}

async function outcomeOf(run: Step["run"]): Promise<Outcome> {
  try {
    return await run();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  }
}

function tool(name: string, ...args: string[]): Outcome {
  const options = { cwd: root, env: environment, stdio: "inherit", shell: onWindows } as const;
  return asOutcome(spawnSync(bin(name), args, options));
}

// The tests start hundreds of processes, which need not compile the same code again.
const environment = {
  ...process.env,
  NODE_COMPILE_CACHE: join(tmpdir(), "casemark-compile-cache"),
  ...(isSweep ? { CASEMARK_SWEEP: "yes" } : {}),
};

const onWindows = process.platform === "win32";

function script(file: string, ...args: string[]): Outcome {
  return asOutcome(
    spawnSync(process.execPath, [join(root, file), ...args], { cwd: root, stdio: "inherit" }),
  );
}

function asOutcome({ status }: { status: number | null }): Outcome {
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Three worlds with their own types: pure code, Node, the page; and the specs that see two of them. */
function types(): Outcome {
  const projects = ["shared", ".", "renderer", "test/tsconfig.end-to-end.json"];
  const results = projects.map((project) => tool("tsc", "--noEmit", "-p", project));
  return asOutcome({ status: results.every(({ failed }) => failed === 0) ? 0 : 1 });
}

async function prepare(): Promise<Outcome> {
  console.log(`Chromium: ${ensureChromium()}`);
  tryToHaveXmllint();
  await ensurePage();
  ensureSample();
  if (electronBinary() !== null) await bundleDesktop();
  return { passed: 1, failed: 0 };
}

function vitest(): Outcome {
  const report = fresh("out/vitest.json");
  const result = tool(
    "vitest",
    "run",
    "--config=test/vitest.config.ts",
    "--reporter=default",
    "--reporter=json",
    `--outputFile=${report}`,
  );
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, "utf8"));
  // A file that cannot even be loaded has no failed test, and fails all the same.
  return { passed: numPassedTests, failed: Math.max(numFailedTests, result.failed) };
}

/** The hosts that there are; the same tests by another hand are a sweep. */
function allButKeys(): string[] {
  const hosts = electronBinary() === null ? ["browser"] : ["browser", "desktop"];
  return hosts.map((host) => `--project=${host}`);
}

function endToEnd(...options: string[]): Outcome {
  if (electronBinary() === null)
    console.log("The desktop was not run: Electron's binary is not here. The browser host is.");
  const report = fresh("out/end-to-end.json");
  const config = "--config=test/end-to-end/playwright.config.ts";
  const result = tool("playwright", "test", config, ...options);
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { stats } = JSON.parse(readFileSync(report, "utf8"));
  return {
    passed: stats.expected + stats.flaky,
    failed: Math.max(stats.unexpected, result.failed),
  };
}

function fresh(file: string): string {
  const path = join(root, file);
  mkdirSync(join(path, ".."), { recursive: true });
  rmSync(path, { force: true });
  return path;
}

await main();
