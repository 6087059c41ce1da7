/** Characters; a longer file is no report. */
const longest = 5_000_000;
/** Marks of emphasis, links and code in one paragraph: the parser's time grows with their square. */
const mostMarks = 5000;
/** Quotations and lists within each other, on one line; or by indentation, spaces. */
const nested = /^(?:[ \t]{0,4}(?:>|(?:[-*+]|\d{1,9}[.)])[ \t])){100}/m;
const indented = /^[ \t]{200,}(?:[-*+>]|\d{1,9}[.)])/m;

/** Whether a text would keep the parser busy for long, as no report does. */
export function isTooHard(text: string): boolean {
  if (text.length > longest || nested.test(text) || indented.test(text)) return true;
  return text
    .split(/\n[ \t]*\n/)
    .some((paragraph) => (paragraph.match(/[*_[\]`]/g)?.length ?? 0) > mostMarks);
}
