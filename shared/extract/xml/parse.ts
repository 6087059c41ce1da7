import { parseFragment } from "parse5";
import { SaxesParser } from "saxes";
import { badFile, checkTime, type Source } from "../source.ts";
import { decodeXml } from "./decode.ts";
import { type Attribute, createNamer, type Prefixes } from "./namespaces.ts";
import type { XmlElement, XmlNode } from "./tree.ts";

/** What is not read on into: deeper or larger files are no documents. */
const limits = { depth: 400, elements: 4_000_000, characters: 150_000_000 };

export interface ParsedXml {
  root: XmlElement;
  /** How many entities the file declares for itself; none of them is ever expanded. */
  ownEntities: number;
}

/**
 * Reads XML into a tree. Nothing outside of the file is fetched, no entity of its own is expanded:
 * `&name;` stays as written, but for the characters that HTML has names for.
 * @throws AppError "bad-file" where it is not well-formed, too deep or too large.
 */
export function parseXml(source: Source, bytes: Uint8Array, prefixes: Prefixes = {}): ParsedXml {
  const text = decodeXml(source, bytes);
  if (text.length > limits.characters) throw tooLarge(source);
  const parser = new SaxesParser({ xmlns: false, position: true });
  parser.ENTITIES = characterEntities(text);
  let doctype = "";
  parser.on("doctype", (declaration) => {
    doctype = declaration;
  });
  parser.on("error", (error) => {
    throw notWellFormed(source, error);
  });
  if (/<\?[^\s?:]*:/.test(text)) refuseColons(source, parser);
  const root = growTree(source, parser, prefixes);
  feed(source, parser, text);
  if (root.element === null) throw notWellFormed(source, new Error("no element"));
  return { root: root.element, ownEntities: doctype.split("<!ENTITY").length - 1 };
}

/**
 * The outermost element of a file whose offsets count its text, which therefore has to be known to the letter.
 * @throws AppError "bad-file" as parseXml does, and for entities of its own, of which none is ever expanded.
 */
export function exactXml(source: Source, prefixes: Prefixes = {}): XmlElement {
  const { root, ownEntities } = parseXml(source, source.bytes, prefixes);
  if (ownEntities === 0) return root;
  throw badFile(
    source,
    "declares entities of its own, which are never expanded; write their text in their place and import it again.",
  );
}

type Parser = SaxesParser<{ xmlns: false; position: true }>;

const chunk = 1 << 18;

/** In chunks, so that the time is looked at; not through a surrogate pair, which saxes minds itself. */
function feed(source: Source, parser: Parser, text: string): void {
  for (let at = 0; at < text.length; at += chunk) {
    checkTime(source);
    parser.write(text.slice(at, at + chunk));
  }
  parser.close();
}

/** Namespaces leave no colon to the names of processing instructions. */
function refuseColons(source: Source, parser: Parser): void {
  parser.on("processinginstruction", ({ target }) => {
    if (!target.includes(":")) return;
    const problem = "disallowed character in processing instruction name.";
    throw notWellFormed(source, parser.makeError(problem));
  });
}

function growTree(source: Source, parser: Parser, prefixes: Prefixes) {
  const root: { element: XmlElement | null } = { element: null };
  const open: XmlElement[] = [];
  let elements = 0;
  // In their order; the tag's own record of them is slow to go through.
  let given: Attribute[] = [];
  const fail = (problem: string): never => {
    throw notWellFormed(source, parser.makeError(problem));
  };
  const namer = createNamer(prefixes, fail, () => parser.xmlDecl.version === "1.1");
  const addText = (text: string) => addChild(open.at(-1), text);
  // Seven handlers in all: an eighth makes a dictionary of the parser in V8, and all takes twice as long.
  parser.on("attribute", (attribute) => given.push(attribute));
  parser.on("opentag", ({ name }) => {
    const element = { ...namer.open(name, given), children: nothing };
    if (given.length > 0) given = [];
    elements += 1;
    if (open.length >= limits.depth || elements > limits.elements) throw tooLarge(source);
    addChild(open.at(-1), element);
    root.element ??= element;
    open.push(element);
  });
  parser.on("closetag", () => {
    namer.close();
    open.pop();
  });
  parser.on("text", addText);
  parser.on("cdata", addText);
  return root;
}

const nothing: XmlNode[] = [];

/** Most elements hold one text alone; a list made with it takes a fraction of the room of one that grows. */
function addChild(element: XmlElement | undefined, child: XmlNode): void {
  if (element === undefined) return;
  if (element.children === nothing) element.children = [child];
  else element.children.push(child);
}

/** HTML has about as many names of characters. */
const mostNames = 2300;

/** Every entity that the text uses: as HTML's character of that name, or else as it is written. */
function characterEntities(text: string): Record<string, string> {
  const entities: Record<string, string> = Object.create(null);
  let known = 0;
  for (const [written, name = ""] of text.matchAll(/&([^\s&;#<]{1,64});/g))
    if (entities[name] === undefined) {
      known += 1;
      entities[name] = known > mostNames ? written : characterOf(written);
    }
  return entities;
}

function characterOf(written: string): string {
  const [node] = parseFragment(written).childNodes;
  const read = node && "value" in node ? node.value : written;
  // HTML reads "&notit;" as "&not" and "it;", which XML does not.
  return read.endsWith(";") && written !== "&semi;" ? written : read;
}

function tooLarge(source: Source) {
  return badFile(
    source,
    "is larger or deeper than any document; import the text from a smaller file.",
  );
}

function notWellFormed(source: Source, error: Error) {
  return badFile(
    source,
    `is damaged: its XML is not well-formed (${error.message}); get the file anew, or open it in its own program and save it again.`,
    error,
  );
}
