import type { Entity, Span, TextRange } from "../model/annotation.ts";
import type { Attributes } from "../model/attributes.ts";
import type { AnnotatedDocument, DocumentLayer } from "../model/document.ts";
import type { Section } from "../model/report.ts";
import { onWholeCharacters } from "../reading/ranges.ts";
import { literal } from "../text/literal.ts";
import { quoteOf } from "../text/offsets.ts";
import type { IdentifierKind } from "./candidate.ts";
import { chanceOf } from "./chance.ts";
import { dateHabitsOf } from "./date-habits.ts";
import { isOfCandidates } from "./layer.ts";
import { otherWords } from "./other-words.ts";
import { type Replaced, replaceStretches } from "./replace.ts";
import { type Surrogates, surrogatesOf } from "./surrogates.ts";

/** A stretch that a person has said is an identifier. */
export interface Identifier {
  kind: IdentifierKind;
  range: TextRange;
}

/** Metadata that tell nothing of whose report it is; all others are left out. */
const keptMetadata = new Set(["language", "lang"]);

/**
 * The report with surrogates in place of identifiers, and everything that is marked in it carried over to the
 * new text. Titles, notes, names and values of annotations are gone through by the rules. The report and its
 * case have names made of the seed; metadata but the language, and how files ordered their lines, are left out.
 * Annotators keep their names. The candidates' own layer is not in it.
 */
export function deidentifyDocument(
  document: AnnotatedDocument,
  identifiers: readonly Identifier[],
  seed: string,
): AnnotatedDocument {
  const surrogates = surrogatesOf(seed, document.case, dateHabitsOf(document.text));
  const apart = unitedIdentifiers(identifiers);
  const replaced = replaceStretches(
    document.text,
    apart.map(({ kind, range }) => ({
      range,
      text: surrogateAt(document.text, range, kind, surrogates),
    })),
  );
  const known = apart.map(({ kind, range }) => ({ kind, quote: quoteOf(document.text, [range]) }));
  const carry: Carry = { before: document.text, replaced, words: otherWords(known, surrogates) };
  const chance = chanceOf(seed, "");
  // 48 bits, so that no two of 100,000 reports are likely to have the same.
  const half = (what: string, name: string, part: string) =>
    chance
      .below(2 ** 24, what, name, part)
      .toString(16)
      .padStart(6, "0");
  const named = (what: string, name: string) =>
    `${what}-${half(what, name, "first")}${half(what, name, "second")}`;
  const name = named("report", `${document.case}\n${document.name}`);
  const metadata = Object.entries(document.metadata).filter(([key]) => keptMetadata.has(key));
  return {
    name,
    title: says(document.text, document.title) ? carry.words(document.title) : name,
    case: named("case", document.case),
    text: replaced.text,
    sections: document.sections.map((section) => carrySection(section, carry)),
    metadata: Object.fromEntries(metadata),
    layers: document.layers
      .filter((layer) => !isOfCandidates(layer))
      .map((layer) => carryLayer(layer, carry)),
  };
}

/** Whether these words stand in the text, and not a part of some word, which might be one of a name. */
function says(text: string, words: string): boolean {
  if (words === "") return true;
  return new RegExp(`(?<![\\p{L}\\p{N}])${literal(words)}(?![\\p{L}\\p{N}])`, "u").test(text);
}

/** In order; those that overlap are one, of the kind of the first. */
function unitedIdentifiers(identifiers: readonly Identifier[]): Identifier[] {
  const all: Identifier[] = [];
  for (const { kind, range } of identifiers.toSorted((a, b) => a.range.start - b.range.start)) {
    const last = all.at(-1);
    if (range.start >= range.end) continue;
    if (!last || range.start >= last.range.end) all.push({ kind, range });
    else last.range = { start: last.range.start, end: Math.max(last.range.end, range.end) };
  }
  return all;
}

/** White space at the ends and line ends within stay as they are. */
function surrogateAt(
  text: string,
  { start, end }: TextRange,
  kind: IdentifierKind,
  surrogates: Surrogates,
): string {
  const words = text.slice(start, end);
  const made = words.trim() === "" ? "" : surrogates.of(kind, words);
  return made === "" ? words : made;
}

/** What carries a report's parts over. */
interface Carry {
  before: string;
  replaced: Replaced;
  /** Replaces identifiers in words beside the text. */
  words(words: string): string;
}

function carrySection(section: Section, { before, replaced, words }: Carry): Section {
  const { title, start, end } = section;
  const isHere = title !== "" && before.startsWith(title, start) && start + title.length <= end;
  const heading = isHere && replaced.map({ start, end: start + title.length });
  return {
    ...section,
    ...replaced.map(section),
    title: heading ? replaced.text.slice(heading.start, heading.end) : words(title),
  };
}

function carryLayer(layer: DocumentLayer, carry: Carry): DocumentLayer {
  const { replaced, words } = carry;
  const said = <Thing extends { note: string; attributes: Attributes }>(thing: Thing): Thing => ({
    ...thing,
    note: words(thing.note),
    attributes: carryValues(thing.attributes, carry),
  });
  return {
    ...layer,
    spans: layer.spans.map((span) => carrySpan(said(span), carry)),
    entities: layer.entities.map((entity) => carryEntity(entity, carry)),
    relations: layer.relations.map(said),
    events: layer.events.map(said),
    groups: layer.groups.map((group) => ({ ...group, note: words(group.note) })),
    labels: carryValues(layer.labels, carry),
    ...(layer.note !== undefined && { note: words(layer.note) }),
    ...(layer.reading && { reading: carryReading(layer.reading, replaced) }),
    source: null,
  };
}

function carrySpan(span: Span, { replaced }: Carry): Span {
  const ranges = apartAgain(span.ranges, span.ranges.map(replaced.map));
  const carried = { ...span, ranges, quote: quoteOf(replaced.text, ranges) };
  // It says what stood there before a correction.
  return span.flag ? { ...carried, flag: span.flag.replace(/“[^”]*”/g, "“…”") } : carried;
}

/** Two ranges of a span that have come to overlap, since both reach into one replaced stretch, are one. */
function apartAgain(before: readonly TextRange[], now: readonly TextRange[]): TextRange[] {
  const kept: { before: TextRange; now: TextRange }[] = [];
  for (const [at, range] of now.entries()) {
    const was = before[at] ?? range;
    const other = kept.find((one) => overlap(one.now, range) && !overlap(one.before, was));
    if (!other) kept.push({ before: was, now: range });
    else
      other.now = {
        start: Math.min(other.now.start, range.start),
        end: Math.max(other.now.end, range.end),
      };
  }
  return kept.map((one) => one.now);
}

const overlap = (a: TextRange, b: TextRange) => a.start < b.end && b.start < a.end;

function carryEntity(entity: Entity, carry: Carry): Entity {
  return {
    ...entity,
    name: carry.words(entity.name),
    fields: carryValues(entity.fields, carry),
    note: carry.words(entity.note),
  };
}

function carryValues(values: Attributes, { words }: Carry): Attributes {
  const carried = Object.entries(values).map(([name, value]) => {
    if (typeof value === "string") return [name, words(value)];
    return [name, Array.isArray(value) ? value.map(words) : value];
  });
  return Object.fromEntries(carried);
}

type Reading = NonNullable<DocumentLayer["reading"]>;

function carryReading(reading: Reading, { text, map }: Replaced): Reading {
  return {
    ...reading,
    read: onWholeCharacters(text, reading.read.map(map)),
    skipped: onWholeCharacters(text, reading.skipped.map(map)),
  };
}
