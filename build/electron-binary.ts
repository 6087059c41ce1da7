import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const executables: Partial<Record<NodeJS.Platform, string>> = {
  darwin: "Electron.app/Contents/MacOS/Electron",
  win32: "electron.exe",
};

/** Electron's own executable, where ELECTRON_OVERRIDE_DIST_PATH or the npm package has one; else null. */
export function electronBinary(): string | null {
  const ownPlace = fileURLToPath(new URL("../node_modules/electron/dist", import.meta.url));
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? ownPlace;
  const file = join(folder, executables[process.platform] ?? "electron");
  return existsSync(file) ? file : null;
}
