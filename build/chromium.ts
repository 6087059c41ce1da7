import { type SpawnSyncOptions, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** A Chromium to test in: CHROMIUM, Playwright's own, or one of the system's; null where there is none. */
export function findChromium(): string | null {
  const places = [process.env.CHROMIUM, chromium.executablePath(), ...usualPlaces];
  return places.find((place) => place && existsSync(place)) ?? null;
}

/** Gets one where there is none. @throws Error that says what to install when that cannot be done here. */
export function ensureChromium(): string {
  return findChromium() ?? download() ?? installFromDebian() ?? giveUp();
}

function download(): string | null {
  console.log("No Chromium here; asking Playwright for one…");
  spawnSync("npx", ["playwright", "install", "chromium"], { stdio: "ignore", shell: true });
  return findChromium();
}

function installFromDebian(): string | null {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return null;
  console.log("Installing Debian's chromium…");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const quiet: SpawnSyncOptions = { stdio: ["ignore", "ignore", "inherit"], env };
  spawnSync("apt-get", ["update", "-qq"], quiet);
  spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], quiet);
  return findChromium();
}

function giveUp(): never {
  throw new Error(
    "The tests need a Chromium: install one (Debian: apt-get install chromium) or name one in CHROMIUM.",
  );
}
