import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** What HiGHS needs besides our code: where it lies from its WebAssembly, by its name in the packed app. */
export const solverFiles = { "highs.wasm": ".", LICENSE_HIGHS: "../../LICENSE" } as const;

const fromPackages = createRequire(import.meta.url);

/** Where one of them lies on this disk: in its package, or in the packed app beside this module. */
export function solverFile(name: keyof typeof solverFiles): string {
  if (!import.meta.url.endsWith(".ts")) return fileURLToPath(new URL(`./${name}`, import.meta.url));
  return join(fromPackages.resolve("highs/runtime"), solverFiles[name]);
}
