import { numbered } from "../blocks/make.ts";
import { Tally } from "../blocks/warnings.ts";
import { type Extracted, type ExtractedBlock, textOfBlock } from "../extracted.ts";
import type { Source } from "../source.ts";
import type { XmlElement, XmlNode } from "../xml/tree.ts";
import { childNamed, elementsOf, outermost, rawText } from "../xml/tree.ts";
import { htmlBlocks } from "./blocks.ts";
import { decodeHtml } from "./decode.ts";
import { htmlMetadata, htmlTitle } from "./metadata.ts";
import { parseHtml } from "./parse.ts";

const sentences: Record<string, [string, string]> = {
  deletions: [
    "1 stretch of text that is marked as deleted was left out.",
    "# stretches of text that are marked as deleted were left out.",
  ],
};

const notes: Record<string, [string, string]> = {
  scripts: ["1 script or handler was not run.", "# scripts and handlers were not run."],
  frames: [
    "1 frame or embedded object was left out; nothing was fetched.",
    "# frames and embedded objects were left out; nothing was fetched.",
  ],
  pictures: ["1 picture was left out.", "# pictures were left out."],
  controls: ["1 button or field was left out.", "# buttons and fields were left out."],
  hidden: ["1 hidden element was left out.", "# hidden elements were left out."],
  arrangements: [
    "1 table that only arranges the page was read cell by cell.",
    "# tables that only arrange the page were read cell by cell.",
  ],
};

/**
 * The visible text of a web page; what stands around its main part is left out.
 * @throws AppError "bad-file" where it is larger or deeper than any page.
 */
export function readHtml(source: Source): Extracted {
  const { text, encoding, guessed } = decodeHtml(source);
  const document = parseHtml(source, text);
  const tally = new Tally();
  tally.add("scripts", scriptsIn(document));
  const blocks = withTitle(contentBlocks(document, tally));
  const titleBlock = blocks.find(({ kind }) => kind === "title");
  const guess = `The file names no encoding; it was read as ${encoding}.`;
  return {
    kind: "html",
    title: (titleBlock && textOfBlock(titleBlock)) ?? htmlTitle(document),
    blocks: numbered(blocks),
    metadata: htmlMetadata(document),
    warnings: [...(guessed ? [guess] : []), ...tally.sentences(sentences)],
    notes: tally.sentences(notes),
  };
}

function scriptsIn(element: XmlElement): number {
  const handlers = [...element.attributes.keys()].filter((name) => /^on./.test(name)).length;
  const below = elementsOf(element).reduce((sum, child) => sum + scriptsIn(child), 0);
  return handlers + below + (element.name === "script" ? 1 : 0);
}

/** A main part with less of the page's text than this is a teaser. */
const leastShare = 0.25;

/** The main part of a page as its text, everything else as left out. */
function contentBlocks(document: XmlElement, tally: Tally): ExtractedBlock[] {
  const body = childNamed(childNamed(document, "html"), "body") ?? document;
  const main = mainPart(body);
  if (main === null) return htmlBlocks(body.children, tally);
  const { before, after } = around(body, main);
  return [
    ...leftOut(htmlBlocks(before, tally)),
    ...htmlBlocks([main], tally),
    ...leftOut(htmlBlocks(after, tally)),
  ];
}

function mainPart(body: XmlElement): XmlElement | null {
  const mains = outermost(body, "main");
  const [only, second] = mains.length > 0 ? mains : outermost(body, "article");
  if (only === undefined || second !== undefined) return null;
  return rawText(only).length > leastShare * rawText(body).length ? only : null;
}

/** The page without its main part: what stands before it, and what stands after. */
function around(element: XmlElement, main: XmlElement): { before: XmlNode[]; after: XmlNode[] } {
  const at = element.children.findIndex(
    (child) => child === main || (typeof child !== "string" && holds(child, main)),
  );
  const child = element.children[at];
  const before = element.children.slice(0, at);
  const after = element.children.slice(at + 1);
  if (child === undefined || typeof child === "string" || child === main) return { before, after };
  const inner = around(child, main);
  return {
    before: [...before, { ...child, children: inner.before }],
    after: [{ ...child, children: inner.after }, ...after],
  };
}

function holds(element: XmlElement, wanted: XmlElement): boolean {
  return element.children.some(
    (child) => child === wanted || (typeof child !== "string" && holds(child, wanted)),
  );
}

function leftOut(blocks: readonly ExtractedBlock[]): ExtractedBlock[] {
  return blocks.map((one) => ({ ...one, kind: "left-out", level: null }));
}

/** The only heading of the first level is the title. */
function withTitle(blocks: readonly ExtractedBlock[]): ExtractedBlock[] {
  const first = blocks.filter(({ kind, level }) => kind === "heading" && level === 1);
  return blocks.map((one) =>
    first.length === 1 && one === first[0]
      ? { ...one, kind: "title", level: null, section: "title" }
      : one,
  );
}
