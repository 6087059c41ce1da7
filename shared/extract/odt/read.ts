import type { Metadata } from "../../model/report.ts";
import { block, numbered } from "../blocks/make.ts";
import { officeNotes, officeSentences } from "../blocks/office-sentences.ts";
import { Tally } from "../blocks/warnings.ts";
import { type Extracted, type ExtractedBlock, plainPiece, textOfBlock } from "../extracted.ts";
import { badFile, type Source } from "../source.ts";
import { descend, outermost, rawText, type XmlElement } from "../xml/tree.ts";
import { odtBlocks } from "./blocks.ts";
import { deletionsIn, type OdtContext } from "./inline.ts";
import { openOdt } from "./package.ts";
import { readOdtStyles } from "./styles.ts";

const sentences: Record<string, [string, string]> = {
  ...officeSentences,
  symbols: [
    "1 sign of a symbol font is not known and stands as it is.",
    "# signs of symbol fonts are not known and stand as they are.",
  ],
};

const notes: Record<string, [string, string]> = {
  ...officeNotes,
  pictures: [
    "1 picture or object has no text that can be read.",
    "# pictures or objects have no text that can be read.",
  ],
  arrangements: [
    "1 table that only arranges text was read cell by cell.",
    "# tables that only arrange text were read cell by cell.",
  ],
};

/**
 * The text of an OpenDocument text: tracked changes as accepted, notes at the end, headers and
 * footers left out. @throws AppError "bad-file" where it is none, has a password, or is damaged.
 */
export function readOdt(source: Source): Extracted {
  const { content, styles, meta, object } = openOdt(source);
  const body = descend(content, "office:body", "office:text");
  if (body === null)
    throw badFile(source, "is an OpenDocument file without a text; save it as a text (.odt).");
  const context: OdtContext = {
    styles: readOdtStyles(styles ? [content, styles] : [content]),
    deletions: deletionsIn(body),
    notes: [],
    counts: new Map(),
    tally: new Tally(),
    object,
  };
  const furniture = (name: string) => furnitureIn(context, styles ?? content, name);
  const text = odtBlocks(context, body);
  const blocks = numbered([
    ...furniture("style:header"),
    ...text,
    ...noteBlocks(context),
    ...furniture("style:footer"),
  ]);
  const title = blocks.find(({ kind }) => kind === "title");
  return {
    kind: "odt",
    title: (title && textOfBlock(title)) ?? metadataAt(meta, "dc:title") ?? null,
    blocks,
    metadata: metadataOf(meta, context.styles.language),
    warnings: context.tally.sentences(sentences),
    notes: context.tally.sentences(notes),
  };
}

/** A note may hold a mark of another one, so the list may grow on the way. */
function noteBlocks(context: OdtContext): ExtractedBlock[] {
  const blocks: ExtractedBlock[] = [];
  for (const { mark, body } of context.notes) {
    const parts = odtBlocks(context, body).filter(({ pieces }) => pieces.length > 0);
    for (const [index, { pieces }] of parts.entries())
      blocks.push(block("footnote", index === 0 ? [plainPiece(`${mark} `), ...pieces] : pieces));
  }
  return blocks;
}

function furnitureIn(context: OdtContext, styles: XmlElement, name: string): ExtractedBlock[] {
  const texts = new Map<string, ExtractedBlock>();
  for (const part of outermost(styles, name, `${name}-left`, `${name}-first`))
    for (const one of odtBlocks({ ...context, notes: [], tally: new Tally() }, part))
      texts.set(textOfBlock(one), { ...one, kind: "left-out", level: null });
  return [...texts.values()];
}

function metadataAt(meta: XmlElement | null, name: string): string | undefined {
  const [found] = meta ? outermost(meta, name) : [];
  return (found && rawText(found).trim()) || undefined;
}

function metadataOf(meta: XmlElement | null, language: string | null): Metadata {
  const known = {
    creator: metadataAt(meta, "meta:initial-creator") ?? metadataAt(meta, "dc:creator"),
    keywords: metadataAt(meta, "meta:keyword"),
    language: metadataAt(meta, "dc:language") ?? language,
  };
  return Object.fromEntries(
    Object.entries(known).flatMap(([key, value]) => (value ? [[key, value]] : [])),
  );
}
