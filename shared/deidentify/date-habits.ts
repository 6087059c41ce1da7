import type { DateHabits } from "./calendar.ts";
import type { DateLanguage } from "./months.ts";

/** How dates are written in a text, by those that can be read in one way only, and by its small words. */
export function dateHabitsOf(text: string): DateHabits {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const smallWords: [DateLanguage, number][] = [
    ["en", count(/\b(?:the|and|with|was|of)\b/gi)],
    ["de", count(/\b(?:der|die|und|mit|ist|wurde)\b/gi)],
    ["fr", count(/\b(?:le|les|et|avec|est|du|une)\b/gi)],
    ["es", count(/\b(?:el|los|con|del|una|se|y)\b/gi)],
  ];
  const [first = ["en", 0], ...others] = smallWords;
  const [language] = others.reduce((best, one) => (one[1] > best[1] ? one : best), first);
  const monthFirst = count(/(?<![\d/])(?:0?[1-9]|1[0-2])\/(?:1[3-9]|2\d|3[01])\/\d{2,4}(?!\d)/g);
  const dayFirst = count(/(?<![\d/])(?:1[3-9]|2\d|3[01])\/(?:0?[1-9]|1[0-2])\/\d{2,4}(?!\d)/g);
  const isTold = monthFirst !== dayFirst;
  return { language, monthFirst: isTold ? monthFirst > dayFirst : language === "en" };
}
