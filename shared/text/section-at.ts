import type { Section } from "../model/report.ts";

/** The innermost section that holds an offset: of those that do, the one that begins last, and then ends first. */
export function sectionAt(sections: readonly Section[], offset: number): Section | null {
  let found: Section | null = null;
  for (const section of sections) {
    const { start, end } = section;
    if (offset < start || end <= offset) continue;
    if (found === null || found.start < start || (found.start === start && end <= found.end))
      found = section;
  }
  return found;
}
