import type { Section } from "../../../shared/model/report.ts";
import { unreadStretches } from "../../../shared/reading/next-unread.ts";
import { leftOf, partsOf, statusOf } from "../../../shared/reading/parts.ts";
import { t } from "../../messages.ts";
import type { Session } from "../session.ts";
import type { ReadingStore } from "./reading-store.ts";
import { sectionName } from "./section-name.ts";

/** Says of the section at the caret that it was read; said again, that it was not. */
export function markSectionRead(session: Session): void {
  markSection(session, "read");
}

/** Skips what is left of the section at the caret on purpose; said again, takes that back. */
export function skipSection(session: Session): void {
  markSection(session, "skipped");
}

const takenBack = { read: "unread", skipped: "unskipped" } as const;

function markSection({ store, reading, editor, say }: Session, is: "read" | "skipped"): void {
  const { text, sections } = store.state().report;
  const section = partAt(partsOf(text, sections), editor.current?.caret() ?? 0);
  if (!section) return;
  const isSo = statusOf(text, reading.reading(), section) === is;
  const ranges =
    is === "skipped" && !isSo ? leftOf(text, section, reading.reading().read) : [section];
  reading.add(ranges.map(({ start, end }) => ({ is: isSo ? "unread" : is, start, end })));
  void reading.save();
  say(
    t(
      "{section}: {is, select, read {read} unread {not read} skipped {skipped} other {not skipped}}.",
      { section: sectionName(section), is: isSo ? takenBack[is] : is },
    ),
  );
}

/** The smallest part that holds the caret, else the last one before it. */
function partAt(parts: readonly Section[], caret: number): Section | undefined {
  const holding = parts.filter(({ start, end }) => start <= caret && caret <= end);
  return holding.at(-1) ?? parts.findLast(({ start }) => start <= caret) ?? parts[0];
}

/** Whether the layer may be finished, its reading saved; if not, shows what is left to read. */
export async function mayFinish(reading: ReadingStore): Promise<boolean> {
  if (reading.unfinished().length > 0) reading.ask(true);
  else if (await reading.save()) return true;
  return false;
}

/** Skips on purpose all that was not read. */
export function skipRest({ store, reading }: Pick<Session, "store" | "reading">): void {
  const { text, sections } = store.state().report;
  const left = unreadStretches(text, sections, reading.reading());
  reading.add(left.map((range) => ({ is: "skipped", ...range })));
}

/** Brings the first stretch into view that was neither read nor skipped, and the caret there. */
export function goToFirstUnread({ store, reading, editor, focusText }: Session): void {
  const { text, sections } = store.state().report;
  const [first] = unreadStretches(text, sections, reading.reading());
  reading.ask(false);
  if (!first) return;
  const range = { start: first.start, end: first.start };
  editor.current?.select(range);
  editor.current?.reveal(range);
  focusText();
}
