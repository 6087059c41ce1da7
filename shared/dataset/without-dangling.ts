import type { LossBook } from "../formats/losses.ts";
import type { DocumentLayer } from "../model/document.ts";

const endGone = "left out, since what they link is left out.";

/**
 * A layer of which spans or others were taken away, without what refers to them: relations, events,
 * their arguments, groups and their members; and then without what referred to those.
 * @param name the document's, for examples.
 */
export function withoutDangling(layer: DocumentLayer, book: LossBook, name: string): DocumentLayer {
  let kept = layer;
  for (let before = 0; before !== countOf(kept); ) {
    before = countOf(kept);
    kept = withoutOnce(kept, idsOf(kept));
  }
  sayWhatWent(layer, kept, book, name);
  return kept;
}

function countOf({ relations, events, groups }: DocumentLayer): number {
  return relations.length + events.length + groups.length;
}

function idsOf(layer: DocumentLayer): ReadonlySet<string> {
  const { spans, entities, relations, events, groups } = layer;
  return new Set([...spans, ...entities, ...relations, ...events, ...groups].map(({ id }) => id));
}

function withoutOnce(layer: DocumentLayer, there: ReadonlySet<string>): DocumentLayer {
  return {
    ...layer,
    relations: layer.relations.filter(({ from, to }) => there.has(from) && there.has(to)),
    events: layer.events
      .filter(({ trigger }) => there.has(trigger))
      .map((event) => ({
        ...event,
        arguments: event.arguments.filter(({ target }) => there.has(target)),
      })),
    groups: layer.groups
      .map((group) => ({ ...group, members: group.members.filter((id) => there.has(id)) }))
      .filter(({ members }) => members.length > 0),
  };
}

function sayWhatWent(
  before: DocumentLayer,
  after: DocumentLayer,
  book: LossBook,
  name: string,
): void {
  for (const { label } of goneOf(before.relations, after.relations))
    book.lose("Relations", endGone, `${name}: ${label}`);
  for (const { label } of goneOf(before.events, after.events))
    book.lose("Events", endGone, `${name}: ${label}`);
  for (const { label } of goneOf(before.groups, after.groups))
    book.lose("Groups", endGone, `${name}: ${label}`);
  const events = new Map(before.events.map((event) => [event.id, event.arguments.length]));
  for (const { id, label, arguments: left } of after.events)
    for (let gone = left.length; gone < (events.get(id) ?? 0); gone += 1)
      book.lose("Event arguments", endGone, `${name}: ${label}`);
  const groups = new Map(before.groups.map((group) => [group.id, group.members.length]));
  for (const { id, label, members } of after.groups)
    if (members.length < (groups.get(id) ?? 0))
      book.lose("Groups", "written without the members that are left out.", `${name}: ${label}`);
}

function goneOf<One extends { id: string }>(before: readonly One[], after: readonly One[]): One[] {
  const left = new Set(after.map(({ id }) => id));
  return before.filter(({ id }) => !left.has(id));
}
