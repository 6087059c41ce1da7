import type { Event, Group } from "../../shared/model/annotation.ts";
import type { Journal } from "./journal.ts";
import { eventCodec, groupCodec, type Row, relationCodec } from "./rows.ts";

/** Takes an annotation out of everything that points to it, removing what cannot be without it. */
export function detach(journal: Journal, layer: string, id: string): void {
  for (const relation of relationsWith(journal, layer, id))
    removeWhole(journal, layer, "relation", relation.id);
  for (const event of eventsWith(journal, layer, id))
    if (event.trigger === id) removeWhole(journal, layer, "event", event.id);
  // Read again: an event that went with its trigger may have been an argument of these.
  for (const event of eventsWith(journal, layer, id))
    journal.put("event", eventCodec.toRow(withoutArgument(event, id), layer));
  for (const group of groupsWith(journal, layer, id)) {
    const members = group.members.filter((member) => member !== id);
    if (members.length < 2) removeWhole(journal, layer, "grouping", group.id);
    else journal.put("grouping", groupCodec.toRow({ ...group, members }, layer));
  }
}

/** Makes everything that points to one annotation point to another. */
export function repoint(journal: Journal, layer: string, from: string, to: string): void {
  const moved = (id: string) => (id === from ? to : id);
  for (const relation of relationsWith(journal, layer, from)) {
    const ends = { from: moved(relation.from), to: moved(relation.to) };
    journal.put("relation", relationCodec.toRow({ ...relation, ...ends }, layer));
  }
  for (const event of eventsWith(journal, layer, from)) {
    const args = event.arguments.map(({ role, target }) => ({ role, target: moved(target) }));
    const changed = { ...event, trigger: moved(event.trigger), arguments: args };
    journal.put("event", eventCodec.toRow(changed, layer));
  }
  for (const group of groupsWith(journal, layer, from)) {
    const members = [...new Set(group.members.map(moved))];
    journal.put("grouping", groupCodec.toRow({ ...group, members }, layer));
  }
}

/** The labels of relations and events that lead from one of these annotations to another of them. */
export function linksAmong(journal: Journal, layer: string, ids: readonly string[]): string[] {
  const isOne = (id: string) => ids.includes(id);
  return ids
    .flatMap((id) => [
      ...relationsWith(journal, layer, id).filter(({ from, to }) => isOne(from) && isOne(to)),
      ...eventsWith(journal, layer, id).filter(
        (event) => isOne(event.trigger) && event.arguments.some(({ target }) => isOne(target)),
      ),
    ])
    .map(({ label }) => label);
}

// Each of these may itself be pointed to.
function removeWhole(
  journal: Journal,
  layer: string,
  table: "relation" | "event" | "grouping",
  id: string,
): void {
  journal.remove(table, id);
  detach(journal, layer, id);
}

function withoutArgument(event: Event, id: string): Event {
  return { ...event, arguments: event.arguments.filter(({ target }) => target !== id) };
}

function relationsWith(journal: Journal, layer: string, id: string) {
  return select(
    journal,
    "relation WHERE layer = @layer AND @id IN (from_id, to_id)",
    layer,
    id,
  ).map(relationCodec.fromRow);
}

// Lists lie in JSON; the quoted identifier narrows the rows, the parsed list decides.
function eventsWith(journal: Journal, layer: string, id: string): Event[] {
  const where = "(trigger_id = @id OR instr(arguments, @id) > 0)";
  return select(journal, `event WHERE layer = @layer AND ${where}`, layer, id)
    .map(eventCodec.fromRow)
    .filter((event) => event.trigger === id || event.arguments.some(({ target }) => target === id));
}

function groupsWith(journal: Journal, layer: string, id: string): Group[] {
  return select(journal, "grouping WHERE layer = @layer AND instr(members, @id) > 0", layer, id)
    .map(groupCodec.fromRow)
    .filter(({ members }) => members.includes(id));
}

function select({ db }: Journal, from: string, layer: string, id: string): Row[] {
  return db.prepare<unknown[], Row>(`SELECT * FROM ${from}`).all({ layer, id });
}
