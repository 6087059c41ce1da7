import type { Event, Id, Relation } from "../../shared/model/annotation.ts";
import { t } from "../messages.ts";
import type { ReportState } from "../state/report-state.ts";
import { valueText } from "./marking.ts";
import { relationIndex } from "./relations/relation-index.ts";

/** One relation, event or group, seen from one of those that take part in it. */
export interface Part {
  id: Id;
  /** What it is, and in which role the one takes part. */
  what: string;
  /** Where it is one that can be changed and removed here. */
  relation?: Relation;
  others: { role: string; target: Id; text: string }[];
}

type Linked = Pick<ReportState, "spans" | "entities" | "relations" | "events" | "groups">;

/** Everything that a span or an entity takes part in; a span also as the trigger of an event or through its events. */
export function takesPartIn(self: Id, state: Linked): Part[] {
  const triggered = Array.from(state.events.values()).filter(({ trigger }) => trigger === self);
  const selves = new Set([self, ...triggered.map(({ id }) => id)]);
  return [
    ...triggered.map((event) => eventPart(event, state)),
    ...relationParts(selves, state),
    ...argumentParts(selves, state),
    ...groupParts(selves, state),
  ];
}

function eventPart(event: Event, state: Linked): Part {
  const others = event.arguments.map(({ role, target }) => end(role, target, state));
  return {
    id: event.id,
    what: withFacts(t("{label} (event)", { label: event.label }), event),
    others,
  };
}

function relationParts(selves: ReadonlySet<Id>, state: Linked): Part[] {
  const index = relationIndex(state.relations);
  const relations = new Set([...selves].flatMap((self) => index.get(self) ?? []));
  return Array.from(relations, (relation) => {
    const { id, label, from, to } = relation;
    const other = selves.has(from) ? end("→", to, state) : end("←", from, state);
    return { id, what: withFacts(label, { ...relation, note: "" }), relation, others: [other] };
  });
}

/** An event is shown by its trigger, which can be gone to. */
function end(role: string, id: Id, state: Linked): Part["others"][number] {
  return { role, target: state.events.get(id)?.trigger ?? id, text: textOf(id, state) };
}

/** What is known of a relation or an event besides its ends. */
function withFacts(what: string, { attributes, note }: Pick<Event, "attributes" | "note">): string {
  const facts = Object.entries(attributes).map(([name, value]) =>
    value === true ? name : `${name} ${valueText(name, value, "")}`,
  );
  return [what, ...facts, note].filter((part) => part !== "").join(" · ");
}

/** Events of other triggers in which one of these is an argument. */
function argumentParts(selves: ReadonlySet<Id>, state: Linked): Part[] {
  return Array.from(state.events.values()).flatMap((event) =>
    event.arguments
      .filter(({ target }) => selves.has(target) && !selves.has(event.id))
      .map(({ role }) => ({
        id: `${event.id} ${role}`,
        what: t("{role} of {label}", { role, label: event.label }),
        others: [end("", event.trigger, state)],
      })),
  );
}

function groupParts(selves: ReadonlySet<Id>, state: Linked): Part[] {
  return Array.from(state.groups.values())
    .filter(({ members }) => members.some((member) => selves.has(member)))
    .map(({ id, label, members }) => ({
      id,
      what: t("{label} (group)", { label }),
      others: members
        .filter((member) => !selves.has(member))
        .map((target) => end("", target, state)),
    }));
}

function textOf(id: Id, { spans, entities, events }: Linked): string {
  const event = events.get(id);
  const span = spans.get(event?.trigger ?? id);
  return span?.quote ?? entities.get(id)?.name ?? event?.label ?? id;
}
