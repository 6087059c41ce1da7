import type { Change } from "../../shared/model/change.ts";
import type { ReportState } from "../state/report-state.ts";

/** The last thing said to those who listen instead of look. */
export interface Announcer {
  say(text: string): void;
  last(): string;
  subscribe(listener: () => void): () => void;
}

export function createAnnouncer(): Announcer {
  const listeners = new Set<() => void>();
  let text = "";
  return {
    say(next) {
      // A screen reader keeps silent about a text that does not change; a trailing space makes it another.
      text = next === text ? `${next}\u00A0` : next;
      for (const listener of listeners) listener();
    },
    last: () => text,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A change in one sentence: what was done, and what the span is linked to by it. */
export function sentenceOf(change: Change, { entities }: ReportState): string {
  const [only, ...others] = change.put.spans;
  const linked = only && others.length === 0 && only.entity !== null && entities.get(only.entity);
  return linked ? `${change.summary}; linked to ${linked.name}` : change.summary;
}
