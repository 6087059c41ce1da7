import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { installFromDebian } from "./debian.ts";

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
  return findChromium() ?? download() ?? installed() ?? giveUp();
}

function download(): string | null {
  console.log("No Chromium here; asking Playwright for one…");
  spawnSync("npx", ["playwright", "install", "chromium"], { stdio: "ignore", shell: true });
  return findChromium();
}

function installed(): string | null {
  installFromDebian("chromium");
  return findChromium();
}

function giveUp(): never {
  throw new Error(
    "The tests need a Chromium: install one (Debian: apt-get install chromium) or name one in CHROMIUM.",
  );
}
