import { type SpawnSyncOptions, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Installs a package of Debian's, where the system is one and we may; says so. */
export function installFromDebian(name: string): void {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  console.log(`Installing Debian's ${name}…`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const quiet: SpawnSyncOptions = { stdio: ["ignore", "ignore", "inherit"], env };
  spawnSync("apt-get", ["update", "-qq"], quiet);
  spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", name], quiet);
}

/** Gets xmllint, which judges our XML; the tests that need it skip, saying so, where it is not to be had. */
export function tryToHaveXmllint(): void {
  if (spawnSync("xmllint", ["--version"]).error) installFromDebian("libxml2-utils");
}
