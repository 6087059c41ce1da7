import type { Id } from "../../shared/model/annotation.ts";
import type { ReportState } from "../state/report-state.ts";

/** One relation, event or group, seen from one of those that take part in it. */
export interface Part {
  id: Id;
  /** What it is, and in which role the one takes part. */
  what: string;
  others: { role: string; target: Id; text: string }[];
}

type Linked = Pick<ReportState, "spans" | "entities" | "relations" | "events" | "groups">;

/** Everything that a span takes part in, also as the trigger of an event or through its events. */
export function takesPartIn(span: Id, state: Linked): Part[] {
  const triggered = Array.from(state.events.values()).filter(({ trigger }) => trigger === span);
  const selves = new Set([span, ...triggered.map(({ id }) => id)]);
  return [
    ...triggered.map((event) => eventPart(event, `${event.label} (event)`, state)),
    ...relationParts(selves, state),
    ...argumentParts(selves, state),
    ...groupParts(selves, state),
  ];
}

function eventPart(
  { id, arguments: all }: { id: Id; arguments: { role: string; target: Id }[] },
  what: string,
  state: Linked,
): Part {
  const others = all.map(({ role, target }) => ({ role, target, text: textOf(target, state) }));
  return { id, what, others };
}

function relationParts(selves: ReadonlySet<Id>, state: Linked): Part[] {
  return Array.from(state.relations.values()).flatMap(({ id, label, from, to }) => {
    if (selves.has(from))
      return [{ id, what: label, others: [{ role: "→", target: to, text: textOf(to, state) }] }];
    if (selves.has(to))
      return [
        { id, what: label, others: [{ role: "←", target: from, text: textOf(from, state) }] },
      ];
    return [];
  });
}

/** Events of other triggers in which one of these is an argument. */
function argumentParts(selves: ReadonlySet<Id>, state: Linked): Part[] {
  return Array.from(state.events.values()).flatMap((event) =>
    event.arguments
      .filter(({ target }) => selves.has(target) && !selves.has(event.id))
      .map(({ role }) => ({
        id: `${event.id} ${role}`,
        what: `${role} of ${event.label}`,
        others: [{ role: "", target: event.trigger, text: textOf(event.trigger, state) }],
      })),
  );
}

function groupParts(selves: ReadonlySet<Id>, state: Linked): Part[] {
  return Array.from(state.groups.values())
    .filter(({ members }) => members.some((member) => selves.has(member)))
    .map(({ id, label, members }) => ({
      id,
      what: `${label} (group)`,
      others: members
        .filter((member) => !selves.has(member))
        .map((target) => ({ role: "", target, text: textOf(target, state) })),
    }));
}

function textOf(id: Id, { spans, entities, events }: Linked): string {
  const event = events.get(id);
  const span = spans.get(event?.trigger ?? id);
  return span?.quote ?? entities.get(id)?.name ?? event?.label ?? id;
}
