import type { Page } from "@playwright/test";
import { type Narrowing, samePlaces } from "../../../renderer/annotate/mark-all/same-places.ts";
import type { Span, TextRange } from "../../../shared/model/annotation.ts";
import type { AnnotatedDocument } from "../../../shared/model/document.ts";
import { inReadingOrder } from "./documents.ts";
import { readTextOf, type State } from "./motions.ts";
import { createPlanner, type Plan } from "./plan.ts";

/** What one span cost; of spans that were marked together, each its share. */
export interface Cost {
  presses: number;
  /** Shift, Ctrl and Alt counted on their own. */
  withModifiers: number;
}

export interface Entered {
  costs: Cost[];
  /** Spans to which no keys lead. */
  missed: Span[];
}

// As the list of the same words opens.
const asOpened: Narrowing = {
  ...{ matchCase: false, wholeWords: true, inSection: false, unmarked: true },
};
// A list with more to be left out than this is not worth the looking.
const mostLeftOut = 2;

/** Enters all spans of the one layer, by the keyboard alone, into the report that is open on the page. */
export async function enterLayer(
  page: Page,
  { text, sections, layers }: AnnotatedDocument,
  keyOf: (label: string) => string,
): Promise<Entered> {
  const planner = createPlanner(readTextOf(text, sections));
  const spans = inReadingOrder(layers[0]?.spans ?? []);
  const waiting = new Set(spans);
  const there: Span[] = [];
  const entered: Entered = { costs: [], missed: [] };
  let state: State = { anchor: 0, head: 0, snaps: true };

  const press = async (keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key === '"' ? "Shift+Quote" : key);
  };
  const took = (span: Span, keys: readonly string[], share: number) => {
    const modifiers = keys.flatMap((key) => key.split("+").slice(0, -1)).length;
    const cost = { presses: keys.length * share, withModifiers: (keys.length + modifiers) * share };
    entered.costs.push(cost);
    waiting.delete(span);
    there.push(span);
  };
  const isThere = (keys: readonly string[]) =>
    page
      .getByRole("tab", { name: `Spans ${there.length}`, exact: true })
      .waitFor({ timeout: 10_000 })
      .catch((cause) => {
        const { quote } = there.at(-1) ?? { quote: "" };
        throw new Error(`“${quote}” was not marked by ${keys.join(" ")}`, { cause });
      });

  const isQuoted = ({ start, end }: TextRange) =>
    page
      .getByRole("region", { name: "Span", exact: true })
      .getByRole("blockquote")
      .filter({ hasText: text.slice(start, end).replace(/\s+/g, " ") })
      .waitFor({ timeout: 10_000 });

  /** Answers what was pressed; null where no keys lead there. */
  async function pressTo(plan: Plan | null, { end }: TextRange, last: string) {
    if (!plan) return null;
    const keys = [...plan.keys, last];
    await press(keys);
    state = { anchor: end, head: end, snaps: plan.to.snaps };
    return keys;
  }

  async function markAlone(span: Span): Promise<boolean> {
    const [first, ...others] = span.ranges;
    if (!first) return false;
    const keys = await pressTo(planner.mark(state, first, there), first, keyOf(span.label));
    if (!keys) return false;
    there.push(span);
    await isThere(keys);
    for (const range of others) {
      keys.push(...((await pressTo(planner.select(state, range), range, "&")) ?? []));
      await isQuoted(range);
    }
    there.pop();
    took(span, keys, 1);
    return true;
  }

  /** Marks what else says the same, where all or almost all of it is to be marked so. */
  async function markSame(span: Span): Promise<void> {
    const [at] = span.ranges;
    if (!at || span.ranges.length > 1) return;
    const order = inReadingOrder(there);
    const places = samePlaces({ text, sections, order }, span.quote, at, span.label, asOpened);
    const wanted = places.map((place) => wantedAt(waiting, span.label, place));
    const found = wanted.filter((other) => other !== undefined);
    if (found.length === 0 || wanted.length - found.length > mostLeftOut) return;
    const keys = ["*", ...leaving(wanted), "Enter"];
    if (keys.length > found.length * 3) return;
    await press(keys);
    for (const other of found) took(other, keys, 1 / found.length);
    await isThere(keys);
  }

  for (const span of spans) {
    if (!waiting.has(span)) continue;
    if (await markAlone(span)) await markSame(span);
    else entered.missed.push(span);
  }
  return entered;
}

function wantedAt(waiting: ReadonlySet<Span>, label: string, { start, end }: TextRange) {
  return [...waiting].find(
    (span) =>
      span.label === label &&
      span.ranges.length === 1 &&
      span.ranges[0]?.start === start &&
      span.ranges[0].end === end,
  );
}

/** Down the list, with Space on what is not to be marked. */
function leaving(wanted: readonly (Span | undefined)[]): string[] {
  const last = wanted.lastIndexOf(undefined);
  return wanted
    .slice(0, last + 1)
    .flatMap((span, at) => [...(at > 0 ? ["ArrowDown"] : []), ...(span ? [] : [" "])]);
}
