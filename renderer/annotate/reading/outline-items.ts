import type { Span } from "../../../shared/model/annotation.ts";
import type { Section } from "../../../shared/model/report.ts";
import type { PartStatus } from "../../../shared/reading/parts.ts";
import { countWhile } from "../../../shared/text/count-while.ts";
import { startOf } from "../../state/report-index.ts";
import { sectionName } from "./section-name.ts";

export interface OutlineItem {
  id: string;
  section: Section;
  title: string;
  count: number;
  status: PartStatus;
}

/** Each section with how many spans begin in it, found by halving as spans are in order, and how far it was read. */
export function outlineItems(
  sections: readonly Section[],
  order: readonly Span[],
  statuses: readonly PartStatus[],
): OutlineItem[] {
  let at = 0;
  return sections.map((section, number) => {
    const before = at;
    at = Math.max(before, beginBefore(order, section.end));
    return {
      id: String(number),
      section,
      title: sectionName(section),
      count: at - before,
      status: statuses[number] ?? "unread",
    };
  });
}

function beginBefore(order: readonly Span[], offset: number): number {
  return countWhile(order.length, (at) => {
    const span = order[at];
    return span !== undefined && startOf(span) < offset;
  });
}
