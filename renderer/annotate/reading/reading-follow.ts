import { readOn, wentThrough } from "../../../shared/reading/read-on.ts";
import type { EditorHandle } from "../../editor/editor-handle.ts";
import { getApp } from "../../state/app-store.ts";
import type { Session } from "../session.ts";
import { whileActive } from "./reading-clock.ts";
import type { ReadingStore } from "./reading-store.ts";

// In seconds. What a crash can lose of what was read, never of what was marked.
const saveEvery = 15;

type Followed = Pick<Session, "store" | "reading" | "editor">;

/**
 * Notes what is read while a report is open: what stands in view, and what the caret goes through.
 * It looks once a second, so that marking costs nothing more. Answers how to stop.
 */
export function followReading({ store, reading, editor }: Followed): () => void {
  let caret = editor.current?.caret() ?? 0;
  let unsaved = 0;
  const stopClock = whileActive((seconds) => {
    const handle = editor.current;
    // Looking at finished work, or from a second window, is neither reading nor work.
    const isOpen = store.state().status === "open" && getApp().app?.isReadOnly !== true;
    if (!handle || !isOpen) return;
    const before = caret;
    caret = handle.caret();
    noteTick(reading, handle, seconds, wentThrough(before, caret));
    unsaved += seconds;
    if (unsaved < saveEvery) return;
    unsaved = 0;
    void reading.save();
  });
  const saveNow = () => void reading.save();
  addEventListener("visibilitychange", saveNow);
  addEventListener("pagehide", saveNow);
  return () => {
    stopClock();
    removeEventListener("visibilitychange", saveNow);
    removeEventListener("pagehide", saveNow);
    saveNow();
  };
}

function noteTick(
  reading: ReadingStore,
  handle: EditorHandle,
  seconds: number,
  passed: ReturnType<typeof wentThrough>,
): void {
  const inView = handle.inView();
  const seen = inView ? readOn(reading.reading(), inView, seconds) : [];
  const ranges = passed ? [passed, ...seen] : seen;
  reading.add(
    ranges.map((range) => ({ is: "read" as const, ...range })),
    seconds,
  );
}
