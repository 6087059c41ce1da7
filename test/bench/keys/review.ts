import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { findChromium } from "../../../build/chromium.ts";
import { closeProject, openProject } from "../../../electron/store/database.ts";
import { readReviewed } from "../../../electron/store/review/reviewing.ts";
import type { ReviewedReport } from "../../../shared/contract/review.ts";
import type { AnnotatedDocument } from "../../../shared/model/document.ts";
import type { Difference } from "../../../shared/review/difference.ts";
import { gold } from "../../../shared/review/gold.ts";
import { isAgreed } from "../../../shared/review/standing.ts";
import { defaultScheme } from "../../../shared/scheme/default-scheme.ts";
import { startHost } from "../host.ts";
import { makeReviewProject } from "../review/project.ts";
import { withSlips } from "../review/slips.ts";
import { quantile, type Row, row } from "../row.ts";
import { planReview, type ReviewPlan } from "./review-plan.ts";
import { wrongSpans } from "./wrong-spans.ts";

const annotators = ["Adler", "Berg", "Cohen"];
const seed = 7;
/** So many others have to be decided like one before it is worth looking through them. */
const fewestAlike = 3;

/** Somebody who knows what is meant decides all that three annotators with slips differ in; how many keys each difference took. */
export async function benchReviewKeys(documents: readonly AnnotatedDocument[]): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "casemark-review-keys-"));
  try {
    const file = join(folder, "review.casemark");
    const slipped = documents.map((document, at) => withSlips(document, annotators, seed + at));
    const reports = makeReviewProject(file, slipped);
    const reviewed = readAll(file, reports);
    const spent = await reviewAll(file, folder, documents, reports, reviewed);
    return rowsOf(spent, wrongSpans(file, gold, documents, reports));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readAll(file: string, reports: readonly string[]): ReviewedReport[] {
  const db = openProject(file);
  const all = reports.map((report) => readReviewed(db, report, null));
  closeProject(db);
  return all;
}

interface Spent {
  /** For each difference; of those decided together, each its share. */
  presses: number[];
  /** What finishing the reports took. */
  finishing: number;
}

async function reviewAll(
  file: string,
  home: string,
  documents: readonly AnnotatedDocument[],
  reports: readonly string[],
  reviewed: readonly ReviewedReport[],
): Promise<Spent> {
  const host = await startHost(home, file);
  const executablePath = findChromium();
  const browser = await chromium.launch(executablePath ? { executablePath } : {});
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    await page.goto(host.address);
    await page.getByRole("textbox", { name: /name/i }).fill("Scripted");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Library" }).waitFor();
    const spent: Spent = { presses: [], finishing: 0 };
    await page.goto(addressOf(page, reports[0] ?? ""));
    for (let done = 0; done < reports.length; done++) {
      await page.locator(".difference-card").waitFor();
      const at = reports.indexOf(reportOf(page));
      const [open, document] = [reviewed[at], documents[at]];
      const meant = document?.layers[0];
      if (!open || !meant) throw new Error(`${page.url()} is none of the reports`);
      const presses = await reviewOne(page, open, planReview(open, meant, keyOf));
      console.log(`${document.name}: ${presses.length} differences, ${sum(presses)} presses`);
      spent.presses.push(...presses);
      spent.finishing += 1;
      const before = page.url();
      await page.keyboard.press("Control+Enter");
      if (done < reports.length - 1) await page.waitForURL((url) => `${url}` !== before);
      else await page.getByRole("button", { name: /Finished/ }).waitFor();
    }
    return spent;
  } finally {
    await browser.close();
    await host.stop();
  }
}

function addressOf(page: Page, report: string): string {
  return new URL(`#/review/report/${encodeURIComponent(report)}`, page.url()).href;
}

const reportOf = (page: Page) => decodeURIComponent(page.url().split("/")[6] ?? "");

function keyOf(label: string): string {
  const key = defaultScheme.labels.find(({ name }) => name === label)?.key;
  if (!key) throw new Error(`the label ${label} has no key`);
  return key;
}

async function reviewOne(page: Page, open: ReviewedReport, plan: ReviewPlan): Promise<number[]> {
  const waiting = new Map(
    open.comparison.differences.filter((one) => !isAgreed(one)).map((one) => [one.key, one]),
  );
  const presses: number[] = [];
  while (waiting.size > 0) {
    const current = await currentKey(page);
    const difference = waiting.get(current ?? "");
    // What is left needs no decision: what it stands on was decided not to be.
    if (!difference) break;
    const keys = plan.keysFor(difference);
    await pressAll(page, keys);
    waiting.delete(difference.key);
    presses.push(keys.length);
    presses.push(...(await decideAlike(page, difference, waiting, plan)));
  }
  return presses;
}

/** Decides the others like this in one step, where all of them are meant so. */
async function decideAlike(
  page: Page,
  difference: Difference,
  waiting: Map<string, Difference>,
  plan: ReviewPlan,
): Promise<number[]> {
  const taken = plan.takenBy(difference);
  const others = [...waiting.values()].filter((other) => isLike(other, difference));
  const areRight = others.every((other) => {
    const own = plan.takenBy(other);
    const says = (name: string | null) =>
      other.versions.find(({ annotator }) => annotator === name)?.says;
    return own !== null && says(own) === says(taken);
  });
  if (taken === null || others.length < fewestAlike || !areRight) return [];
  await page.keyboard.press("d");
  await page.getByRole("button", { name: `Decide ${others.length} of ${others.length}` }).waitFor();
  await pressAll(page, ["Enter"]);
  for (const { key } of others) waiting.delete(key);
  return others.map(() => 2 / others.length);
}

/** As the app finds those that are alike. */
function isLike(other: Difference, one: Difference): boolean {
  const shape = ({ stage, types, versions }: Difference) =>
    JSON.stringify([stage, types, versions.map(({ annotator, label }) => [annotator, label])]);
  return shape(other) === shape(one);
}

const currentKey = (page: Page) => page.locator(".difference-card").getAttribute("data-difference");

/** Presses the keys and waits until something more is decided. */
async function pressAll(page: Page, keys: readonly string[]): Promise<void> {
  const progress = page.locator(".desk-progress");
  const before = await progress.textContent();
  for (const key of keys) {
    await page.keyboard.press(key);
    if (key === "e") await page.getByRole("region", { name: "Edit the version" }).waitFor();
  }
  for (let tries = 0; tries < 200; tries++) {
    if ((await progress.textContent()) !== before) return;
    await page.waitForTimeout(20);
  }
  throw new Error(`${keys.join(" ")} decided nothing at ${await currentKey(page)}`);
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

function rowsOf({ presses, finishing }: Spent, wrong: number): Row[] {
  const name = "key presses per difference, sample reviewed";
  const all = (sum(presses) + finishing) / presses.length;
  return [
    row(`${name}, median of ${presses.length}`, "casemark", quantile(presses, 0.5), "presses"),
    row(`${name}, mean`, "casemark", sum(presses) / presses.length, "presses"),
    row(`${name}, mean with finishing the reports`, "casemark", all, "presses"),
    row(`${name}, p90`, "casemark", quantile(presses, 0.9), "presses"),
    row(`${name}, spans that came out otherwise`, "casemark", wrong, "spans"),
  ];
}
