import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "@playwright/test";
import { build, preview } from "vite";
import { findChromium } from "../../../build/chromium.ts";
import type { EditorContent } from "../../../renderer/editor/editor-handle.ts";

export interface EditorPages {
  /** A fresh page that shows the report and has the focus in its text. */
  open(content: EditorContent): Promise<Page>;
  close(): Promise<void>;
}

/** Builds the test page once and shows it in a real browser. */
export async function startPages(): Promise<EditorPages> {
  const outDir = await mkdtemp(join(tmpdir(), "casemark-editor-"));
  const root = fileURLToPath(new URL("page", import.meta.url));
  const shared = { root, configFile: false, logLevel: "error" } as const;
  await build({ ...shared, build: { outDir, emptyOutDir: true, target: "chrome146" } });
  const server = await preview({ ...shared, build: { outDir }, preview: { port: 0 } });
  const executablePath = findChromium();
  const browser = await chromium.launch(executablePath ? { executablePath } : {});
  return {
    open: (content) => openPage(browser, server.resolvedUrls?.local[0] ?? "", content),
    async close() {
      await browser.close();
      await server.close();
      await rm(outDir, { recursive: true });
    },
  };
}

async function openPage(browser: Browser, address: string, content: EditorContent): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
  await page.goto(address);
  await page.evaluate(async (report) => {
    await document.fonts.load('17px "Source Serif 4 Variable"');
    window.test.open(report);
    window.test.editor.focus();
  }, content);
  return page;
}
