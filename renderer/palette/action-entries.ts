import { type CommandId, commandIds, commands } from "../../shared/commands.ts";
import type { LanguageChoice } from "../../shared/messages/languages.ts";
import { chooseLanguage, t } from "../messages.ts";
import { canRun, runCommand } from "../shell/commands.ts";
import { languageChoices, languageName } from "../shell/language-choices.ts";
import { shownKey } from "../state/command-keys.ts";
import type { Entry } from "./sources.ts";

/** Every command that can be carried out where the person is, and every language. */
export function actionEntries(): Entry[] {
  const possible = commandIds.filter((id) => id !== "palette" && canRun(id));
  return [...possible.map(commandEntry), ...languageChoices.map(languageEntry)];
}

const commandEntry = (id: CommandId): Entry => ({
  id: `command ${id}`,
  group: "Actions",
  name: t(commands[id].title),
  detail: t(commands[id].menu),
  keys: shownKey(id),
  run: () => runCommand(id),
});

const languageEntry = (choice: LanguageChoice): Entry => ({
  id: `language ${choice}`,
  group: "Actions",
  name: t("Language: {name}", { name: languageName(choice) }),
  run: () => chooseLanguage(choice),
});
