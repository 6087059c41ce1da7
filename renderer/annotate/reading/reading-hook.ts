import { useSyncExternalStore } from "react";
import { useSession } from "../session.ts";
import type { ReadingStore } from "./reading-store.ts";

/** Part of what is read; the component draws again only when that part is another. */
export function useReading<Part>(select: (store: ReadingStore) => Part): Part {
  const { reading } = useSession();
  return useSyncExternalStore(reading.subscribe, () => select(reading));
}
