import { useCallback, useSyncExternalStore } from "react";
import { atRest } from "../state/drawing-times.ts";
import type { Announcer } from "./announcer.ts";

/** Says what happened to those who do not see it. */
export function LiveRegion({ announcer }: { announcer: Announcer }) {
  const subscribe = useCallback(
    (redraw: () => void) => announcer.subscribe(() => atRest(redraw)),
    [announcer],
  );
  const text = useSyncExternalStore(subscribe, announcer.last);
  return (
    <p className="visually-hidden" role="status" aria-live="polite">
      {text}
    </p>
  );
}
