import type { TextRange } from "../../model/annotation.ts";
import type { Section } from "../../model/report.ts";
import { sectionAt } from "../../text/section-at.ts";
import { noSection, type StudyReport } from "./report.ts";

/** A stretch of a report's text that lies in sections of one kind, or outside of all. */
export interface SectionStretch extends TextRange {
  kind: string;
}

/** The kind of section that an offset lies in. */
export function sectionKindAt(sections: readonly Section[], offset: number): string {
  return sectionAt(sections, offset)?.kind ?? noSection;
}

/** The whole text in stretches, in order; sections of one kind that touch each other are one. */
export function sectionStretches({
  text,
  sections,
}: Pick<StudyReport, "text" | "sections">): SectionStretch[] {
  const edges = new Set([0, ...sections.flatMap(({ start, end }) => [start, end]), text.length]);
  const inOrder = [...edges].filter((edge) => edge <= text.length).sort((a, b) => a - b);
  const found: SectionStretch[] = [];
  for (const [at, end] of inOrder.entries()) {
    const start = inOrder[at - 1];
    if (start === undefined) continue;
    const kind = sectionKindAt(sections, start);
    const last = found.at(-1);
    if (last?.kind === kind) last.end = end;
    else found.push({ kind, start, end });
  }
  return found;
}
