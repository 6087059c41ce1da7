import { useEffect } from "react";
import type { SavedSearch } from "../../shared/contract/search.ts";
import { call } from "../api.ts";
import { toastError } from "../look/toasts.tsx";
import { onChange } from "../state/app-store.ts";
import { createValueStore } from "../state/value-store.ts";

const saved = createValueStore<readonly SavedSearch[]>([]);

/** The project's saved searches, by name; read when they are first shown and when they change. */
export function useSavedSearches(): readonly SavedSearch[] {
  useEffect(() => {
    void read();
    return onChange(({ stale }) => {
      if (stale.includes("searches")) void read();
    });
  }, []);
  return saved.use();
}

async function read(): Promise<void> {
  try {
    saved.set((await call("search.saved", {})).searches);
  } catch (error) {
    toastError(error);
  }
}
