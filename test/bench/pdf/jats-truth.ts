import { SaxesParser } from "saxes";

/** What the publisher's XML says an article holds; the truth that a PDF's text is measured against. */
export interface Truth {
  /** Title, abstract, body with headings, captions, tables and their notes. */
  body: string;
  /** Title, abstract and body without what floats; its order is the order of reading. */
  running: string;
  /** Names, affiliations, references and the like: neither asked for nor wrong. */
  rest: string;
  /** Titles of the body's sections. */
  headings: string[];
}

/** Elements that stand in their line; all others end a word. */
const inline = new Set(
  "italic bold sup sub sc monospace underline styled-content named-content xref ext-link uri email".split(
    " ",
  ),
);
const floats = new Set(["fig", "fig-group", "table-wrap", "table-wrap-group", "boxed-text", "fn"]);
const unseen = new Set([
  "object-id",
  "alternatives-image",
  "tex-math",
  "alt-text",
  "processing-meta",
]);

/** Reads JATS into the parts that are measured. */
export function readTruth(xml: string): Truth {
  const truth = { body: "", running: "", rest: "", headings: [] as string[] };
  const path: string[] = [];
  const parser = new SaxesParser();
  parser.on("opentag", ({ name }) => {
    if (isHeading([...path, name])) truth.headings.push("");
    path.push(name);
    if (!inline.has(name)) breakWord(truth);
  });
  parser.on("closetag", ({ name }) => {
    path.pop();
    if (!inline.has(name)) breakWord(truth);
  });
  parser.on("text", (text) => take(truth, path, text));
  parser.on("cdata", (text) => take(truth, path, text));
  parser.write(xml.replace(/<!DOCTYPE[^>[]*(\[[^\]]*\])?>/, "")).close();
  return truth;
}

function breakWord(truth: Truth): void {
  truth.body += "\n";
  truth.running += "\n";
  truth.rest += "\n";
}

function take(truth: Truth, path: readonly string[], text: string): void {
  if (path.some((name) => unseen.has(name))) return;
  if (!isBody(path)) truth.rest += text;
  else {
    truth.body += text;
    if (!path.some((name) => floats.has(name))) truth.running += text;
  }
  if (isHeading(path.slice(0, path.lastIndexOf("title") + 1)))
    truth.headings[truth.headings.length - 1] += text;
}

function isBody(path: readonly string[]): boolean {
  if (path.includes("sub-article") || path.includes("response")) return false;
  if (path.includes("trans-abstract") || path.includes("title-group")) return isMainTitle(path);
  return path.includes("body") || path.includes("abstract") || path.includes("floats-group");
}

const isMainTitle = (path: readonly string[]): boolean =>
  path.includes("title-group") &&
  (path.includes("article-title") || path.includes("subtitle")) &&
  !path.includes("trans-title-group");

const isHeading = (path: readonly string[]): boolean =>
  path.includes("body") && path.at(-1) === "title" && path.at(-2) === "sec";
