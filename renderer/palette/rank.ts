import { fitness } from "./fitness.ts";
import { type Entry, type Group, groups } from "./sources.ts";

/** One heading of the palette and what stands below it, the best first. */
export interface Found {
  title: Group | "Last used";
  entries: readonly Entry[];
}

// Few enough to be read at a glance, and to be drawn at once.
const mostInGroup = 6;
const mostRecent = 5;
// What was done lately wins over what fits as well, and not over what fits better.
const bonus = 8;

/** What fits, by kind, the best kind first; without a word typed, what was done last and all there is. */
export function rank(
  typed: string,
  entries: readonly Entry[],
  recent: readonly string[],
): readonly Found[] {
  return typed.trim() === "" ? everything(entries, recent) : fitting(typed, entries, recent);
}

function everything(entries: readonly Entry[], recent: readonly string[]): readonly Found[] {
  const last = recent
    .flatMap((id) => entries.find((entry) => entry.id === id) ?? [])
    .slice(0, mostRecent);
  const others = entries.filter((entry) => !last.includes(entry));
  return [
    { title: "Last used" as const, entries: last },
    ...groups.map((title) => ({
      title,
      entries: others.filter(({ group }) => group === title).slice(0, mostInGroup),
    })),
  ].filter((found) => found.entries.length > 0);
}

function fitting(
  typed: string,
  entries: readonly Entry[],
  recent: readonly string[],
): readonly Found[] {
  const scored = entries.flatMap((entry) => {
    const fit = scoreOf(typed, entry);
    if (fit === null) return [];
    const place = recent.indexOf(entry.id);
    return { entry, score: fit + (place < 0 ? 0 : bonus / (place + 1)) };
  });
  scored.sort((a, b) => b.score - a.score);
  const found = groups.map((title) => {
    const own = scored.filter(({ entry }) => entry.group === title).slice(0, mostInGroup);
    return { title, best: own[0]?.score ?? -1, entries: own.map(({ entry }) => entry) };
  });
  return found.filter(({ best }) => best >= 0).sort((a, b) => b.best - a.best);
}

// Reports were found by their texts, too, which are not here to be looked at.
const foundByText = 10;

function scoreOf(typed: string, { group, name, detail = "" }: Entry): number | null {
  const fit = fitness(typed, name) ?? fitness(typed, `${name} ${detail}`);
  return group === "Reports" ? (fit ?? foundByText) : fit;
}
