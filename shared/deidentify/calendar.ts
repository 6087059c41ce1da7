import {
  type DateLanguage,
  type NamedPlace,
  weekdayAt,
  weekdayPattern,
  weekdaysByName,
} from "./months.ts";

/** How a report writes its dates, where a date alone does not tell. */
export interface DateHabits {
  language: DateLanguage;
  /** 3/4/2016 is the fourth of March. */
  monthFirst: boolean;
}

/** A day of the calendar; months from 0. What is over a month's end is of the next: 31 February is in March. */
export interface Day {
  year: number;
  month: number;
  day: number;
}

export function later({ year, month, day }: Day, days: number): Day {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day + days);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), day: date.getUTCDate() };
}

/** Of two figures as people mean them: from 31 on they are of the last century. */
export function fullYear(figures: string): number {
  const year = Number(figures);
  if (figures.length > 2) return year;
  return year > 30 ? 1900 + year : 2000 + year;
}

const nameOfWeekday = new RegExp(`(?<![\\p{L}])(?:${weekdayPattern})(?![\\p{L}])`, "gu");

/** Words with each weekday in them as that many days later. */
export function weekdaysLater(words: string, days: number, habits: DateHabits): string {
  return words.replace(nameOfWeekday, (name) => {
    const place = placeOf(weekdaysByName, name, words, habits);
    return place ? likeCase(name, weekdayAt(place, (place.place + days) % 7)) : name;
  });
}

/** Which language's name a word is: the small words around it tell, else the report. */
export function placeOf(
  names: ReadonlyMap<string, readonly NamedPlace[]>,
  name: string,
  words: string,
  { language }: DateHabits,
): NamedPlace | null {
  const found = names.get(name.toLowerCase()) ?? [];
  const told = languageBy(words) ?? language;
  return found.find((place) => place.language === told) ?? found[0] ?? null;
}

function languageBy(words: string): DateLanguage | null {
  if (/\bdel?\b/u.test(words)) return "es";
  if (/\d\.[ ]/u.test(words)) return "de";
  return /\bof\b|\d(?:st|nd|rd|th)\b|\d, \d/u.test(words) ? "en" : null;
}

/** A name in capitals, with a large first letter or with none, as another one is. */
export function likeCase(model: string, word: string): string {
  if (model.length > 1 && model === model.toUpperCase()) return word.toUpperCase();
  const first = word.charAt(0);
  const isLarge = model.charAt(0) === model.charAt(0).toUpperCase();
  return (isLarge ? first.toUpperCase() : first.toLowerCase()) + word.slice(1);
}
