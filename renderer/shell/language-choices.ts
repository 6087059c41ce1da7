import { type LanguageChoice, languages } from "../../shared/messages/languages.ts";
import { t } from "../messages.ts";

/** What a person may choose, in the order to show it. */
export const languageChoices: readonly LanguageChoice[] = ["system", "en", "de", "fr", "es"];

/** Each language by its own name, so that one finds it whatever the page speaks. */
export const languageName = (choice: LanguageChoice): string =>
  choice === "system" ? t("As the system") : languages[choice];
