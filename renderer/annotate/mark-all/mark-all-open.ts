import type { Id, Span, TextRange } from "../../../shared/model/annotation.ts";
import type { Attributes } from "../../../shared/model/attributes.ts";
import { hullOf } from "../../../shared/text/offsets.ts";
import { t } from "../../messages.ts";
import { createValueStore } from "../../state/value-store.ts";
import { rangeToLabel, spanAtHand } from "../at-hand.ts";
import { lastLabel } from "../repeating.ts";
import type { Session } from "../session.ts";

/** The words to be marked wherever the report says them, and what all their spans are to be. */
export interface SameMarks {
  quote: string;
  /** Where they were chosen; the list stands beside it. */
  at: TextRange;
  /** Null until one is chosen. */
  label: string | null;
  attributes: Attributes;
  /** "fitting": what a new mark of these words would be linked to. */
  entity: Id | null | "fitting";
  /** How many places are taken at first, from here on and then from the beginning; null for all. */
  count: number | null;
}

/** What the list of the same words is about; null while it is closed. */
export const markingAll = createValueStore<SameMarks | null>(null);

/** How many places the next key is to mark; null while no digit was typed. */
export const typedCount = createValueStore<number | null>(null);

/** Lists all the places that say what is selected, or what the span at hand says. */
export function openMarkAll(
  session: Session,
  wanted: Partial<Pick<SameMarks, "count" | "label">> = {},
): void {
  const chosen = chosenMarks(session);
  if (typeof chosen === "string") session.say(chosen);
  else markingAll.set({ ...chosen, ...wanted });
}

/** What to mark, or why there is nothing. */
function chosenMarks(session: Session): SameMarks | string {
  const { editor, store } = session;
  const { status, report } = store.state();
  if (status !== "open")
    return t(
      "This report is {status, select, locked {locked} other {done}}. Reopen it to mark anything.",
      { status },
    );
  const span = editor.current?.selection() ? null : spanAtHand(session);
  const range = rangeToLabel(session);
  if (span) return likeSpan(span);
  return range
    ? likeWords(report.text, range)
    : t("Select some words first, or put the caret on a span.");
}

function likeSpan({ ranges, quote, label, attributes, entity }: Span): SameMarks {
  return { quote, at: hullOf(ranges), label, attributes, entity, count: null };
}

function likeWords(text: string, at: TextRange): SameMarks {
  const quote = text.slice(at.start, at.end);
  return { quote, at, label: lastLabel(), attributes: {}, entity: "fitting", count: null };
}
