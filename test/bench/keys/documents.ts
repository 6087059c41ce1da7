import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readAllSamples } from "../../../build/sample/read.ts";
import { readBrat } from "../../../shared/formats/brat/read.ts";
import type { Span } from "../../../shared/model/annotation.ts";
import type { AnnotatedDocument } from "../../../shared/model/document.ts";
import { findSections } from "../../../shared/text/sections.ts";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const corpus = at("../../../../shared/data/brat/maccrobat2020");
const mostReports = 10;

/** Reports with the one layer that is to be entered. */
export interface Corpus {
  name: string;
  documents: AnnotatedDocument[];
}

/** The sample reports, and the first ten of MACCROBAT where they are beside the repository. */
export function readCorpora(): Corpus[] {
  const samples = readAllSamples(at("../../../build/sample/reports")).map((document) => ({
    ...document,
    layers: document.layers.slice(0, 1),
  }));
  return [{ name: "sample", documents: samples }, ...readMaccrobat()];
}

function readMaccrobat(): Corpus[] {
  if (!existsSync(corpus)) {
    console.log("MACCROBAT is left out: ../shared/data/brat/maccrobat2020 is not there.");
    return [];
  }
  const names = readdirSync(corpus).filter((name) => name.endsWith(".ann"));
  return [{ name: "maccrobat", documents: names.sort().slice(0, mostReports).map(readPair) }];
}

function readPair(file: string): AnnotatedDocument {
  const read = (name: string) => readFileSync(join(corpus, name), "utf8");
  const { text, layer } = readBrat({
    text: read(file.replace(/ann$/, "txt")),
    annotations: read(file),
    annotator: "gold",
    file,
  });
  const name = file.replace(/\.ann$/, "");
  const facts = { name, title: name, case: name, metadata: {} };
  return { ...facts, text, sections: findSections(text), layers: [layer] };
}

/** The spans as a person comes to them: from left to right, the longer ones first. */
export function inReadingOrder(spans: readonly Span[]): Span[] {
  const start = ({ ranges }: Span) => Math.min(...ranges.map((range) => range.start));
  const end = ({ ranges }: Span) => Math.max(...ranges.map((range) => range.end));
  return spans.toSorted((a, b) => start(a) - start(b) || end(b) - end(a));
}
