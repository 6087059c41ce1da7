import { Languages } from "lucide-react";
import { MenuButton, MenuItem } from "../look/menu.tsx";
import { chooseLanguage, chosenLanguage, t } from "../messages.ts";
import { languageChoices, languageName } from "./language-choices.ts";

/** The language of all that Casemark says. */
export function LanguageMenu() {
  return (
    <MenuButton label={t("Language")} icon={Languages} hideLabel>
      {languageChoices.map((choice) => (
        <MenuItem
          key={choice}
          id={choice}
          label={languageName(choice)}
          detail={choice === chosenLanguage ? "✓" : ""}
          onAction={() => chooseLanguage(choice)}
        />
      ))}
    </MenuButton>
  );
}
