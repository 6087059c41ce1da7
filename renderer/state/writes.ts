import type { Asked } from "../../shared/contract.ts";
import type { Change } from "../../shared/model/change.ts";
import type { WriteName } from "./app-store.ts";
import { describeWrite } from "./describe-write.ts";
import { waitBehind } from "./trouble.ts";

/** Asks for a write, shows what came of it, and answers null when it failed. */
export type Send = <N extends WriteName>(name: N, input: Asked<N>) => Promise<Change | null>;

/** Sends what the person does, one after the other. */
export interface Writes {
  /**
   * The input is made when its turn comes, from what is true by then, so that two quick changes of one
   * span do not undo each other; null: there is nothing to do after all. Answers null when nothing was saved.
   */
  write<N extends WriteName>(name: N, input: () => Asked<N> | null): Promise<Change | null>;
  isSaving(): boolean;
  subscribe(listener: () => void): () => void;
}

export function createWrites(send: Send): Writes {
  const listeners = new Set<() => void>();
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  const count = (more: 1 | -1) => {
    waiting += more;
    for (const listener of listeners) listener();
  };

  async function takeTurn<N extends WriteName>(name: N, input: () => Asked<N> | null) {
    const stopWaiting = waitBehind(() => describeWrite(name, input()));
    await last;
    stopWaiting();
    try {
      const asked = input();
      return asked === null ? null : await send(name, asked);
    } finally {
      count(-1);
    }
  }

  return {
    write(name, input) {
      count(1);
      const turn = takeTurn(name, input);
      last = turn.catch(() => null);
      return turn;
    },
    isSaving: () => waiting > 0,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
