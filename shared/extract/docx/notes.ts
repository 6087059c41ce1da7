import { append } from "../blocks/append.ts";
import { block } from "../blocks/make.ts";
import type { ExtractedBlock } from "../extracted.ts";
import { plainPiece } from "../extracted.ts";
import { childrenNamed, outermost, rawText, type XmlElement } from "../xml/tree.ts";
import { blocksIn } from "./body.ts";
import type { DocxContext, Note } from "./context.ts";
import type { DocxPackage } from "./package.ts";

/** The notes that the text has marks for, in their order; each begins with its mark. */
export function noteBlocks(context: DocxContext, file: DocxPackage): ExtractedBlock[] {
  const written = {
    footnote: notesById(file, "footnotes", "w:footnote"),
    endnote: notesById(file, "endnotes", "w:endnote"),
  };
  // A note may hold a mark of another one, so the list may grow on the way; but each is read once.
  const blocks: ExtractedBlock[] = [];
  for (const note of context.notes.list) {
    const element = written[note.kind].get(note.id);
    written[note.kind].delete(note.id);
    if (element === undefined) context.tally.add("missing notes");
    else append(blocks, blocksOfNote(context, element, note));
  }
  return blocks;
}

function blocksOfNote(context: DocxContext, element: XmlElement, { mark }: Note): ExtractedBlock[] {
  return blocksIn(context, element)
    .filter(({ pieces }) => pieces.length > 0)
    .map(({ pieces }, index) =>
      block("footnote", index === 0 && mark !== "" ? [plainPiece(`${mark} `), ...pieces] : pieces),
    );
}

function notesById(file: DocxPackage, kind: string, name: string): Map<string, XmlElement> {
  const parts = file.related(file.main, kind).flatMap((part) => file.part(part) ?? []);
  return byId(parts, name);
}

function byId(parts: readonly XmlElement[], name: string): Map<string, XmlElement> {
  const elements = parts.flatMap((part) => childrenNamed(part, name));
  return new Map(elements.map((one) => [one.attributes.get("w:id") ?? "", one]));
}

/** Every comment's text by its id. */
export function readComments(file: DocxPackage): Map<string, string> {
  const parts = file.related(file.main, "comments").flatMap((part) => file.part(part) ?? []);
  const texts = [...byId(parts, "w:comment")].map(([id, comment]): [string, string] => [
    id,
    outermost(comment, "w:p").map(paragraphText).join(" ").trim(),
  ]);
  return new Map(texts);
}

function paragraphText(paragraph: XmlElement): string {
  return outermost(paragraph, "w:t").map(rawText).join("");
}
