import { append } from "../blocks/append.ts";
import type { Numbering } from "../blocks/numbering.ts";
import { piecesOfRun } from "../blocks/run.ts";
import type { KindAndLevel } from "../blocks/style-names.ts";
import { symbolCharacter } from "../blocks/symbols.ts";
import type { Tally } from "../blocks/warnings.ts";
import { type ExtractedBlock, repairedPiece } from "../extracted.ts";
import type { Source } from "../source.ts";
import { encodingOfCodePage } from "./charsets.ts";
import type { Destination } from "./destinations.ts";
import type { Flow } from "./flow.ts";
import type { ListTables } from "./lists.ts";

/** What holds within a pair of braces. */
export interface Group {
  destination: Destination;
  flow: Flow;
  font: number;
  /** How many characters after `\u` stand for it in older programs. */
  fallback: number;
  hidden: boolean;
  /** Set above the line, as exponents are. */
  raised: boolean;
  deleted: boolean;
  inTable: boolean;
  /** The paragraph's list by its number, 0 for none, and its level there from 0. */
  list: number;
  listLevel: number;
  style: number;
  /** From 0; null for text. */
  outline: number | null;
  /** Whether the note that the group is comes at the document's end. */
  isEndnote: boolean;
  /** Whether `\*` stood right before. */
  starred: boolean;
  /** What happens to the group's own flow when it ends. */
  onEnd: ((blocks: ExtractedBlock[]) => void) | null;
}

interface Font {
  name: string;
  codePage: number | null;
}

/** A file while it is read. */
export interface Reading {
  source: Source;
  /** The open groups, the innermost last. */
  groups: Group[];
  group: Group;
  fonts: Map<number, Font>;
  styles: { names: Map<number, string>; basedOn: Map<number, number> };
  lists: ListTables;
  /** Made of the tables when the first paragraph needs it. */
  numbering: Numbering | null;
  /** The document's code page. */
  codePage: number;
  /** Bytes not yet decoded, all of one font. */
  pending: number[];
  /** How many characters are still to be passed over after `\u`. */
  toSkip: number;
  notes: ExtractedBlock[];
  noteCounts: { footnotes: number; endnotes: number };
  /** What is left out around the text, each text once. */
  headers: Map<string, ExtractedBlock>;
  footers: Map<string, ExtractedBlock>;
  /** Title, author, keywords, and a comment's text while it is read. */
  words: Map<Destination, string>;
  kindOf(group: Group): KindAndLevel;
  tally: Tally;
}

/** Decodes the bytes that wait, and adds their text. */
export function flush(reading: Reading): void {
  if (reading.pending.length === 0) return;
  const bytes = Uint8Array.from(reading.pending);
  reading.pending = [];
  const font = reading.fonts.get(reading.group.font);
  addText(reading, decodeAs(reading, bytes, font));
}

function decodeAs(reading: Reading, bytes: Uint8Array, font: Font | undefined): string {
  if (font && symbolCharacter(font.name, 0x20) !== null)
    return Array.from(bytes, (byte) => symbolOf(reading, font.name, byte)).join("");
  const encoding = encodingOfCodePage(font?.codePage ?? reading.codePage);
  if (encoding === null && bytes.some((byte) => byte > 0x7f)) reading.tally.add("code pages");
  return reading.source.decode(bytes, encoding ?? "windows-1252") ?? "";
}

function symbolOf({ tally }: Reading, font: string, code: number): string {
  const shown = symbolCharacter(font, code);
  if (shown === null) tally.add("symbols");
  return shown ?? "\uFFFD";
}

/** A character by its number; those of private use are signs of the font. */
export function addCharacter(reading: Reading, value: number): void {
  const code = value < 0 ? value + 65536 : value;
  if (code > 0xffff) return;
  const font = reading.fonts.get(reading.group.font)?.name ?? "";
  const isSign = code >= 0xf020 && code <= 0xf0ff;
  const isMark = reading.group.destination === "mark" || reading.group.destination === "level";
  if (isSign && isMark) addText(reading, symbolCharacter(font, code) ?? "•");
  else addText(reading, isSign ? symbolOf(reading, font, code) : String.fromCharCode(code));
}

/** Adds text to wherever the group's text goes. */
export function addText(reading: Reading, text: string): void {
  const { group, tally, words } = reading;
  const { destination, flow } = group;
  if (destination === "mark") flow.mark += text;
  else if (destination === "level") addToLevel(reading, text);
  else if (destination === "fonts") addFontName(reading, text);
  else if (destination === "styles") addStyleName(reading, text);
  else if (destination !== "text" && destination !== "skip" && destination !== "frame")
    words.set(destination, (words.get(destination) ?? "") + text);
  else if (destination !== "text") return;
  else if (group.deleted) flow.pieces.push(repairedPiece("tracked-change", text, ""));
  else if (group.hidden) {
    tally.add("hidden");
    flow.pieces.push(repairedPiece("hidden", text, ""));
  } else {
    const pieces = piecesOfRun(flow.pieces, text, group.raised, tally);
    append(flow.pieces, pieces);
  }
}

function addToLevel({ lists }: Reading, text: string): void {
  const level = lists.open.at(-1);
  if (level) level.text += text;
}

function addFontName({ fonts, group }: Reading, text: string): void {
  const font = fonts.get(group.font);
  if (font && !font.name.endsWith(";")) font.name = (font.name + text).replace(/;.*$/, "").trim();
}

function addStyleName({ styles, group }: Reading, text: string): void {
  const known = styles.names.get(group.style) ?? "";
  styles.names.set(group.style, (known + text).replace(/;.*$/, "").trim().toLowerCase());
}
