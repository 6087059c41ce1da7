import { isTag } from "./tags.ts";

/** A word of a file, with its tag as written. */
export interface TaggedWord {
  word: string;
  tag: string;
  /** Its line's number in the file, from 1. */
  line: number;
  /** Where it stands in the text, in code points, by the file's own columns; null without such columns. */
  start: number | null;
  end: number | null;
}

/** A document of the file; sentences without words are not there. */
export interface TaggedDocument {
  /** As a -DOCSTART- line in brackets or a comment names it; null where nothing does. */
  name: string | null;
  sentences: TaggedWord[][];
}

/** What lines hold, and where. */
interface Layout {
  /** Words of files with tabs may hold spaces. */
  hasTabs: boolean;
  word: number;
  /** -1 is the last column. */
  tag: number;
  /** The first of two columns with offsets; null where there are none. */
  offsets: number | null;
}

export interface TaggedLines {
  documents: TaggedDocument[];
  /** The numbers of lines with a word but no tag. */
  untagged: number[];
  /** The numbers of lines with a tag but no word. */
  wordless: number[];
  /** The numbers of lines with "#" that name no document. */
  comments: number[];
  hasOffsets: boolean;
}

/**
 * The words of a file in columns, by documents and sentences. A blank line ends a sentence, a line with
 * -DOCSTART- or a comment such as "# doc_id = 12" or "###MEDLINE:95369245" begins a document.
 */
export function taggedLines(text: string): TaggedLines {
  const lines = text.split(/\r\n|\r|\n/);
  const layout = layoutOf(lines);
  const read: TaggedLines = {
    documents: [],
    untagged: [],
    wordless: [],
    comments: [],
    hasOffsets: layout.offsets !== null,
  };
  const growing = growingDocuments(read.documents);
  for (const [at, line] of lines.entries()) {
    const start = documentStart(line, layout.hasTabs);
    if (start !== null) growing.begin(start);
    else if (isComment(line, layout.hasTabs)) read.comments.push(at + 1);
    else if (line.trim() === "") growing.endSentence();
    else addWord(read, growing, columnsOf(line, layout.hasTabs), at + 1, layout);
  }
  return read;
}

/** Documents that grow word by word. */
function growingDocuments(documents: TaggedDocument[]) {
  let isNewSentence = true;
  return {
    begin({ name, always }: DocumentStart) {
      const last = documents.at(-1);
      isNewSentence = true;
      // A comment names the document whose -DOCSTART- line stands right before it.
      if (last && !always && last.sentences.length === 0 && last.name === null) last.name = name;
      else if (always || last?.name !== name) documents.push({ name, sentences: [] });
    },
    endSentence() {
      isNewSentence = true;
    },
    add(word: TaggedWord) {
      if (documents.length === 0) documents.push({ name: null, sentences: [] });
      const sentences = documents.at(-1)?.sentences ?? [];
      if (isNewSentence) sentences.push([word]);
      else sentences.at(-1)?.push(word);
      isNewSentence = false;
    },
  };
}

function addWord(
  read: TaggedLines,
  growing: ReturnType<typeof growingDocuments>,
  columns: readonly string[],
  line: number,
  { word: wordColumn, tag: tagColumn, offsets }: Layout,
): void {
  const word = (columns.length === 1 ? columns[0] : columns[wordColumn])?.trim() ?? "";
  const tag = columns.length === 1 ? "" : (columns.at(tagColumn)?.trim() ?? "");
  if (word === "") return void read.wordless.push(line);
  if (tag === "") read.untagged.push(line);
  growing.add({
    word,
    tag: tag || "O",
    line,
    start: offsets === null ? null : Number(columns[offsets]),
    end: offsets === null ? null : Number(columns[offsets + 1]),
  });
}

interface DocumentStart {
  name: string | null;
  /** Whether a document begins even where the name is that of the one before. */
  always: boolean;
}

const docStart = /^-DOCSTART-(?:\s+\((.*)\))?/;
const nameComment = /^#+\s*(?:doc[ _]?id|newdoc id|document)\s*[=:]\s*(\S.*)$|^###\s*(\S+)$/i;

function documentStart(line: string, hasTabs: boolean): DocumentStart | null {
  // Most lines begin with a word, and are not looked at any longer.
  if (!line.startsWith("-D") && !line.startsWith("#")) return null;
  const [marked, inBrackets] = docStart.exec(line) ?? [];
  if (marked !== undefined) return { name: inBrackets?.trim() || null, always: true };
  const [comment, id, bare] = nameComment.exec(line) ?? [];
  if (comment === undefined || (hasTabs && line.includes("\t"))) return null;
  return { name: (id ?? bare ?? "").trim(), always: false };
}

/** A "#" that is a word has a tag behind it. */
function isComment(line: string, hasTabs: boolean): boolean {
  if (!line.startsWith("#")) return false;
  return hasTabs ? !line.includes("\t") : !isTag(columnsOf(line, false).at(-1) ?? "");
}

function columnsOf(line: string, hasTabs: boolean): string[] {
  if (!hasTabs) return line.trim().split(/\s+/);
  return (line.endsWith("\t") ? line.replace(/\t+$/, "") : line).split("\t");
}

/** Enough lines to know a file by. */
const mostLines = 2000;

function layoutOf(lines: readonly string[]): Layout {
  const hasTabs = lines.some((line) => line.includes("\t"));
  const isData = (line: string) =>
    line.trim() !== "" && documentStart(line, hasTabs) === null && !isComment(line, hasTabs);
  const rows = lines
    .slice(0, mostLines)
    .filter(isData)
    .map((line) => columnsOf(line, hasTabs))
    .filter((columns) => columns.length > 1);
  // NERsuite has the tag first and the word behind the offsets.
  const isTagFirst = share(rows, -1) < 0.5 && share(rows, 0) > 0.9;
  const offsets = offsetColumn(rows);
  if (!isTagFirst) return { hasTabs, word: 0, tag: -1, offsets };
  return { hasTabs, word: offsets === 1 ? 3 : 1, tag: 0, offsets };
}

/** How much of a column looks like tags, from 0 to 1. */
function share(rows: readonly string[][], column: number): number {
  return rows.filter((columns) => isTag(columns.at(column) ?? "")).length / (rows.length || 1);
}

/** The first of two columns behind the first that hold numbers only. */
function offsetColumn(rows: readonly string[][]): number | null {
  const width = Math.min(...rows.map((columns) => columns.length));
  const isNumbers = (column: number) =>
    rows.every((columns) => /^\d{1,15}$/.test(columns[column] ?? ""));
  for (let column = 1; column + 2 < width + 1 && rows.length > 0; column += 1)
    if (isNumbers(column) && isNumbers(column + 1)) return column;
  return null;
}
