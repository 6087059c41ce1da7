import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Extracted } from "../../../shared/extract/extracted.ts";
import { type OcrLanguage, ocrLanguageNames } from "../../../shared/extract/ocr-languages.ts";
import type { PlacedText } from "../../../shared/extract/pdf/runs.ts";
import { readPage } from "../ocr/read-page.ts";
import { forgetRecogniser, recogniserFor } from "../ocr/recogniser.ts";

/** Letters that a page has at least that is no scan; a scan may have a stamp of where it came from. */
const fewLetters = 200;

/** Whether a page's own text is so short that its picture may have the rest. */
export function mayBeScan(texts: readonly { text: string }[]): boolean {
  let letters = 0;
  for (const { text } of texts) letters += text.trim().length;
  return letters < fewLetters;
}

/** Reads those pages of one document that are pictures, and keeps what is to be said of it. */
export interface Scans {
  /** What the pictures of a page say that has only these texts; empty where it is no scan. */
  read(page: PDFPageProxy, texts: readonly PlacedText[]): Promise<PlacedText[]>;
  /** The pages that are scans, whatever became of them. */
  found(): NonNullable<Extracted["scan"]>;
  /** Each a sentence. */
  warnings(): string[];
}

/** What became of the pages that looked like scans, by their numbers. */
interface Outcome {
  read: number[];
  wordless: number[];
  shapes: number[];
  failed: number[];
  words: number;
  confidence: number;
}

export function startScans(language: OcrLanguage): Scans {
  const outcome: Outcome = {
    ...{ read: [], wordless: [], shapes: [], failed: [] },
    ...{ words: 0, confidence: 0 },
  };
  return {
    async read(page, texts) {
      if (!mayBeScan(texts)) return [];
      try {
        // A page with some text has to be mostly picture; one without has nothing to lose.
        const leastCover = texts.some(({ text }) => text.trim() !== "") ? 0.5 : 0;
        const found = await readPage(page, await recogniserFor(language), leastCover);
        if (found.kind === "read") return count(outcome, page.pageNumber, found.texts);
        if (found.hasShapes && texts.length === 0) outcome.shapes.push(page.pageNumber);
      } catch {
        // After a failure its memory may be in any state.
        forgetRecogniser();
        outcome.failed.push(page.pageNumber);
      }
      return [];
    },
    found: () => ({ pages: scansIn(outcome), language }),
    warnings: () => warningsOf(outcome, language),
  };
}

function scansIn({ read, wordless, shapes, failed }: Outcome): number[] {
  return [...read, ...wordless, ...shapes, ...failed].sort((a, b) => a - b);
}

function count(outcome: Outcome, page: number, texts: PlacedText[]): PlacedText[] {
  (texts.length === 0 ? outcome.wordless : outcome.read).push(page);
  outcome.words += texts.length;
  for (const { confidence = 0 } of texts) outcome.confidence += confidence;
  return texts;
}

function warningsOf(outcome: Outcome, language: OcrLanguage): string[] {
  const { read, wordless, shapes, failed, words, confidence } = outcome;
  const sure = Math.round(confidence / Math.max(1, words));
  const name = ocrLanguageNames[language];
  return [
    ...sentence(
      read,
      (pages) =>
        `The text of ${pages} was read from pictures by OCR (${name}), with a mean confidence of ${sure} %: compare it with the pages, figures and signs (≥, ±, µ) above all.`,
    ),
    ...(read.length > 0 && sure < hardlySure ? [unsure(name)] : []),
    ...sentence(wordless, (pages) => `OCR found no text in the pictures of ${pages}.`),
    ...sentence(
      shapes,
      (pages) =>
        `The letters of ${pages} are drawn as shapes, which are not read: have them recognised with a tool such as ocrmypdf.`,
    ),
    ...sentence(failed, (pages) => `OCR failed at ${pages}, whose pictures are damaged.`),
  ];
}

/** Below this mean confidence, in percent, what was read is mostly wrong. */
const hardlySure = 60;

const unsure = (name: string) =>
  `So little confidence means that most of it is wrong: the pages may not be ${name}, or lie on their sides.`;

function sentence(pages: readonly number[], say: (pages: string) => string): string[] {
  if (pages.length === 0) return [];
  return [say(pages.length === 1 ? `page ${pages[0]}` : `pages ${rangesOf(pages)}`)];
}

/** "1–3, 7" for 1, 2, 3, 7. */
export function rangesOf(pages: readonly number[]): string {
  const ranges: [first: number, last: number][] = [];
  for (const page of pages) {
    const range = ranges.at(-1);
    if (range && range[1] === page - 1) range[1] = page;
    else ranges.push([page, page]);
  }
  return ranges.map(([first, last]) => (first === last ? first : `${first}–${last}`)).join(", ");
}
