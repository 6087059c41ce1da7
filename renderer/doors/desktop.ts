import type { DesktopBridge } from "../../shared/desktop-bridge.ts";
import { t } from "../messages.ts";
import type { Door } from "./door.ts";

/** The door of the desktop's window: the preload script's bridge, with an AbortSignal made into a name. */
export function desktopDoor(bridge: DesktopBridge<File>): Door {
  return {
    ...bridge,
    call(name, input, { onProgress, signal }) {
      const job = crypto.randomUUID();
      if (signal?.aborted)
        return Promise.resolve({ ok: false, code: "cancelled", message: t("Cancelled.") });
      signal?.addEventListener("abort", () => void bridge.cancel(job), { once: true });
      return bridge.call(name, input, onProgress ? { job, onProgress } : { job });
    },
  };
}
