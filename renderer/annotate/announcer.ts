import type { Change } from "../../shared/model/change.ts";
import { sentence, t } from "../messages.ts";
import type { Offer, ReportState } from "../state/report-state.ts";

/** The last thing said to those who listen instead of look. */
export interface Announcer {
  say(text: string): void;
  /** Goes on after what was said last. */
  add(text: string): void;
  last(): string;
  subscribe(listener: () => void): () => void;
}

export function createAnnouncer(): Announcer {
  const listeners = new Set<() => void>();
  let text = "";
  const say = (next: string) => {
    // A screen reader keeps silent about a text that does not change; a trailing space makes it another.
    text = next === text ? `${next}\u00A0` : next;
    for (const listener of listeners) listener();
  };
  return {
    say,
    add: (more) => say(`${text}. ${more}`),
    last: () => text,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A change in one sentence: what was done, and what a new span was linked to in the same step. */
export function sentenceOf(change: Change, before: ReportState): string {
  const [span, ...others] = change.put.spans;
  if (!span || others.length > 0 || before.spans.has(span.id)) return sentence(change.summary);
  const made = change.put.entities.find(({ id }) => id === span.entity);
  const linked = made ?? (span.entity === null ? undefined : before.entities.get(span.entity));
  return linked
    ? t("{done}; linked to {name}", { done: sentence(change.summary), name: linked.name })
    : sentence(change.summary);
}

/** Undo and redo answer with the summary of the step that they took back or did again. */
export function sentenceOfStep({ summary, next }: Change): string {
  return t(next.redo === summary ? "Undone: {step}" : "Done again: {step}", {
    step: sentence(summary),
  });
}

/** What is offered, with the keys that take it. */
export function offerSentence({ suggestions }: Offer, { entities }: ReportState): string {
  const names = suggestions.map(({ entity }, at) => `${at + 1} ${entities.get(entity)?.name}`);
  return t("Link to: {names}, 0 a new one", { names: names.join(", ") });
}
