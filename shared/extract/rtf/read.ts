import { numbered, wholeCharacters } from "../blocks/make.ts";
import { officeNotes, officeSentences } from "../blocks/office-sentences.ts";
import { kindByStyleNames } from "../blocks/style-names.ts";
import { Tally } from "../blocks/warnings.ts";
import { type Extracted, textOfBlock } from "../extracted.ts";
import { badFile, checkTime, type Source } from "../source.ts";
import { type Destination, destinationOf } from "./destinations.ts";
import { endFlow, newFlow } from "./flow.ts";
import { noLists } from "./lists.ts";
import { addText, flush, type Group, type Reading } from "./reading.ts";
import { rtfTokens, type Token } from "./tokens.ts";
import { actions } from "./words.ts";

const deepest = 1000;

const sentences: Record<string, [string, string]> = {
  ...officeSentences,
  symbols: [
    "1 sign of a symbol font is not known and stands as “\uFFFD”.",
    "# signs of symbol fonts are not known and stand as “\uFFFD”.",
  ],
  "code pages": [
    "1 stretch of text is in a code page that is not known; it was read as windows-1252.",
    "# stretches of text are in a code page that is not known; they were read as windows-1252.",
  ],
  truncated: [
    "The file ends early: 1 of its groups is not closed, so its end may be missing.",
    "The file ends early: # of its groups are not closed, so its end may be missing.",
  ],
};

const notes: Record<string, [string, string]> = {
  ...officeNotes,
  pictures: ["1 picture was left out.", "# pictures were left out."],
};

/**
 * The text of an RTF file: tracked changes as accepted, notes at the end, headers and footers left
 * out. @throws AppError "bad-file" where it is no RTF or too deep.
 */
export function readRtf(source: Source): Extracted {
  if (String.fromCharCode(...source.bytes.subarray(0, 5)) !== "{\\rtf")
    throw badFile(source, "is no RTF file; open it in its own program and save it as .rtf.");
  const reading = newReading(source);
  const body = reading.group.flow;
  let count = 0;
  for (const token of rtfTokens(source.bytes)) {
    count += 1;
    if (count % 4096 === 0) checkTime(source);
    take(reading, token);
  }
  flush(reading);
  reading.tally.add("truncated", reading.groups.length - 1);
  while (reading.groups.length > 1) close(reading);
  const text = endFlow(body);
  const blocks = numbered([
    ...reading.headers.values(),
    ...text,
    ...reading.notes,
    ...reading.footers.values(),
  ]);
  const title = blocks.find(({ kind }) => kind === "title");
  return {
    kind: "rtf",
    title: (title && textOfBlock(title)) ?? wordsOf(reading, "title") ?? null,
    blocks,
    metadata: metadataOf(reading),
    warnings: reading.tally.sentences(sentences),
    notes: reading.tally.sentences(notes),
  };
}

function metadataOf(reading: Reading): Record<string, string> {
  const known = { creator: wordsOf(reading, "author"), keywords: wordsOf(reading, "keywords") };
  return Object.fromEntries(
    Object.entries(known).flatMap(([key, value]) => (value ? [[key, value]] : [])),
  );
}

function wordsOf({ words }: Reading, destination: Destination): string | undefined {
  return wholeCharacters(words.get(destination) ?? "").trim() || undefined;
}

function newReading(source: Source): Reading {
  const group: Group = {
    destination: "text",
    flow: newFlow(),
    font: -1,
    fallback: 1,
    hidden: false,
    raised: false,
    deleted: false,
    inTable: false,
    list: 0,
    listLevel: 0,
    style: 0,
    outline: null,
    isEndnote: false,
    starred: false,
    onEnd: null,
  };
  const styles: Reading["styles"] = { names: new Map(), basedOn: new Map() };
  return {
    source,
    groups: [group],
    group,
    fonts: new Map(),
    styles,
    lists: noLists(),
    numbering: null,
    codePage: 1252,
    pending: [],
    toSkip: 0,
    notes: [],
    noteCounts: { footnotes: 0, endnotes: 0 },
    headers: new Map(),
    footers: new Map(),
    words: new Map(),
    kindOf: ({ style, outline }) => {
      const byName = kindByStyleNames(namesOf(styles, style));
      if (byName !== null) return byName;
      const isHeading = outline !== null && outline >= 0 && outline < 9;
      return isHeading
        ? { kind: "heading", level: outline + 1 }
        : { kind: "paragraph", level: null };
    },
    tally: new Tally(),
  };
}

/** The names of a style and of those it is based on; styles that are based on each other end. */
function namesOf({ names, basedOn }: Reading["styles"], style: number): string[] {
  const chain = new Set<number>();
  for (let at: number | undefined = style; at !== undefined && !chain.has(at); at = basedOn.get(at))
    chain.add(at);
  return [...chain].map((one) => names.get(one) ?? "");
}

function take(reading: Reading, token: Token): void {
  if (token.kind === "bytes") takeBytes(reading, token.bytes);
  else {
    flush(reading);
    // Strictly, a control word would count as one of the characters; but who writes none means none.
    reading.toSkip = 0;
    if (token.kind === "open") open(reading);
    else if (token.kind === "close") close(reading);
    else if (token.kind === "sign") takeSign(reading, token.sign);
    else takeWord(reading, token.name, token.value);
  }
}

function takeBytes(reading: Reading, bytes: Uint8Array): void {
  const skipped = Math.min(reading.toSkip, bytes.length);
  reading.toSkip -= skipped;
  const { destination } = reading.group;
  if (destination === "skip" || destination === "frame") return;
  for (const byte of bytes.subarray(skipped)) reading.pending.push(byte);
}

function open(reading: Reading): void {
  if (reading.groups.length > deepest)
    throw badFile(reading.source, "is deeper than any document; save its text in a new file.");
  reading.group = { ...reading.group, starred: false, onEnd: null };
  reading.groups.push(reading.group);
}

function close(reading: Reading): void {
  const [group] = reading.groups.length > 1 ? reading.groups.splice(-1) : [];
  reading.group = reading.groups.at(-1) ?? reading.group;
  if (!group?.onEnd) return;
  group.onEnd(group.flow === reading.group.flow ? [] : endFlow(group.flow));
}

const signs: Readonly<Record<string, string>> = {
  "~": "\u00A0",
  "-": "\u00AD",
  _: "\u2011",
  "\\": "\\",
  "{": "{",
  "}": "}",
};

function takeSign(reading: Reading, sign: string): void {
  if (sign === "*") reading.group.starred = true;
  else if (sign === "\n" || sign === "\r") takeWord(reading, "par", null);
  else if (Object.hasOwn(signs, sign)) addText(reading, signs[sign] ?? "");
}

function takeWord(reading: Reading, name: string, value: number | null): void {
  const { group } = reading;
  const destination = destinationOf(name, group.starred);
  group.starred = false;
  const isInside = group.destination !== "skip";
  if (destination !== null && isInside) group.destination = destination;
  if (isInside && Object.hasOwn(actions, name)) actions[name]?.(reading, value);
}
