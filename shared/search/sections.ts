import type { TextRange } from "../model/annotation.ts";
import type { Section, SectionKind } from "../model/report.ts";
import { patternOf, phraseOf } from "./parse.ts";
import type { Fact } from "./query.ts";
import { hasPattern } from "./words.ts";

/** What people call several kinds together. */
const families: Readonly<Record<string, readonly SectionKind[]>> = {
  pathology: ["gross", "microscopy", "immunohistochemistry", "molecular", "diagnosis"],
  ihc: ["immunohistochemistry"],
};

/** The sections that a name means: by their kind, by what people call several kinds, or by words of their title. */
export function sectionsMeant(sections: readonly Section[], fact: Fact): TextRange[] {
  const wanted = fact.value.toLowerCase();
  const kinds: readonly string[] = families[wanted] ?? [];
  const pattern = patternOf([{ ...phraseOf(fact.value), isPrefix: fact.isPrefix }]);
  return sections.filter(({ kind, title }) => {
    const isKind = fact.isPrefix ? kind.startsWith(wanted) : kind === wanted;
    return isKind || kinds.includes(kind) || hasPattern(title, pattern);
  });
}

/** Whether a place begins in one of them. */
export function inSections({ start }: TextRange, sections: readonly TextRange[]): boolean {
  return sections.some((section) => section.start <= start && start < section.end);
}
