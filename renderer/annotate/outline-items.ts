import type { Span } from "../../shared/model/annotation.ts";
import type { Section } from "../../shared/model/report.ts";
import { countWhile } from "../../shared/text/count-while.ts";
import { startOf } from "../state/report-index.ts";

export interface OutlineItem {
  id: string;
  section: Section;
  title: string;
  count: number;
}

/** Spans are in order, so each section's are found by halving. */
export function outlineItems(sections: readonly Section[], order: readonly Span[]): OutlineItem[] {
  let at = 0;
  return sections.map((section, number) => {
    const before = at;
    at = Math.max(before, beginBefore(order, section.end));
    return {
      id: String(number),
      section,
      title: section.title || nameless(section),
      count: at - before,
    };
  });
}

function beginBefore(order: readonly Span[], offset: number): number {
  return countWhile(order.length, (at) => {
    const span = order[at];
    return span !== undefined && startOf(span) < offset;
  });
}

function nameless({ kind }: Section): string {
  return kind === "other" ? "Text" : kind.charAt(0).toUpperCase() + kind.slice(1);
}
