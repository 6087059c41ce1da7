import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { ensurePage } from "../../../build/bundle.ts";
import { findChromium } from "../../../build/chromium.ts";
import { createLearning } from "../../../electron/api/learning.ts";
import { insertArrivals } from "../../../electron/store/arrivals.ts";
import { closeProject, createProject } from "../../../electron/store/database.ts";
import { write } from "../../../electron/store/history.ts";
import { plainArrival } from "../../../electron/store/plain-arrival.ts";
import type { AnnotatedDocument } from "../../../shared/model/document.ts";
import type { Scheme } from "../../../shared/model/scheme.ts";
import { defaultScheme } from "../../../shared/scheme/default-scheme.ts";
import { startHost } from "../host.ts";
import { quantile, type Row, report, row } from "../row.ts";
import { type Corpus, readCorpora } from "./documents.ts";
import { type Cost, enterLayer } from "./enter.ts";
import { benchReviewKeys } from "./review.ts";
import { wrongSpans } from "./wrong-spans.ts";

const annotator = "Scripted";

/**
 * A person who sees the shortest way enters every layer from nothing, and reviews what three annotators
 * with slips made of the sample; how many keys each span and each difference took.
 */
async function benchKeys(): Promise<Row[]> {
  await ensurePage();
  const rows: Row[] = [];
  const corpora = readCorpora();
  for (const corpus of corpora) rows.push(...(await benchCorpus(corpus)));
  const sample = corpora.find(({ name }) => name === "sample");
  if (sample) rows.push(...(await benchReviewKeys(sample.documents)));
  return rows;
}

async function benchCorpus({ name, documents }: Corpus): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "casemark-keys-"));
  try {
    const file = join(folder, `${name}.casemark`);
    const scheme = schemeOf(name, documents);
    const reports = makeProject(file, scheme, documents);
    const costs = await enterAll(file, folder, scheme, documents, reports);
    const wrong = wrongSpans(file, annotator, documents, reports);
    return rowsOf(name, costs, wrong);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The labels that the layers use, each with a key, as an import gives them. */
function schemeOf(name: string, documents: readonly AnnotatedDocument[]): Scheme {
  const bare = {
    ...defaultScheme,
    name,
    ...(name === "sample" ? {} : { labels: [], attributes: [] }),
  };
  return createLearning(bare).learn(bare, documents);
}

function makeProject(file: string, scheme: Scheme, documents: readonly AnnotatedDocument[]) {
  const db = createProject(file, "Keys", scheme);
  const reports = insertArrivals(
    db,
    documents.map((document) => plainArrival({ ...document, layers: [] })),
  );
  write(db, { annotator: "Import", now: () => new Date(0) }, "import", (journal) => {
    journal.setPresence(reports, "removed", "present");
    return { summary: "imported", report: null };
  });
  closeProject(db);
  return reports;
}

async function enterAll(
  file: string,
  home: string,
  scheme: Scheme,
  documents: readonly AnnotatedDocument[],
  reports: readonly string[],
): Promise<Cost[]> {
  const keys = new Map(scheme.labels.map(({ name, key }) => [name, key]));
  const keyOf = (label: string) => {
    const key = keys.get(label);
    if (!key) throw new Error(`the label ${label} has no key`);
    return key;
  };
  const host = await startHost(home, file);
  const executablePath = findChromium();
  const browser = await chromium.launch(executablePath ? { executablePath } : {});
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    await page.goto(host.address);
    await page.getByRole("textbox", { name: /name/i }).fill(annotator);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Library" }).waitFor();
    const costs: Cost[] = [];
    for (const [at, document] of documents.entries()) {
      await open(page, reports[at] ?? "");
      const entered = await enterLayer(page, document, keyOf);
      costs.push(...entered.costs);
      const presses = entered.costs.map((cost) => cost.presses);
      console.log(`${document.name}: ${presses.length} spans, median ${quantile(presses, 0.5)}`);
      for (const { quote } of entered.missed) console.log(`  no keys lead to “${quote}”`);
    }
    return costs;
  } finally {
    await browser.close();
    await host.stop();
  }
}

async function open(page: Page, id: string): Promise<void> {
  await page.goto(new URL(`#/annotate/${encodeURIComponent(id)}`, page.url()).href);
  await page.getByRole("tab", { name: "Spans 0" }).waitFor();
  await page.getByRole("textbox", { name: "Report" }).press("Control+Home");
}

function rowsOf(name: string, costs: readonly Cost[], wrong: number): Row[] {
  const presses = costs.map((cost) => cost.presses);
  const mean = presses.reduce((sum, count) => sum + count, 0) / presses.length;
  const spans = `key presses per span, ${name}`;
  return [
    row(`${spans}, median of ${costs.length}`, "casemark", quantile(presses, 0.5), "presses"),
    row(`${spans}, mean`, "casemark", mean, "presses"),
    row(`${spans}, p90`, "casemark", quantile(presses, 0.9), "presses"),
    row(
      `${spans}, median with Shift, Ctrl and Alt counted`,
      "casemark",
      quantile(
        costs.map((cost) => cost.withModifiers),
        0.5,
      ),
      "presses",
    ),
    row(`${spans}, spans that came out otherwise`, "casemark", wrong, "spans"),
  ];
}

if (import.meta.main) await report(await benchKeys(), process.argv[2]);
