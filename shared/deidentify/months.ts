/** The languages in which dates are read. */
export type DateLanguage = "en" | "de" | "fr" | "es";

/** The months' names from January on, as they stand within a sentence, then their abbreviations. */
const names: Record<DateLanguage, readonly string[]> = {
  en: [
    "January February March April May June July August September October November December",
    "Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec",
    "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
  ],
  de: [
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "Jänner Feber Maerz April Mai Juni Juli August September Oktober November Dezember",
    "Jan Feb Mrz Apr Mai Jun Jul Aug Sept Okt Nov Dez",
    "Jän Febr Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez",
  ],
  fr: [
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
    "janv févr mars avr mai juin juil août sept oct nov déc",
    "jan fév mar avr mai juin juil aou sep oct nov dec",
  ],
  es: [
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "enero febrero marzo abril mayo junio julio agosto setiembre octubre noviembre diciembre",
    "ene feb mar abr may jun jul ago sept oct nov dic",
    "ene feb mar abr may jun jul ago sep oct nov dic",
  ],
};

const weekdays: Record<DateLanguage, readonly string[]> = {
  en: ["Sunday Monday Tuesday Wednesday Thursday Friday Saturday", "Sun Mon Tue Wed Thu Fri Sat"],
  de: ["Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Samstag", "So Mo Di Mi Do Fr Sa"],
  fr: ["dimanche lundi mardi mercredi jeudi vendredi samedi"],
  es: ["domingo lunes martes miércoles jueves viernes sábado"],
};

/** A word of a list, with which of the lists it is in and at which place. */
export interface NamedPlace {
  language: DateLanguage;
  list: number;
  place: number;
}

export const monthsByName = byName(names);
export const weekdaysByName = byName(weekdays);

/** Every name a word may be, from the longest on, for a pattern. */
export const monthPattern = patternOf(names);
export const weekdayPattern = patternOf(weekdays);

/** The month's name in the same list, that is in the same language and as short; as it stands in a sentence. */
export const monthAt = ({ language, list }: NamedPlace, place: number): string =>
  wordAt(names, language, list, place);

export const weekdayAt = ({ language, list }: NamedPlace, place: number): string =>
  wordAt(weekdays, language, list, place);

type Lists = Record<DateLanguage, readonly string[]>;

function wordAt(lists: Lists, language: DateLanguage, list: number, place: number): string {
  const word = lists[language][list]?.split(" ")[place];
  if (word === undefined) throw new RangeError(`list ${list} of ${language} has no word ${place}`);
  return word;
}

/** By the name in small letters: every language in which it is one. */
function byName(lists: Lists): ReadonlyMap<string, readonly NamedPlace[]> {
  const found = new Map<string, NamedPlace[]>();
  for (const language of ["en", "de", "fr", "es"] as const)
    for (const [list, words] of lists[language].entries())
      for (const [place, word] of words.split(" ").entries()) {
        const key = word.toLowerCase();
        found.set(key, [...(found.get(key) ?? []), { language, list, place }]);
      }
  return found;
}

function patternOf(lists: Lists): string {
  const words = Object.values(lists).flatMap((list) => list.join(" ").split(" "));
  const longestFirst = [...new Set(words)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  // Both letters at the beginning, so that the rest of a pattern may tell large from small.
  return longestFirst
    .map((word) => {
      const [first = "", ...rest] = word;
      return `[${first.toLowerCase()}${first.toUpperCase()}]${rest.join("")}|${word.toUpperCase()}`;
    })
    .join("|");
}
