import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { bundleDesktop, ensurePage } from "./bundle.ts";
import { electronBinary } from "./electron-binary.ts";
import { ensureSample } from "./sample/make.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** `npm start`: the desktop app where it can run, else the same app in a browser. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { browser: { type: "boolean", default: false }, port: { type: "string" } },
    allowPositionals: true,
  });
  const file = positionals.map((path) => resolve(process.env.INIT_CWD ?? ".", path));
  await ensurePage();
  ensureSample();
  const reason = values.browser ? "as you asked" : whyNoDesktop();
  if (reason === null) {
    await bundleDesktop();
    run(electronBinary() ?? "electron", [root, ...file]);
    return;
  }
  console.log(`Casemark opens in the browser: ${reason}.`);
  const port = values.port === undefined ? [] : ["--port", values.port];
  run(process.execPath, [join(root, "electron/hosts/browser/main.ts"), ...port, ...file], openPage);
}

/** Null when the desktop app can run; else the reason, as the end of a sentence. */
function whyNoDesktop(): string | null {
  if (!hasDisplay()) return "there is no display for the desktop app";
  if (electronBinary() === null) fetchElectron();
  return electronBinary() === null
    ? "Electron's binary is not here and could not be fetched"
    : null;
}

function hasDisplay(): boolean {
  if (process.platform !== "linux") return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

function fetchElectron(): void {
  const manifest = JSON.parse(
    readFileSync(join(root, "node_modules/electron/package.json"), "utf8"),
  );
  const installer = manifest.bin?.["install-electron"];
  if (typeof installer !== "string") return;
  console.log("Fetching Electron, once…");
  const script = join(root, "node_modules/electron", installer);
  spawnSync(process.execPath, [script, "--no"], { stdio: "ignore" });
}

function run(program: string, args: string[], onLine: (line: string) => void = () => {}): void {
  const child = spawn(program, args, { stdio: ["inherit", "pipe", "inherit"] });
  child.stdout.on("data", (data: Buffer) => {
    process.stdout.write(data);
    onLine(data.toString());
  });
  // Ctrl+C reaches the child too; it closes the project, and we end after it.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
  child.on("exit", (code) => process.exit(code ?? 0));
}

/** Opens the address in the person's browser, where there is one to see. */
function openPage(line: string): void {
  const address = /open (http:\S+)/.exec(line)?.[1];
  if (!address || !hasDisplay()) return;
  const [program, ...args] =
    process.platform === "darwin"
      ? ["open", address]
      : process.platform === "win32"
        ? ["cmd", "/c", "start", "", address]
        : ["xdg-open", address];
  spawn(program ?? "", args, { stdio: "ignore", detached: true }).on("error", () => {});
}

await main();
