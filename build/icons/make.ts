import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "@playwright/test";
import { ensureChromium } from "../chromium.ts";
import { icnsOf, icoOf, type SizedPng } from "./containers.ts";

// Run by hand after a drawing was changed: node build/icons/make.ts. What it makes is committed,
// because the installers need it where no browser is.

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
/** Up to this size, the drawing with less in it. */
const smallUpTo = 32;

const browser = await chromium.launch({ executablePath: ensureChromium() });
await makeAppIcon(browser);
await makeDocumentIcon(browser);
await browser.close();

async function makeAppIcon(browser: Browser): Promise<void> {
  const pictures = await render(browser, "casemark");
  mkdirSync(at("png"), { recursive: true });
  for (const { size, png } of pictures) writeFileSync(at(`png/${size}x${size}.png`), png);
  writeFileSync(at("casemark.ico"), icoOf(upTo(256, pictures)));
  writeFileSync(at("casemark.icns"), icnsOf(pictures));
  writeFileSync(at("../../renderer/public/favicon.ico"), icoOf(upTo(48, pictures)));
  copyFileSync(at("casemark.svg"), at("../../renderer/public/icon.svg"));
}

async function makeDocumentIcon(browser: Browser): Promise<void> {
  const pictures = await render(browser, "document");
  writeFileSync(at("document.ico"), icoOf(upTo(256, pictures)));
  writeFileSync(at("document.icns"), icnsOf(pictures));
}

function upTo(largest: number, pictures: readonly SizedPng[]): SizedPng[] {
  return pictures.filter(({ size }) => size <= largest);
}

async function render(browser: Browser, name: string): Promise<SizedPng[]> {
  const page = await browser.newPage();
  const pictures: SizedPng[] = [];
  for (const size of sizes) {
    const drawing = readFileSync(
      at(size > smallUpTo ? `${name}.svg` : `${name}-small.svg`),
      "utf8",
    );
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}svg{display:block}</style>${drawing}`);
    pictures.push({ size, png: await page.screenshot({ omitBackground: true }) });
  }
  await page.close();
  return pictures;
}
