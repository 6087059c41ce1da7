import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";
import { findChromium } from "../../build/chromium.ts";
import { electronBinary } from "../../build/electron-binary.ts";
import type { HostOptions } from "./fixtures.ts";

const executablePath = findChromium();

/** The same specs against both hosts, the desktop only where Electron's binary is; what goes by the mouse goes by keys, too. */
export default defineConfig<HostOptions>({
  testDir: fileURLToPath(new URL(".", import.meta.url)),
  outputDir: fileURLToPath(new URL("../../out/end-to-end", import.meta.url)),
  workers: 2,
  fullyParallel: true,
  timeout: 120_000,
  // On a machine that others work on, too, a second try tells a slow test from a broken one; it is named as flaky.
  retries: process.env.CI ? 1 : 0,
  expect: { timeout: 20_000 },
  reporter: [["line"], ["json", { outputFile: "../../out/end-to-end.json" }]],
  use: {
    viewport: { width: 1400, height: 900 },
    launchOptions: executablePath ? { executablePath } : {},
    // Tracing every test would cost half as much again; `--trace on` shows more of a failure.
    trace: "on-first-retry",
    screenshot: "only-on-failure",
  },
  projects: [
    { name: "browser", use: { host: "browser" } },
    { name: "keys", use: { host: "browser", hand: "keys" }, grep: /@mouse/ },
    ...(electronBinary() === null ? [] : [{ name: "desktop", use: { host: "desktop" as const } }]),
  ],
});
