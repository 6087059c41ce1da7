import type { AnnotatedDocument } from "../../model/document.ts";
import { encodeTags, type TagScheme } from "./tags.ts";

/** A fitted document as lines of a word and its tag: "CD34" and "B-marker", with a tab between. */
export function writeConll({ name, text, layers }: AnnotatedDocument, scheme: TagScheme): string {
  const spans = (layers[0]?.spans ?? []).map(({ label, ranges }) => ({ label, ...ranges[0] }));
  const words = text === "" ? [] : text.split(/[ \n]/);
  const { atStart, atEnd } = wordsByOffset(words);
  const places = spans.map(({ label, start = 0, end = 0 }) => ({
    label,
    first: wordAt(atStart, start),
    last: wordAt(atEnd, end),
  }));
  const tags = encodeTags(words.length, places, scheme);
  let at = 0;
  const sentences = text === "" ? [] : text.split("\n");
  const blocks = sentences.map((sentence) => {
    const lines = sentence.split(" ").map((word, index) => `${word}\t${tags[at + index]}\n`);
    at += lines.length;
    return `${lines.join("")}\n`;
  });
  return `${docStart(name)}\n\n${blocks.join("")}`;
}

const documentMark = "-DOCSTART-";

/**
 * The line that begins a document, with its name in brackets as in AIDA's CoNLL: programs know the line by how
 * it begins, and those that do not see a word with the tag O.
 */
function docStart(name: string): string {
  return `${documentMark} (${name.replace(/\s+/g, " ")})\tO`;
}

function wordsByOffset(words: readonly string[]) {
  const atStart = new Map<number, number>();
  const atEnd = new Map<number, number>();
  let offset = 0;
  for (const [at, word] of words.entries()) {
    atStart.set(offset, at);
    atEnd.set(offset + word.length, at);
    offset += word.length + 1;
  }
  return { atStart, atEnd };
}

function wordAt(words: ReadonlyMap<number, number>, offset: number): number {
  const at = words.get(offset);
  if (at === undefined) throw new RangeError(`no word begins or ends at ${offset}`);
  return at;
}
