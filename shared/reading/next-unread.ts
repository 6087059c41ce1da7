import type { TextRange } from "../model/annotation.ts";
import type { Section } from "../model/report.ts";
import { leftOf, partsOf } from "./parts.ts";
import { united } from "./ranges.ts";
import type { Reading } from "./reading.ts";

/** The stretches that were neither read nor skipped, in order; each lies in one section. */
export function unreadStretches(
  text: string,
  sections: readonly Section[],
  { read, skipped }: Reading,
): TextRange[] {
  const done = united([...read, ...skipped]);
  return partsOf(text, sections).flatMap((part) => leftOf(text, part, done));
}

/** The first unread stretch that begins behind an offset, from the start when none follows; null for none. */
export function nextUnread(
  text: string,
  sections: readonly Section[],
  reading: Reading,
  from: number,
): TextRange | null {
  const unread = unreadStretches(text, sections, reading);
  return unread.find(({ start }) => start > from) ?? unread[0] ?? null;
}
