import { t } from "../messages.ts";
import type { Entry } from "../palette/sources.ts";
import { applyLabel } from "./deeds.ts";
import type { Session } from "./session.ts";

/** What the open report gives the palette: the labels to mark with, and the entities to go to. */
export function paletteEntries(session: Session): Entry[] {
  return [...labelEntries(session), ...entityEntries(session)];
}

function labelEntries(session: Session): Entry[] {
  return session.scheme.labels.map(({ name, colour, key }) => ({
    id: `label ${name}`,
    group: "Labels",
    name,
    detail: t("Mark the selection"),
    colour,
    keys: key ?? undefined,
    run: () => void applyLabel(session, name),
  }));
}

/** Each leads to the first span that speaks of it; one that no span speaks of has nowhere to lead. */
function entityEntries({ store, scheme, goTo, focusText }: Session): Entry[] {
  const { order, entities } = store.state();
  const first = new Map<string, string>();
  for (const { entity, id } of order)
    if (entity !== null && !first.has(entity)) first.set(entity, id);
  return Array.from(first, ([id, span]) => {
    const entity = entities.get(id);
    return {
      id: `entity ${id}`,
      group: "Entities" as const,
      name: entity?.name ?? "",
      detail: entity?.kind,
      colour: scheme.labels.find(({ kind }) => kind === entity?.kind)?.colour,
      run: () => {
        focusText();
        goTo(span);
      },
    };
  });
}
