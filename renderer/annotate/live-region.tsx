import { useSyncExternalStore } from "react";
import type { Announcer } from "./announcer.ts";

/** Says what happened to those who do not see it. */
export function LiveRegion({ announcer }: { announcer: Announcer }) {
  const text = useSyncExternalStore(announcer.subscribe, announcer.last);
  return (
    <p className="visually-hidden" role="status" aria-live="polite">
      {text}
    </p>
  );
}
