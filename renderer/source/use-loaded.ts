import { useEffect, useState } from "react";

export type Loaded<Value> =
  | { state: "loading" }
  | { state: "ready"; value: Value }
  | { state: "failed"; problem: string };

/** What a promise came to; asked again whenever `load` is another function. */
export function useLoaded<Value>(load: (signal: AbortSignal) => Promise<Value>): Loaded<Value> {
  const [loaded, setLoaded] = useState<Loaded<Value>>({ state: "loading" });
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    setLoaded({ state: "loading" });
    load(signal).then(
      (value) => signal.aborted || setLoaded({ state: "ready", value }),
      (error) => signal.aborted || setLoaded({ state: "failed", problem: sentenceOf(error) }),
    );
    return () => controller.abort();
  }, [load]);
  return loaded;
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
