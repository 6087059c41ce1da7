import type { AnnotatedDocument } from "../../model/document.ts";
import { type Section, SectionKind } from "../../model/report.ts";
import { dropped } from "../fit/fitting.ts";
import type { LossBook } from "../losses.ts";
import type { Infons } from "./collection.ts";
import { textAt } from "./infons.ts";
import { isFilling } from "./pieces.ts";

/** What PubMed Central's BioC names sections, as far as it is not our own name in capitals. */
const sectionTypes: Partial<Record<SectionKind, string>> = {
  introduction: "INTRO",
  discussion: "DISCUSS",
  conclusion: "CONCL",
  caption: "FIG",
  references: "REF",
};

const readTypes: Readonly<Record<string, SectionKind>> = {
  front: "title",
  intro: "introduction",
  discuss: "discussion",
  concl: "conclusion",
  fig: "caption",
  ref: "references",
  ...Object.fromEntries(
    ["table", "suppl", "ack_fund", "auth_cont", "comp_int", "abbr", "appendix", "keyword"]
      .concat("review_info")
      .map((type) => [type, "other" as const]),
  ),
};

export const passageKeys = ["type", "section_type", "title"] as const;

/** The infons that say of a passage that it is this section. */
export function infonsOfSection({ kind, title }: Section): Infons {
  return { type: kind, section_type: sectionTypes[kind] ?? kind.toUpperCase(), title };
}

/** A passage as its infons and its place in our text. */
interface ReadPassage {
  infons: Infons;
  start: number;
  end: number;
}

/**
 * The sections that passages are or belong to: those of one section type, one behind the other, are one
 * section, which begins with its title. Passages that say of no section are in none.
 */
export function sectionsOf(passages: readonly ReadPassage[], text: string): Section[] {
  const sections: Section[] = [];
  let before: string | null = null;
  for (const { infons, start, end } of passages) {
    const sectionType = textAt(infons, "section_type");
    const kind = kindOf(infons);
    const last = sections.at(-1);
    const goesOn = sectionType !== null && sectionType === before && !isStart(infons);
    before = kind === null ? null : sectionType;
    if (goesOn && last !== undefined) last.end = end;
    else if (kind !== null)
      sections.push({ kind, title: titleOf(infons, kind, text.slice(start, end)), start, end });
  }
  return sections.filter(({ start, end }) => start < end);
}

function kindOf(infons: Infons): SectionKind | null {
  const [section, type] = [textAt(infons, "section_type"), textAt(infons, "type")];
  const kind = kindNamed(section) ?? kindNamed(type);
  return kind ?? (textAt(infons, "title") === null && section === null ? null : "other");
}

function kindNamed(type: string | null): SectionKind | null {
  const name = type?.toLowerCase() ?? "";
  const own = SectionKind.safeParse(name);
  if (own.success) return own.data;
  return Object.hasOwn(readTypes, name) ? (readTypes[name] ?? null) : null;
}

/** Whether a passage begins a section even where the one before is of the same type. */
const isStart = (infons: Infons) =>
  textAt(infons, "title") !== null || isHeading(textAt(infons, "type"));
const isHeading = (type: string | null) => /^title(_\d+)?$/.test(type ?? "");

const longestTitle = 300;

/** The title that it is given; or the passage's own words, where it is a heading. */
function titleOf(infons: Infons, kind: SectionKind, words: string): string {
  const type = textAt(infons, "type");
  const isOwnTitle = type === "front" || isHeading(type);
  const given = type === "front" ? null : textAt(infons, "title");
  if (given !== null) return given;
  return (isOwnTitle || kind === "title") && words.length <= longestTitle ? words : "";
}

/** What is written as one passage: a section, or text that is in none. */
export interface Stretch {
  start: number;
  end: number;
  section: Section | null;
}

/**
 * Cuts a text into its sections and what is between them. Left out are stretches that a reader puts
 * back because passages are so far apart. At least one stretch, even of an empty text.
 */
export function stretchesOf(text: string, sections: readonly Section[]): Stretch[] {
  const stretches: Stretch[] = [];
  let at = 0;
  const upTo = (end: number) => {
    const isOuter = at === 0 || end === text.length;
    const isThere = isOuter || !isFilling(text.slice(at, end));
    if (end > at && isThere) stretches.push({ start: at, end, section: null });
  };
  for (const section of sections) {
    upTo(section.start);
    stretches.push({ start: section.start, end: section.end, section });
    at = section.end;
  }
  upTo(text.length);
  return stretches.length > 0 ? stretches : [{ start: 0, end: 0, section: null }];
}

/** Without sections that share words with an earlier one, or have none: passages do not lie in each other. */
export function fitSections(document: AnnotatedDocument, book: LossBook): AnnotatedDocument {
  let end = 0;
  const byStart = document.sections.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const sections = byStart.filter((section) => {
    const isKept = section.start >= end && section.end > section.start;
    const things =
      section.end > section.start ? "Sections within others" : "Sections without words";
    if (isKept) end = section.end;
    else book.lose(things, dropped, `${document.name}: ${section.title}`);
    return isKept;
  });
  return { ...document, sections };
}
