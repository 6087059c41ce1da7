import type { Span, TextRange } from "../../shared/model/annotation.ts";
import { hullOf } from "../../shared/text/offsets.ts";
import { isOneStretch, withoutRange, withRange } from "../../shared/text/ranges.ts";
import { wordAt } from "../../shared/text/words.ts";
import { t } from "../messages.ts";
import { spanAtHand } from "./at-hand.ts";
import { type Session, selectActive } from "./session.ts";

/** Adds what is selected, or the word at the caret, to the chosen span. */
export async function addFragment(session: Session): Promise<void> {
  const { store, editor, actions, say } = session;
  const active = selectActive(store.state());
  const caret = editor.current?.caret() ?? 0;
  const part = editor.current?.selection() ?? wordAt(store.state().report.text, caret);
  if (!active) say(t("Choose a span first, then select what belongs to it too."));
  else if (!part || isWithin(part, active)) say(t("Select the words that belong to the span too."));
  else if (await actions.reshape(active.id, (text, ranges) => withRange(text, ranges, part)))
    editor.current?.caretTo(part.end, "end");
}

/** Takes what is selected out of a span, or else the fragment that the caret is on. */
export async function takeOut(session: Session): Promise<void> {
  const { store, editor, actions, say } = session;
  const span = spanHere(session);
  const part = span && (editor.current?.selection() ?? fragmentAt(span, caretOf(session)));
  if (!span || !part) {
    say(t("No span is here."));
    return;
  }
  store.dispatch({ type: "activated", span: span.id });
  const left = withoutRange(store.state().report.text, span.ranges, part);
  if (left.length === 0) {
    say(t("Nothing of the span would be left. Backspace removes it."));
    return;
  }
  if (await actions.reshape(span.id, (text, ranges) => withoutRange(text, ranges, part)))
    editor.current?.caretTo(part.end, "end");
}

/** Makes two spans of the one that the caret is on: what lies before it and what lies after it. */
export function splitHere(session: Session): void {
  const span = spanAtHand(session);
  if (!span) {
    session.say(t("Put the caret where a span is to be split."));
    return;
  }
  session.store.dispatch({ type: "activated", span: span.id });
  void session.actions.split(span.id, caretOf(session));
}

/** Makes one span of those that are selected, or of the one at the caret and those that it meets. */
export async function joinHere(session: Session): Promise<void> {
  const { store, editor, actions, say } = session;
  const spans = toJoin(session);
  if (spans.length < 2)
    return say(
      t("Select spans of one label to join them, or put the caret where two of them meet."),
    );
  const joined = await actions.join(spans.map(({ id }) => id));
  if (joined === null) return;
  store.dispatch({ type: "activated", span: joined });
  editor.current?.caretTo(Math.max(...spans.map(({ ranges }) => hullOf(ranges).end)), "end");
}

/** Chooses the next span that the caret is on, the smallest first, and after the largest that again. */
export function chooseUnder(session: Session): void {
  const { store, editor, say } = session;
  const here = editor.current?.spansAt(caretOf(session)) ?? [];
  const at = here.findIndex(({ id }) => id === store.state().active);
  const next = here[(at + 1) % here.length];
  if (!next) {
    say(t("No span is here."));
    return;
  }
  store.dispatch({ type: "activated", span: next.id });
  const { label, quote } = next;
  const [number, all] = [here.indexOf(next) + 1, here.length];
  say(t("{label}: {quote} ({number, number} of {all, number})", { label, quote, number, all }));
}

/** Spans that a selection touches, with the chosen one; with nothing selected, those that meet at the caret. */
function toJoin(session: Session): Span[] {
  const { store, editor } = session;
  const { order, report } = store.state();
  const selected = editor.current?.selection();
  const first = selected ? selectActive(store.state()) : spanAtHand(session);
  const meets = selected
    ? ({ ranges }: Span) => ranges.some((range) => overlaps(range, selected))
    : ({ ranges }: Span) => first !== null && meet(report.text, ranges, first.ranges);
  const found = order.filter(meets);
  const label = first && selected ? labelOf(first, found) : (first ?? found[0])?.label;
  const alike = found.filter((span) => span.label === label);
  return first?.label === label && first && !alike.includes(first) ? [first, ...alike] : alike;
}

/** The chosen span may lie elsewhere, and may have nothing to do with what is selected. */
function labelOf(chosen: Span, selected: readonly Span[]): string | undefined {
  return selected.some(({ label }) => label === chosen.label) ? chosen.label : selected[0]?.label;
}

function meet(text: string, one: readonly TextRange[], other: readonly TextRange[]): boolean {
  return one.some((a) => other.some((b) => isOneStretch(text, a, b)));
}

function spanHere(session: Session): Span | null {
  const selected = session.editor.current?.selection();
  if (!selected) return spanAtHand(session);
  const active = selectActive(session.store.state());
  const isInActive = active?.ranges.some((range) => overlaps(range, selected));
  return isInActive ? active : (session.editor.current?.spanAt(selected.start) ?? null);
}

function fragmentAt({ ranges }: Span, caret: number): TextRange | null {
  return ranges.find(({ start, end }) => start <= caret && caret <= end) ?? null;
}

function isWithin({ start, end }: TextRange, { ranges }: Span): boolean {
  return ranges.some((range) => range.start <= start && end <= range.end);
}

function overlaps(a: TextRange, b: TextRange): boolean {
  return a.start < b.end && b.start < a.end;
}

function caretOf({ editor }: Session): number {
  return editor.current?.caret() ?? 0;
}
