/** The languages that Casemark speaks, each by its own name. */
export const languages = { en: "English", de: "Deutsch", fr: "Français", es: "Español" } as const;

export type Language = keyof typeof languages;

/** What a person may choose: one of them, or what the system says. */
export type LanguageChoice = Language | "system";

/** Chosen words to a choice; anything else is what the system says. */
export function readChoice(chosen: string | null): LanguageChoice {
  return chosen !== null && isLanguage(chosen) ? chosen : "system";
}

/** The first of a system's languages ("de-AT") that Casemark speaks; English where it speaks none. */
export function languageOf(choice: LanguageChoice, system: readonly string[]): Language {
  if (choice !== "system") return choice;
  const spoken = system.map((tag) => tag.toLowerCase().split("-")[0] ?? "");
  return spoken.find(isLanguage) ?? "en";
}

function isLanguage(tag: string): tag is Language {
  return Object.hasOwn(languages, tag);
}
