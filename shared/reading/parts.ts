import type { TextRange } from "../model/annotation.ts";
import type { Section } from "../model/report.ts";
import { trimRange } from "../text/words.ts";
import { united, without } from "./ranges.ts";
import type { Reading } from "./reading.ts";

/** Sections, and what stands beside all of them; no character that can be read is in none. */
export function partsOf(text: string, sections: readonly Section[]): Section[] {
  const beside = without({ start: 0, end: text.length }, united(sections))
    .map((range) => trimRange(text, range))
    .filter(({ start, end }) => start < end)
    .map((range): Section => ({ ...range, kind: "other", title: "" }));
  if (beside.length === 0) return [...sections];
  return [...sections, ...beside].toSorted((a, b) => a.start - b.start || b.end - a.end);
}

/** What a part is called: by its heading, else by what it is. */
export function partName({ title, kind }: Section): string {
  if (title !== "") return title;
  return kind === "other" ? "Text" : kind.charAt(0).toUpperCase() + kind.slice(1);
}

/** How far somebody is with a part of the text. */
export type PartStatus = "unread" | "reading" | "read" | "skipped";

/** What was begun and then skipped is skipped. White space needs no reading. */
export function statusOf(text: string, { read, skipped }: Reading, part: TextRange): PartStatus {
  const whole = trimRange(text, part);
  const unread = leftOf(text, whole, read);
  if (unread.length === 0) return "read";
  if (unread.every((range) => leftOf(text, range, skipped).length === 0)) return "skipped";
  const [first] = unread;
  const isUntouched =
    unread.length === 1 && first?.start === whole.start && first.end === whole.end;
  return isUntouched ? "unread" : "reading";
}

/** The words of a range that are in none of the stretches. */
export function leftOf(text: string, range: TextRange, stretches: readonly TextRange[]) {
  return without(range, stretches)
    .map((one) => trimRange(text, one))
    .filter(({ start, end }) => start < end);
}
