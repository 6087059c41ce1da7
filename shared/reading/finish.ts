import type { Section } from "../model/report.ts";
import { partsOf, statusOf } from "./parts.ts";
import type { Reading } from "./reading.ts";

/** The sections that stand in the way of finishing: neither read to their end nor skipped on purpose. */
export function unfinishedParts(
  text: string,
  sections: readonly Section[],
  reading: Reading,
): Section[] {
  return partsOf(text, sections).filter((part) => {
    const status = statusOf(text, reading, part);
    return status === "unread" || status === "reading";
  });
}
