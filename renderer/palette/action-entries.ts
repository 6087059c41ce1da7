import { commandIds, commands } from "../../shared/commands.ts";
import { canRun, runCommand } from "../shell/commands.ts";
import { shownKey } from "../state/command-keys.ts";
import type { Entry } from "./sources.ts";

/** Every command that can be carried out where the person is. */
export function actionEntries(): Entry[] {
  return commandIds
    .filter((id) => id !== "palette" && canRun(id))
    .map((id) => ({
      id: `command ${id}`,
      group: "Actions",
      name: commands[id].title,
      detail: commands[id].menu,
      keys: shownKey(id),
      run: () => runCommand(id),
    }));
}
