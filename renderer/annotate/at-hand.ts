import type { Span, TextRange } from "../../shared/model/annotation.ts";
import { hullOf } from "../../shared/text/offsets.ts";
import { wordAt } from "../../shared/text/words.ts";
import { type Session, selectActive } from "./session.ts";

/** Where a label would go now; null where there is nothing to mark. */
export function rangeToLabel(session: Session): TextRange | null {
  const { store, editor } = session;
  const selected = editor.current?.selection();
  if (selected) return selected;
  const atHand = spanAtHand(session);
  if (atHand) return hullOf(atHand.ranges);
  const caret = editor.current?.caret();
  return caret === undefined ? null : wordAt(store.state().report.text, caret);
}

/** The active span while the caret is on it, else the smallest that the caret is on. */
export function spanAtHand({ store, editor }: Session): Span | null {
  const state = store.state();
  const active = selectActive(state);
  const caret = editor.current?.caret();
  if (caret === undefined || (active && isOn(active, caret))) return active;
  return editor.current?.spanAt(caret) ?? null;
}

function isOn(span: Span, caret: number): boolean {
  const { start, end } = hullOf(span.ranges);
  return start <= caret && caret <= end;
}
