import type { TextRange } from "../model/annotation.ts";
import { factName, valuesOf } from "./fact.ts";
import { lex } from "./lex.ts";
import { type FactName, factNames } from "./query.ts";

/** What a query's word may become: what stands at the place is replaced by the text. */
export interface Completion {
  text: string;
  /** What to show beside it: the colour's owner, an example, a unit. */
  detail: string;
  place: TextRange;
}

/** The names that the project and its scheme know, by the fact that they complete. */
export type KnownNames = Readonly<Partial<Record<FactName, readonly string[]>>>;

/** The word that is being written at a place of a query: its fact, if it has one, and what of its value. */
export interface Written {
  fact: FactName | null;
  start: string;
  place: TextRange;
}

const mostOffered = 12;

/** What is being written where the caret is; null between words. */
export function writtenAt(query: string, caret: number): Written | null {
  const piece = lex(query).find(({ kind, start, end }) => {
    return kind === "word" && start < caret && caret <= end;
  });
  if (!piece) return null;
  const typed = query.slice(piece.start, caret);
  const colon = typed.indexOf(":");
  const fact = colon < 0 ? null : factName(typed.slice(0, colon));
  if (colon >= 0 && fact === null) return null;
  const from = piece.start + colon + 1;
  const start = query.slice(from, caret).replace(/["“”„]/g, "");
  return { fact, start, place: { start: from, end: piece.end } };
}

/** What the word at the caret may become, the likeliest first. */
export function completionsAt(query: string, caret: number, names: KnownNames): Completion[] {
  const written = writtenAt(query, caret);
  if (!written) return [];
  const { fact, start, place } = written;
  if (fact === null) return factsLike(start, place);
  const known = valuesOf(fact) ?? names[fact] ?? [];
  return bestFirst(known, start)
    .filter((name) => name !== start)
    .map((name) => ({ text: inQuotes(name), detail: "", place }));
}

const details: Record<FactName, string> = {
  label: "spans with a label",
  attr: "spans with an attribute, attr:size>2",
  field: "spans of entities with a field, field:result=positive",
  entity: "spans of an entity",
  kind: "spans of a kind of entity",
  note: "spans with a note",
  by: "whose spans; your own if left out",
  is: "marked, linked, unsure, flagged",
  section: "in a section",
  status: "new, open, done, locked",
  case: "reports of a case",
  title: "reports with a title",
  text: "reports that say it anywhere",
};

function factsLike(start: string, place: TextRange): Completion[] {
  const lower = start.toLowerCase();
  // A sign before it belongs to the query and stays.
  if (lower.length < 2) return [];
  return factNames
    .filter((name) => name.startsWith(lower))
    .map((name) => ({ text: `${name}:`, detail: details[name], place }));
}

/** What one can search by, with a few words on each, for a menu. */
export const searchableFacts: readonly { name: FactName; detail: string }[] = factNames.map(
  (name) => ({ name, detail: details[name] }),
);

function bestFirst(names: readonly string[], start: string): string[] {
  const wanted = start.toLowerCase();
  const begins = (name: string) => name.toLowerCase().startsWith(wanted);
  const holds = (name: string) => !begins(name) && name.toLowerCase().includes(wanted);
  return [...names.filter(begins), ...names.filter(holds)].slice(0, mostOffered);
}

/** A value as it has to be written: what has spaces or brackets in quotes. */
export function inQuotes(name: string): string {
  const [, before = "", value = name] = /^([^=]+=)(.*)$/.exec(name) ?? [];
  return /[\s()]/.test(value) ? `${before}"${value}"` : name;
}

/** The query with a completion in its place, and where the caret goes. */
export function completed(
  query: string,
  { text, place }: Completion,
): { query: string; caret: number } {
  const isWhole = !text.endsWith(":");
  const rest = query.slice(place.end);
  const gap = isWhole && !/^[\s)]/.test(rest) ? " " : "";
  const before = query.slice(0, place.start) + text + gap;
  return { query: before + rest, caret: before.length + (isWhole && gap === "" ? 1 : 0) };
}
