import { endsSentence } from "./paragraphs.ts";
import type { Part } from "./roles.ts";

/** Moves what stands in the margin beside the title to the end of its page. */
export function asidesLast(parts: readonly Part[]): Part[] {
  const title = parts.findIndex(({ kind }) => kind === "title");
  const asides = parts.slice(0, Math.max(0, title)).filter(({ kind }) => kind === "footnote");
  const page = parts[title]?.lines[0]?.sheet.page;
  const others = parts.filter((part) => !asides.includes(part));
  const end = others.findLastIndex(({ lines }) => lines[0]?.sheet.page === page);
  return [...others.slice(0, end + 1), ...asides, ...others.slice(end + 1)];
}

/** Joins what a column's or page's end has cut, past the figures and notes that stand between. */
export function joinParts(parts: readonly Part[]): Part[] {
  const joined: Part[] = [];
  const open = new Map<string, Part>();
  for (const part of parts) {
    const earlier = open.get(part.kind === "list-item" ? "paragraph" : part.kind);
    if (earlier && goesOn(earlier, part)) {
      earlier.lines.push(...part.lines);
      continue;
    }
    const copy = { ...part, lines: [...part.lines] };
    joined.push(copy);
    if (part.kind === "heading") open.clear();
    open.set(part.kind === "list-item" ? "paragraph" : part.kind, copy);
  }
  return joined;
}

const flowing = new Set(["paragraph", "list-item", "reference", "footnote", "title"]);

function goesOn(earlier: Part, part: Part): boolean {
  const [last, first] = [earlier.lines.at(-1), part.lines[0]];
  if (!last || !first || !flowing.has(part.kind) || part.kind === "list-item") return false;
  if (part.kind === "title") return true;
  if (first.sheet.page - last.sheet.page > 2) return false;
  if (Math.abs(first.size - last.size) > 0.08 * last.size) return false;
  const { text } = last;
  if (/[-\u2010\u00ad]$/.test(text)) return /^\p{L}/u.test(first.text);
  return !endsSentence(text) && (isElsewhere(last, first) || /^\p{Ll}/u.test(first.text));
}

function isElsewhere(last: Part["lines"][0], first: Part["lines"][0]): boolean {
  return first.sheet.page !== last.sheet.page || first.top < last.top;
}
