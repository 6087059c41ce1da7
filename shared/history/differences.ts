import type { Id, Layer } from "../model/annotation.ts";
import type { Annotations } from "../model/change.ts";

/** Something in a layer that is not as it was at an earlier time. */
export interface Difference {
  id: Id;
  what: keyof Annotations | "report";
  /** What happened to it since: it went, it became another, or it came. */
  since: "removed" | "changed" | "added";
  /** A span's words, an entity's name, a relation's label ... as at the earlier time where it was there then. */
  name: string;
  /** Its label or kind; empty for what is said of the report as a whole. */
  label: string;
  /** Which of its parts are others now: "label", "note" ...; empty unless it changed. */
  parts: string[];
}

const kinds = ["spans", "entities", "relations", "events", "groups"] as const;

/** Everything that differs between a layer as it was and as it is, in the order of then, then what came since. */
export function differencesSince(then: Layer, now: Layer): Difference[] {
  return [
    ...kinds.flatMap((what) => listDifferences(what, then[what], now[what])),
    ...layerDifference(then, now),
  ];
}

type One = Layer[(typeof kinds)[number]][number];

function listDifferences(
  what: (typeof kinds)[number],
  then: readonly One[],
  now: readonly One[],
): Difference[] {
  const before = new Map(then.map((one) => [one.id, one]));
  const after = new Map(now.map((one) => [one.id, one]));
  const lost = then.flatMap((one) => differenceOf(what, one, after.get(one.id)));
  const came = now.filter(({ id }) => !before.has(id));
  return [...lost, ...came.map((one) => described(what, one, "added", []))];
}

function differenceOf(what: (typeof kinds)[number], then: One, now: One | undefined): Difference[] {
  if (!now) return [described(what, then, "removed", [])];
  const parts = changedParts(then, now);
  return parts.length > 0 ? [described(what, then, "changed", parts)] : [];
}

function described(
  what: (typeof kinds)[number],
  one: One,
  since: Difference["since"],
  parts: string[],
): Difference {
  const name = "quote" in one ? one.quote : "name" in one ? one.name : "";
  const label = "kind" in one ? one.kind : one.label;
  return { id: one.id, what, since, name, label, parts };
}

function layerDifference(then: Layer, now: Layer): Difference[] {
  const facts = ({ labels, note = "", unsure = false }: Layer) => ({ labels, note, unsure });
  const parts = changedParts(facts(then), facts(now));
  if (parts.length === 0) return [];
  return [{ id: now.id, what: "report", since: "changed", name: "", label: "", parts }];
}

// Words for people; a quote changes with its ranges, and a flag only says that somebody should look.
const words: Record<string, string> = { ranges: "place", entity: "link", flag: "" };

function changedParts(then: object, now: object): string[] {
  const before = new Map<string, unknown>(Object.entries(then));
  const after = new Map<string, unknown>(Object.entries(now));
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((part) => {
    const isSame = stable(before.get(part)) === stable(after.get(part));
    const word = part === "quote" && before.has("ranges") ? "" : (words[part] ?? part);
    return isSame || word === "" ? [] : [word];
  });
}

/** The same text for the same value, in whatever order its keys are; what is not set is not there. */
function stable(value: unknown): string {
  const sorted = (_: string, part: unknown) =>
    part && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part;
  return JSON.stringify(value ?? null, sorted);
}
