import type { Asked } from "../../../shared/contract.ts";
import type { Report, Section } from "../../../shared/model/report.ts";
import { unfinishedParts } from "../../../shared/reading/finish.ts";
import {
  nothingRead,
  type Reading,
  type ReadingFact,
  withFacts,
} from "../../../shared/reading/reading.ts";

/** What was read of the open report, with what is not saved yet. */
export interface ReadingStore {
  reading(): Reading;
  subscribe(listener: () => void): () => void;
  /** Adds facts about the text that the report has now, and active seconds. */
  add(facts: readonly ReadingFact[], seconds?: number): void;
  /** Saves what waits; answers whether all is saved. What could not be saved waits for the next time. */
  save(): Promise<boolean>;
  /** Reads anew what is read, after the report got another text. */
  follow(): Promise<void>;
  /** Whether the sections that stand in the way of finishing are shown to the person. */
  isAsking(): boolean;
  ask(isAsking: boolean): void;
  /** Sections that were neither read nor skipped on purpose. */
  unfinished(): readonly Section[];
}

type Note = Omit<Asked<"reading.note">, "annotator">;

export interface ReadingCalls {
  read(report: string): Promise<Reading>;
  note(note: Note): Promise<Reading>;
}

/** Many facts travel in one note, so that reading costs no write a second. */
export function createReadingStore(report: () => Report, calls: ReadingCalls): ReadingStore {
  const listeners = new Set<() => void>();
  let saved = nothingRead;
  let now = nothingRead;
  let facts: ReadingFact[] = [];
  let seconds = 0;
  let { id, textSha256 } = report();
  let isAsking = false;
  let unfinished: readonly Section[] = [];
  let last: Promise<unknown> = Promise.resolve();

  function show(reading: Reading): void {
    saved = reading;
    now = withFacts(saved, facts, seconds);
    tell();
  }

  function tell(): void {
    const { text, sections } = report();
    unfinished = unfinishedParts(text, sections, now);
    if (unfinished.length === 0) isAsking = false;
    for (const listener of listeners) listener();
  }

  async function send(): Promise<boolean> {
    if (facts.length === 0 && seconds === 0) return true;
    const note = { report: id, textSha256, facts, seconds };
    [facts, seconds] = [[], 0];
    try {
      show(await calls.note(note));
      return true;
    } catch {
      // Kept for the next time; a failing disk is told of by the writes that a person asks for.
      facts = [...note.facts, ...facts];
      seconds += note.seconds;
      return false;
    }
  }

  /** One after the other, so that no note overtakes another. */
  function inTurn<Value>(act: () => Promise<Value>): Promise<Value> {
    const turn = last.then(act);
    last = turn.catch(() => null);
    return turn;
  }

  const load = async () => {
    try {
      show(await calls.read(id));
    } catch {
      // A report that cannot be read says so itself.
    }
  };
  tell();
  void inTurn(load);

  return {
    reading: () => now,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add(more, spent = 0) {
      facts = withMore(facts, more);
      seconds += spent;
      now = withFacts(now, more, spent);
      tell();
    },
    save: () => inTurn(send),
    async follow() {
      await inTurn(send);
      ({ id, textSha256 } = report());
      await inTurn(load);
    },
    isAsking: () => isAsking,
    ask(asks) {
      isAsking = asks;
      tell();
    },
    unfinished: () => unfinished,
  };
}

/** Somebody who reads on says one thing: how far they are. */
function withMore(facts: readonly ReadingFact[], more: readonly ReadingFact[]): ReadingFact[] {
  const all = [...facts];
  for (const fact of more) {
    const before = all.at(-1);
    if (before?.is === fact.is && before.end === fact.start)
      all.splice(-1, 1, { ...before, end: fact.end });
    else all.push(fact);
  }
  return all;
}
