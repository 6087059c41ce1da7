import type { Event, Group, Relation } from "../../model/annotation.ts";
import type { CountedWarnings } from "../reading/counted-warnings.ts";
import type { Mention } from "./mentions.ts";

interface Links {
  relations: Relation[];
  events: Event[];
  groups: Group[];
}

/**
 * What the complex slots of one annotator's mentions say. A slot of a span is a relation to each of its values,
 * named as the slot. An annotation without words is a relation of its class where it has two values in two slots, a
 * group where it has one slot with several, else an event that the first of its values stands for.
 */
export function linksOf(
  mentions: readonly Mention[],
  spans: ReadonlySet<string>,
  warnings: CountedWarnings,
): Links {
  const links: Links = { relations: [], events: [], groups: [] };
  const named = newIds(mentions);
  for (const mention of mentions) {
    const there = withoutGone(mention, spans, warnings);
    if (spans.has(mention.id)) links.relations.push(...ofSpan(there, named));
    else addWordless(links, there, warnings);
  }
  return links;
}

/** With links to spans of the same annotator only. */
function withoutGone(
  mention: Mention,
  spans: ReadonlySet<string>,
  warnings: CountedWarnings,
): Mention {
  const links = mention.links.flatMap(({ slot, targets }) => {
    const kept = targets.filter((target) => spans.has(target));
    for (const _ of targets.slice(kept.length))
      warnings.count(
        `annotation ${mention.id}`,
        "links something that marks no words of this annotator, which was left out",
        "link something that marks no words of their annotator, which was left out",
      );
    return kept.length === 0 ? [] : [{ slot, targets: kept }];
  });
  return { ...mention, links };
}

function ofSpan({ id, links }: Mention, named: NewId): Relation[] {
  return links.flatMap(({ slot, targets }) =>
    targets.map((to) => ({
      ...{ id: named(`${id} ${slot}`), label: slot || "link", from: id, to },
      ...{ attributes: {}, note: "" },
    })),
  );
}

type NewId = (name: string) => string;

/** Ids by a name and a number: several slots of a span may have one name, and a mention may be called so itself. */
function newIds(mentions: readonly Mention[]): NewId {
  const taken = new Set(mentions.map(({ id }) => id));
  const last = new Map<string, number>();
  return (name) => {
    let number = last.get(name) ?? 0;
    do number += 1;
    while (taken.has(`${name} ${number}`));
    last.set(name, number);
    taken.add(`${name} ${number}`);
    return `${name} ${number}`;
  };
}

function addWordless(links: Links, mention: Mention, warnings: CountedWarnings): void {
  const { id, note } = mention;
  const label = mention.label ?? "link";
  const attributes = Object.fromEntries(mention.attributes);
  const values = mention.links.flatMap(({ slot, targets }) =>
    targets.map((target) => ({ role: slot, target })),
  );
  const [first, second, ...more] = values;
  if (first === undefined)
    warnings.count(
      `annotation ${id}`,
      "marks no words and links none, and was left out",
      "mark no words and link none, and were left out",
    );
  else if (second && mention.links.length === 1 && mention.attributes.length === 0)
    links.groups.push({ id, label, members: values.map(({ target }) => target), note });
  else if (second && more.length === 0 && mention.links.length === 2)
    links.relations.push({ id, label, ...fromAndTo(first, second), attributes, note });
  else links.events.push({ id, label, trigger: first.target, arguments: values, attributes, note });
}

interface Value {
  role: string;
  target: string;
}

/** cTAKES and SHARP call the ends "Argument" and "Related_to", in any order. */
function fromAndTo(first: Value, second: Value): Pick<Relation, "from" | "to"> {
  const isTurned = /^related_?to/i.test(first.role) && /^argument/i.test(second.role);
  return isTurned
    ? { from: second.target, to: first.target }
    : { from: first.target, to: second.target };
}
