import type { Metadata } from "../../model/report.ts";
import { numbered } from "../blocks/make.ts";
import { textOfPieces } from "../blocks/pieces.ts";
import { Tally } from "../blocks/warnings.ts";
import { type Extracted, type ExtractedBlock, textOfBlock } from "../extracted.ts";
import { badFile, type Source } from "../source.ts";
import { childNamed, countBelow, descend, rawText, type XmlElement } from "../xml/tree.ts";
import { blocksIn } from "./body.ts";
import { type DocxContext, noNotes } from "./context.ts";
import { noteMarks } from "./note-marks.ts";
import { noteBlocks, readComments } from "./notes.ts";
import { readNumbering } from "./numbering.ts";
import { type DocxPackage, openDocx } from "./package.ts";
import { readStyles } from "./styles.ts";
import { docxNotes, docxSentences } from "./warnings.ts";

/**
 * The text of a Word file: tracked changes as accepted, notes at the end, headers and footers left
 * out. @throws AppError "bad-file" where it is no Word file, has a password, or is damaged.
 */
export function readDocx(source: Source): Extracted {
  const file = openDocx(source);
  const main = file.part(file.main);
  const body = childNamed(main, "w:body");
  if (body === null)
    throw badFile(source, "is no Word text: its main part has no body; save it as .docx in Word.");
  const context = contextOf(file, body);
  context.tally.add("embedded", countBelow(body, "w:altChunk", "w:subDoc"));
  const text = blocksIn(context, body);
  const blocks = numbered([
    ...furniture(context, file, "header"),
    ...text,
    ...noteBlocks(context, file),
    ...furniture(context, file, "footer"),
  ]);
  return {
    kind: "docx",
    title: titleOf(blocks, file),
    blocks,
    metadata: metadataOf(file),
    warnings: context.tally.sentences(docxSentences),
    notes: context.tally.sentences(docxNotes),
  };
}

function contextOf(file: DocxPackage, body: XmlElement): DocxContext {
  const part = (kind: string) => {
    const [name] = file.related(file.main, kind);
    return name === undefined ? null : file.part(name);
  };
  return {
    styles: readStyles(part("styles")),
    numbering: readNumbering(part("numbering")),
    comments: readComments(file),
    notes: noNotes(noteMarks(part("settings"), body)),
    fields: [],
    tally: new Tally(),
  };
}

/** Headers or footers, each text once, left out of the report's text. */
function furniture(context: DocxContext, file: DocxPackage, kind: string): ExtractedBlock[] {
  const seen = new Set<string>();
  const blocks = file.related(file.main, kind).flatMap((name) => {
    const part = file.part(name);
    return part
      ? blocksIn(
          { ...context, notes: noNotes(context.notes.mark), fields: [], tally: new Tally() },
          part,
        )
      : [];
  });
  return blocks.flatMap((one) => {
    const text = textOfPieces(one.pieces);
    if (seen.has(text) || text === "") return [];
    seen.add(text);
    return [{ ...one, kind: "left-out" as const, level: null }];
  });
}

function titleOf(blocks: readonly ExtractedBlock[], file: DocxPackage): string | null {
  const block = blocks.find(({ kind }) => kind === "title");
  return (block && textOfBlock(block)) ?? metadataAt(file, "dc:title") ?? null;
}

function metadataAt(file: DocxPackage, name: string): string | undefined {
  const [part] = file.related("", "core-properties");
  const found = part === undefined ? null : childNamed(file.part(part), name);
  return (found && rawText(found).trim()) || undefined;
}

function metadataOf(file: DocxPackage): Metadata {
  const known = {
    creator: metadataAt(file, "dc:creator"),
    keywords: metadataAt(file, "cp:keywords"),
    language: metadataAt(file, "dc:language") ?? languageOf(file),
  };
  return Object.fromEntries(
    Object.entries(known).flatMap(([key, value]) => (value ? [[key, value]] : [])),
  );
}

function languageOf(file: DocxPackage): string | undefined {
  const [name] = file.related(file.main, "styles");
  const styles = name === undefined ? null : file.part(name);
  const language = descend(styles, "w:docDefaults", "w:rPrDefault", "w:rPr", "w:lang");
  return language?.attributes.get("w:val");
}
