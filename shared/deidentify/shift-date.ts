import { type DateHabits, fullYear, later, weekdaysLater } from "./calendar.ts";
import { shiftNamedDate } from "./named-date.ts";

/**
 * A date so many days later, written as it was: in figures with as many of them, or by the month's name of the
 * same language. What lacks a day or year is taken for the middle of its time. Null for what is no date.
 */
export function shiftDate(words: string, days: number, habits: DateHabits): string | null {
  return (
    shiftFigures(words, days, habits) ??
    shiftNamedDate(words, days, habits) ??
    shiftMonth(words, days) ??
    shiftDayOfMonth(words, days, habits) ??
    shiftYear(words, days)
  );
}

const threeFigures = /^(\D*?)(\d{1,4})([ ./-]{1,3})(\d{1,2})([ ./-]{1,3})(\d{1,4})(\D.*)?$/su;

function shiftFigures(words: string, days: number, habits: DateHabits): string | null {
  const found = threeFigures.exec(words);
  if (!found) return null;
  const [, head = "", a = "", first = "", b = "", second = "", c = "", tail = ""] = found;
  const parts = [a, b, c] as const;
  const order = orderOf(parts, first, habits.monthFirst);
  const part = (what: keyof Order) => parts[order[what]] ?? "";
  const next = later(
    { year: fullYear(part("year")), month: Number(part("month")) - 1, day: Number(part("day")) },
    days,
  );
  const shown = [a, b, c];
  shown[order.year] = String(next.year).slice(-part("year").length);
  shown[order.month] = asWide(part("month"), next.month + 1);
  shown[order.day] = asWide(part("day"), next.day);
  const figures = `${shown[0]}${first}${shown[1]}${second}${shown[2]}`;
  return weekdaysLater(head, days, habits) + figures + tail;
}

/** At which of three places each stands. */
interface Order {
  year: number;
  month: number;
  day: number;
}

function orderOf(
  [a, b]: readonly [string, string, string],
  separator: string,
  monthFirst: boolean,
): Order {
  if (a.length > 2) return { year: 0, month: 1, day: 2 };
  const mayBeMonth = Number(a) <= 12;
  const mustBeMonth = mayBeMonth && Number(b) > 12;
  const isMonth = mustBeMonth || (mayBeMonth && monthFirst && !separator.includes("."));
  return isMonth ? { year: 2, month: 0, day: 1 } : { year: 2, month: 1, day: 0 };
}

const asWide = (before: string, value: number) => String(value).padStart(before.length, "0");

/** 03/2016, 2016-03 */
function shiftMonth(words: string, days: number): string | null {
  const [, isoYear, isoMonth] = /^(\d{4})-(\d\d)$/u.exec(words) ?? [];
  if (isoYear && isoMonth) {
    const later15 = later({ year: Number(isoYear), month: Number(isoMonth) - 1, day: 15 }, days);
    return `${later15.year}-${asWide(isoMonth, later15.month + 1)}`;
  }
  const [, month, between = "", year] = /^(\d{1,2})([./])(\d{4})$/u.exec(words) ?? [];
  if (!month || !year) return null;
  const next = later({ year: Number(year), month: Number(month) - 1, day: 15 }, days);
  return `${asWide(month, next.month + 1)}${between}${next.year}`;
}

/** 14.3., 3/14 */
function shiftDayOfMonth(words: string, days: number, habits: DateHabits): string | null {
  const found = /^(\d{1,2})(\.[ ]?|\/)(\d{1,2})(\.?)$/u.exec(words);
  const [, one, between = "", two, end = ""] = found ?? [];
  if (!one || !two) return null;
  const isMonthFirst = orderOf([one, two, ""], between, habits.monthFirst).month === 0;
  const [day, month] = isMonthFirst ? [two, one] : [one, two];
  const next = later({ year: 2001, month: Number(month) - 1, day: Number(day) }, days);
  const [newDay, newMonth] = [asWide(day, next.day), asWide(month, next.month + 1)];
  return (isMonthFirst ? newMonth + between + newDay : newDay + between + newMonth) + end;
}

function shiftYear(words: string, days: number): string | null {
  const [, before = "", year] = /^(.*?)(\d{4})$/su.exec(words) ?? [];
  return year ? before + later({ year: Number(year), month: 6, day: 1 }, days).year : null;
}
