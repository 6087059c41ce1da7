import type { Span } from "../../shared/model/annotation.ts";
import type { Section } from "../../shared/model/report.ts";
import { startOf } from "../state/report-index.ts";

export interface OutlineItem {
  id: string;
  section: Section;
  title: string;
  count: number;
}

/** Sections and spans are both in order, so one walk counts them. */
export function outlineItems(sections: readonly Section[], order: readonly Span[]): OutlineItem[] {
  let at = 0;
  return sections.map((section, number) => {
    const before = at;
    for (let span = order[at]; span && startOf(span) < section.end; span = order[at]) at += 1;
    return {
      id: String(number),
      section,
      title: section.title || nameless(section),
      count: at - before,
    };
  });
}

function nameless({ kind }: Section): string {
  return kind === "other" ? "Text" : kind.charAt(0).toUpperCase() + kind.slice(1);
}
