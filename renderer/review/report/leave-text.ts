import { commandIds } from "../../../shared/commands.ts";
import { runCommand } from "../../shell/commands.ts";
import { commandPressed } from "../../state/command-keys.ts";

/** The editor keeps Escape and some chords for itself, so all are passed on from here. */
export function leaveText(event: KeyboardEvent): boolean {
  const isChord = event.ctrlKey || event.metaKey || event.altKey;
  if (!isChord && event.key !== "Escape") return false;
  const id = commandPressed(event, commandIds);
  return id !== null && runCommand(id);
}
