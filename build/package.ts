import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { bundleDesktop, ensurePage } from "./bundle.ts";
import { ensureSample } from "./sample/make.ts";

// npm run package -- [electron-builder's own arguments]: makes the installers for this system, in dist/.

const root = fileURLToPath(new URL("..", import.meta.url));
const builder = fileURLToPath(import.meta.resolve("electron-builder/cli.js"));

await ensurePage();
await bundleDesktop();
ensureSample();
const made = spawnSync(
  process.execPath,
  [builder, "--publish", "never", ...process.argv.slice(2)],
  { cwd: root, stdio: "inherit" },
);
if (made.status !== 0) {
  console.error(
    "The package was not made; the reason is above. electron-builder fetches Electron and the tools " +
      "for installers from github.com, so an ENOTFOUND or a time-out there means that this machine " +
      "needs that network, or --dir with -c.electronDist=FOLDER for a folder of the app alone.",
  );
  process.exitCode = 1;
}
