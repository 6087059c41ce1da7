import { useRef } from "react";
import { commandIds } from "../../shared/commands.ts";
import { platform } from "../look/platform.ts";
import { runCommand } from "../shell/commands.ts";
import { chosenKeys, commandPressed } from "../state/command-keys.ts";
import { intentOf } from "./key-intents.ts";
import { performInText, situationOf } from "./perform.ts";
import { useSession } from "./session.ts";

/** What the text's keys do; the answer says whether a key was used. */
export function useTextKeys() {
  const session = useSession();
  const latest = useRef(session);
  latest.current = session;

  return useRef((event: KeyboardEvent): boolean => {
    const now = latest.current;
    const intent = intentOf(event, platform, now.keys, situationOf(now), chosenKeys());
    if (!intent) return passOn(event);
    performInText(now, intent);
    return true;
  });
}

/** ProseMirror keeps some chords (Mod with I, Y, Z or Enter) from the page, so all are passed on from here. */
function passOn(event: KeyboardEvent): boolean {
  if (!event.ctrlKey && !event.metaKey && !event.altKey) return false;
  const id = commandPressed(event, commandIds);
  return id !== null && runCommand(id);
}
