import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleDesktop, ensurePage } from "./bundle.ts";

// npm run package -- [electron-builder's own arguments]: makes the installers for this system, in dist/.

const root = fileURLToPath(new URL("..", import.meta.url));
const builder = join(root, "node_modules/electron-builder/cli.js");

await ensurePage();
await bundleDesktop();
if (!existsSync(join(root, "out/sample.casemark"))) node(join(root, "build/sample/make.ts"));
const made = node(builder, "--publish", "never", ...process.argv.slice(2));
if (!made) {
  console.error(
    "The package was not made; the reason is above. electron-builder fetches Electron and the tools " +
      "for installers from github.com, so an ENOTFOUND or a time-out there means that this machine " +
      "needs that network, or --dir with -c.electronDist=FOLDER for a folder of the app alone.",
  );
  process.exitCode = 1;
}

/** Runs a script in a process of its own; false when it failed. */
function node(script: string, ...args: string[]): boolean {
  return (
    spawnSync(process.execPath, [script, ...args], { cwd: root, stdio: "inherit" }).status === 0
  );
}
