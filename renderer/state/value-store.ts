import { useSyncExternalStore } from "react";

/** One value that several parts of the page show. */
export interface ValueStore<Value> {
  get(): Value;
  set(value: Value): void;
  use(): Value;
}

export function createValueStore<Value>(initial: Value): ValueStore<Value> {
  let current = initial;
  const redraws = new Set<() => void>();
  const get = () => current;
  const subscribe = (redraw: () => void) => {
    redraws.add(redraw);
    return () => redraws.delete(redraw);
  };
  return {
    get,
    set(value) {
      current = value;
      for (const redraw of redraws) redraw();
    },
    use: () => useSyncExternalStore(subscribe, get),
  };
}
