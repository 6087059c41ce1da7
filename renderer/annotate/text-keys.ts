import { type RefObject, useEffect, useRef } from "react";
import { commandFor, commandIds } from "../../shared/commands.ts";
import { platform } from "../look/platform.ts";
import { runCommand } from "../shell/commands.ts";
import { intentOf } from "./key-intents.ts";
import { perform, situationOf } from "./perform.ts";
import { type Session, useSession } from "./session.ts";

const motions = new Set(["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"]);

/** What the text's keys do; the answer says whether a key was used. */
export function useTextKeys(place: RefObject<HTMLElement | null>) {
  const session = useSession();
  const latest = useRef(session);
  latest.current = session;
  const caret = useCaretMotion(place, session);

  return useRef((event: KeyboardEvent): boolean => {
    const now = latest.current;
    const intent = intentOf(event, platform, now.keys, situationOf(now));
    if (!intent) return passOn(event);
    if (event.key === "Enter" && caret.hasMoved()) return editAtCaret(now);
    perform(now, intent);
    return true;
  });
}

/** ProseMirror keeps some chords (Mod with I, Y, Z or Enter) from the page, so all are passed on from here. */
function passOn(event: KeyboardEvent): boolean {
  if (!event.ctrlKey && !event.metaKey && !event.altKey) return false;
  const id = commandFor(event, platform, commandIds);
  return id !== null && runCommand(id);
}

/** The editor activates the span below the caret, if there is one; then its fields get the focus. */
function editAtCaret(session: Session): false {
  queueMicrotask(() => perform(session, { do: "command", id: "span.edit" }));
  return false;
}

/** Whether the caret went elsewhere since the active span was chosen: Enter then means the span it is on. */
function useCaretMotion(place: RefObject<HTMLElement | null>, { store }: Session) {
  const active = useRef(store.state().active);
  useEffect(() => {
    const element = place.current;
    const onKeyDown = ({ key, altKey }: KeyboardEvent) => {
      if (motions.has(key) && !altKey) active.current = null;
    };
    element?.addEventListener("keydown", onKeyDown, { capture: true });
    const stop = store.subscribe(() => {
      active.current = store.state().active;
    });
    return () => {
      element?.removeEventListener("keydown", onKeyDown, { capture: true });
      stop();
    };
  }, [place, store]);
  return { hasMoved: () => active.current === null };
}
