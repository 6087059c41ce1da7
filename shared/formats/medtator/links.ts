import type { Event, Relation } from "../../model/annotation.ts";
import type { CountedWarnings } from "../reading/counted-warnings.ts";
import { attributeOf } from "../texts/attribute-text.ts";
import { isOwnName, type Tag } from "./tags.ts";

/** The role whose span is an event's trigger. */
export const triggerRole = "trigger";

interface Argument {
  role: string;
  target: string;
}

interface Links {
  relations: Relation[];
  events: Event[];
}

/**
 * Links of two ends are relations, from the first to the second. A link with a trigger, or with another
 * number of ends, is an event; its trigger is the first end where none is named so.
 */
export function readLinks(
  tags: readonly Tag[],
  spans: ReadonlySet<string>,
  warnings: CountedWarnings,
): Links {
  const links: Links = { relations: [], events: [] };
  for (const tag of tags) {
    const ends = argumentsOf(tag);
    const known = ends.filter(({ target }) => spans.has(target));
    if (known.length < ends.length || known.length === 0) countGone(tag, known, warnings);
    const [first, second, ...more] = known;
    const trigger = known.find(({ role }) => role === triggerRole);
    const details = detailsOf(tag, ends);
    if (trigger !== undefined || (first !== undefined && ends.length !== 2))
      links.events.push({
        ...{ id: tag.id, label: tag.name, trigger: (trigger ?? first)?.target ?? "" },
        ...{ arguments: known.filter((end) => end !== trigger), ...details },
      });
    else if (first && second && more.length === 0)
      links.relations.push({
        ...{ id: tag.id, label: tag.name, ...details },
        ...fromAndTo(tag, first, second, warnings),
      });
  }
  return links;
}

/** The ends are `fromID` and `fromText`, or `fromID` alone: an attribute with an id, not just any that ends so. */
function argumentsOf({ attributes }: Tag): Argument[] {
  return [...attributes].flatMap(([name, target]) => {
    const role = /^(.+)ID$/.exec(name)?.[1];
    if (role === undefined || target === "") return [];
    const isEnd = attributes.has(`${role}Text`) || role === "from" || role === "to";
    return isEnd ? [{ role, target }] : [];
  });
}

function countGone({ where }: Tag, known: readonly Argument[], warnings: CountedWarnings): void {
  if (known.length >= 2)
    warnings.count(
      where,
      "links a tag that is not there or marks no words, and was read without it",
      "link tags that are not there or mark no words, and were read without them",
    );
  else
    warnings.count(
      where,
      "links fewer than two tags that mark words, and was left out or read as an event",
      "link fewer than two tags that mark words, and were left out or read as events",
    );
}

function fromAndTo({ where }: Tag, first: Argument, second: Argument, warnings: CountedWarnings) {
  if (first.role === "to" && second.role === "from")
    return { from: second.target, to: first.target };
  if (first.role !== "from" || second.role !== "to")
    warnings.count(
      where,
      `calls its ends "${first.role}" and "${second.role}", which became its beginning and its end`,
      "have names for their ends, which became their beginning and their end",
    );
  return { from: first.target, to: second.target };
}

function detailsOf({ attributes }: Tag, ends: readonly Argument[]) {
  const names = new Set(ends.flatMap(({ role }) => [`${role}ID`, `${role}Text`]));
  const said = [...attributes].filter(
    ([name, value]) => !names.has(name) && !isOwnName(name) && name !== "comment" && value !== "",
  );
  return {
    attributes: Object.fromEntries(said.map(([name, value]) => [name, attributeOf(value)])),
    note: attributes.get("comment") ?? "",
  };
}
