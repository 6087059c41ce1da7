import {
  type DateHabits,
  type Day,
  fullYear,
  later,
  likeCase,
  placeOf,
  weekdaysLater,
} from "./calendar.ts";
import { monthAt, monthPattern, monthsByName, type NamedPlace } from "./months.ts";

const nameOfMonth = new RegExp(`(?<![\\p{L}])(?:${monthPattern})(?![\\p{L}])`, "gu");
const dayFigures = /(?<![\p{L}\d'])(\d{1,2})(?!\d)(st|nd|rd|th|er|º|ª|°)?/gu;
const yearFigures = /(?<!\d)(\d{4})(?!\d)|(?<=['\-/ ])(\d{2})$/u;

/** What is to stand in a date instead of what stands there. */
interface Part {
  index: number;
  length: number;
  text: string;
}

/** A date with months by name, of which it has at least one, and what it becomes. */
interface NamedDate {
  months: readonly RegExpExecArray[];
  places: readonly (NamedPlace | null)[];
  /** The days of a month, as "3" and "5" of "3-5 May"; none for a month alone. */
  figures: readonly RegExpExecArray[];
  /** What each of those, or of the months, has become. */
  dates: readonly Day[];
}

/** "Monday, 3 May 2016" so many days later, each part where it stood; null without a month's name. */
export function shiftNamedDate(words: string, days: number, habits: DateHabits): string | null {
  const year = yearFigures.exec(words);
  const date = readDate(words, year, days, habits);
  if (!date) return null;
  const parts = [...monthParts(date), ...dayParts(date), ...yearParts(year, date)];
  const shifted = parts
    .toSorted((a, b) => b.index - a.index)
    .reduce(
      (now, { index, length, text }) => now.slice(0, index) + text + now.slice(index + length),
      words,
    );
  return weekdaysLater(shifted, days, habits);
}

function readDate(
  words: string,
  written: RegExpExecArray | null,
  days: number,
  habits: DateHabits,
): NamedDate | null {
  const months = Array.from(words.matchAll(nameOfMonth));
  if (months.length === 0) return null;
  const places = months.map(({ 0: name }) => placeOf(monthsByName, name, words, habits));
  const figures = Array.from(words.matchAll(dayFigures)).filter(
    ({ index }) => !written || index < written.index,
  );
  // No leap year, where none is said.
  const year = written ? fullYear(written[1] ?? written[2] ?? "") : 2001;
  const on = (day: number, at: number) =>
    later({ year, month: places[Math.min(at, months.length - 1)]?.place ?? 0, day }, days);
  const dates =
    figures.length > 0
      ? figures.map(({ 1: day }, at) => on(Number(day), at))
      : months.map((_, at) => on(15, at));
  return { months, places, figures, dates };
}

/** Whether days of one month lie in two now, so that each needs its own name. */
const isSplit = ({ months, dates }: NamedDate) =>
  months.length === 1 && dates[0]?.month !== dates.at(-1)?.month;

/** Whether it is "May 3" and not "3 May". */
const monthLeads = ({ months, figures }: NamedDate) =>
  (months[0]?.index ?? 0) < (figures[0]?.index ?? 0);

function nameFor({ months, places }: NamedDate, date: Day | undefined, at: number): string {
  const [place, name = ""] = [places[at], months[at]?.[0]];
  return place && date ? likeCase(name, monthAt(place, date.month)) : name;
}

function monthParts(date: NamedDate): Part[] {
  const only = isSplit(date) && monthLeads(date) ? date.dates[0] : date.dates.at(-1);
  return date.months.map(({ index, 0: name }, at) => {
    const text = nameFor(date, date.months.length > 1 ? date.dates[at] : only, at);
    return { index, length: name.length, text };
  });
}

function dayParts(date: NamedDate): Part[] {
  const { figures, dates } = date;
  const withMonth = isSplit(date) ? (monthLeads(date) ? figures.length - 1 : 0) : -1;
  return figures.map(({ index, 0: { length }, 1: before = "", 2: ordinal = "" }, at) => {
    const day = dayLike(before, ordinal, dates[at]?.day ?? 1);
    if (at !== withMonth) return { index, length, text: day };
    const name = nameFor(date, dates[at], 0);
    return { index, length, text: monthLeads(date) ? `${name} ${day}` : `${day} ${name}` };
  });
}

function yearParts(written: RegExpExecArray | null, { dates }: NamedDate): Part[] {
  if (!written) return [];
  const { length } = written[0];
  return [{ index: written.index, length, text: String(dates.at(-1)?.year).slice(-length) }];
}

/** A day with a 0 in front and its ending as before, where it still has one: "1er", but "2". */
function dayLike(before: string, ordinal: string, day: number): string {
  const figures = String(day).padStart(before.startsWith("0") ? 2 : 1, "0");
  if (/^(?:er|º|°)$/.test(ordinal)) return day === 1 ? figures + ordinal : figures;
  return figures + (/^(?:st|nd|rd|th)$/.test(ordinal) ? englishEnding(day) : ordinal);
}

function englishEnding(day: number): string {
  if (day >= 11 && day <= 13) return "th";
  return ["th", "st", "nd", "rd"][day % 10] ?? "th";
}
