import { useEffect, useMemo, useState } from "react";
import type { Defect } from "../../shared/defects/defect.ts";
import { findDefects } from "../../shared/defects/find.ts";
import { toastError } from "../look/toasts.tsx";
import { t } from "../messages.ts";

// In characters: what takes no longer than a few frames.
const atOnce = 50_000;

/** What looks wrong in a text; null while a long one is still being looked through. */
export function useFound(text: string): readonly Defect[] | null {
  const found = useMemo(() => (text.length <= atOnce ? findDefects(text) : null), [text]);
  const [later, setLater] = useState<readonly Defect[] | null>(null);
  useEffect(() => {
    if (text.length <= atOnce) return;
    const worker = new Worker(new URL("./find-worker.ts", import.meta.url), { type: "module" });
    // The thread answers with what the finder gave.
    worker.onmessage = ({ data }: MessageEvent<Defect[]>) => setLater(data);
    worker.onerror = ({ message }) => {
      setLater([]);
      toastError(new Error(t("The text could not be looked through: {why}", { why: message })));
    };
    worker.postMessage(text);
    return () => {
      worker.terminate();
      setLater(null);
    };
  }, [text]);
  return found ?? later;
}
