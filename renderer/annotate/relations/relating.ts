import type { Id } from "../../../shared/model/annotation.ts";
import { toast } from "../../look/toasts.tsx";
import { t } from "../../messages.ts";
import { createValueStore } from "../../state/value-store.ts";
import type { Session } from "../session.ts";
import { type RelationChoice, relationChoices } from "./relation-choices.ts";

/** Whether the relations of everything in view are drawn, not only those of the active span. */
export const showsAllRelations = createValueStore(false);

/** Begins a relation at the active span; pressed again on another one, asks which kind it is. */
export function relate({ store, scheme }: Session, active: Id): void {
  const state = store.state();
  const { relating } = state;
  if (scheme.relations.length === 0)
    toast({ text: t("The scheme has no relations yet. Add one under Scheme.") });
  else if (relating === null || relating.from === active)
    store.dispatch({ type: "relating", relating: { from: active, to: null } });
  else if (relationChoices(scheme, state, relating.from, active).length === 0)
    toast({ text: nothingBetween(state.spans.get(relating.from), state.spans.get(active)) });
  else store.dispatch({ type: "relating", relating: { from: relating.from, to: active } });
}

function nothingBetween(from?: { label: string }, to?: { label: string }): string {
  return t("The scheme has no further relation between a {from} and a {to}.", {
    from: from?.label ?? "",
    to: to?.label ?? "",
  });
}

/** Saves the relation, and is ready for another thing. */
export async function choose(session: Session, choice: RelationChoice): Promise<void> {
  session.store.dispatch({ type: "relating", relating: null });
  session.focusText();
  await session.actions.relate(choice);
}

export function stopRelating({ store }: Pick<Session, "store">): void {
  store.dispatch({ type: "relating", relating: null });
}
