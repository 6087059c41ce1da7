import type { Span } from "../../shared/model/annotation.ts";
import type { Section } from "../../shared/model/report.ts";
import { type PartStatus, partName, statusOf } from "../../shared/reading/parts.ts";
import type { Reading } from "../../shared/reading/reading.ts";
import { countWhile } from "../../shared/text/count-while.ts";
import { startOf } from "../state/report-index.ts";

export interface OutlineItem {
  id: string;
  section: Section;
  title: string;
  count: number;
  status: PartStatus;
}

interface Outlined {
  text: string;
  sections: readonly Section[];
  /** Spans in reading order, so that each section's are found by halving. */
  order: readonly Span[];
  reading: Reading;
}

/** Each section with how many spans begin in it and how far it was read. */
export function outlineItems({ text, sections, order, reading }: Outlined): OutlineItem[] {
  let at = 0;
  return sections.map((section, number) => {
    const before = at;
    at = Math.max(before, beginBefore(order, section.end));
    return {
      id: String(number),
      section,
      title: partName(section),
      count: at - before,
      status: statusOf(text, reading, section),
    };
  });
}

function beginBefore(order: readonly Span[], offset: number): number {
  return countWhile(order.length, (at) => {
    const span = order[at];
    return span !== undefined && startOf(span) < offset;
  });
}
