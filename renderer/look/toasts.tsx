import { X } from "lucide-react";
import {
  UNSTABLE_Toast as AriaToast,
  Text,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from "react-aria-components";
import { AppError } from "../../shared/errors.ts";
import { Button, IconButton } from "./button.tsx";
import "./toasts.css";
import { t } from "../messages.ts";

export interface Toast {
  tone?: "neutral" | "success" | "danger";
  text: string;
  action?: { label: string; run: () => void };
}

const shownAtOnce = 3;
const readingTime = 7000;
const queue = new ToastQueue<Toast>({ maxVisibleToasts: shownAtOnce });

/** Says something in the corner; answers how to take it back. A problem stays until it is closed. */
export function toast(content: Toast): () => void {
  const key = queue.add(content, content.tone === "danger" ? {} : { timeout: readingTime });
  return () => queue.close(key);
}

/** Shows a problem's sentence; a cancelled job is no problem. */
export function toastError(error: unknown): void {
  if (error instanceof AppError && error.code === "cancelled") return;
  toast({ tone: "danger", text: error instanceof Error ? error.message : String(error) });
}

/** Where toasts appear; once in the page. */
export function Toasts() {
  return (
    <ToastRegion queue={queue} className="toasts">
      {({ toast: item }) => (
        <AriaToast toast={item} className={`toast ${item.content.tone ?? "neutral"}`}>
          <ToastContent className="grow" role={item.content.tone === "danger" ? "alert" : "status"}>
            <Text slot="title">{item.content.text}</Text>
          </ToastContent>
          <ToastAction item={item.content} onDone={() => queue.close(item.key)} />
          <IconButton label={t("Dismiss")} icon={X} size="small" slot="close" placement="top" />
        </AriaToast>
      )}
    </ToastRegion>
  );
}

function ToastAction({ item: { action }, onDone }: { item: Toast; onDone: () => void }) {
  if (!action) return null;
  const run = () => {
    action.run();
    onDone();
  };
  return (
    <Button variant="quiet" onPress={run}>
      {action.label}
    </Button>
  );
}
