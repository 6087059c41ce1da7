import type { Id } from "../../shared/model/annotation.ts";
import { t } from "../messages.ts";
import { runCommand } from "../shell/commands.ts";
import { rangeToLabel, spanAtHand } from "./at-hand.ts";
import { type Deed, lastDeeds, lastLabel, remember } from "./repeating.ts";
import { type Session, selectActive } from "./session.ts";

/** Marks what is selected; else the span at hand gets this label; else the word at the caret is marked. */
export async function applyLabel(session: Session, label: string): Promise<void> {
  const { store, editor, actions, say } = session;
  const selected = editor.current?.selection();
  const atHand = spanAtHand(session);
  if (atHand && !selected) {
    store.dispatch({ type: "activated", span: atHand.id });
    remember({ do: "label", label }, atHand.id);
    actions.relabel(atHand.id, label);
    return;
  }
  const range = rangeToLabel(session);
  const marked = range && (await actions.mark(label, range));
  if (marked) remember({ do: "label", label }, marked);
  else if (!range) say(t("Select some words first."));
}

/** Marks with the label that was given last. */
export function markAgain(session: Session): void {
  const label = lastLabel();
  if (label === null) session.say(t("No label was given yet. Press a label's key."));
  else void applyLabel(session, label);
}

/** Does to what is selected, or to the span at hand, all that was done to the span before. */
export async function repeat(session: Session): Promise<void> {
  const { store, say } = session;
  const deeds = lastDeeds();
  const atHand = spanAtHand(session);
  if (deeds.length === 0) return say(t("There is nothing to repeat yet."));
  if (deeds[0]?.do !== "label") {
    if (!atHand) return say(t("Put the caret on a span first."));
    store.dispatch({ type: "activated", span: atHand.id });
  }
  for (const deed of deeds) await doAgain(session, deed);
}

async function doAgain(session: Session, deed: Deed): Promise<void> {
  const { active } = session.store.state();
  switch (deed.do) {
    case "label":
      return applyLabel(session, deed.label);
    case "flag":
      return changeAttribute(session, deed.name);
    case "link":
      return active === null ? undefined : link(session, active, deed.entity);
    case "result":
      return setResult(session, deed.result);
    default:
      return deed satisfies never;
  }
}

/** Links a span to an entity, or to a new one. */
export function link({ actions }: Session, span: Id, entity: Id | "new"): void {
  remember({ do: "link", entity }, span);
  actions.link(span, entity);
}

/** Goes to the fields of the active span; a panel that was put away comes back for it. */
export function editFields({ focusInspector }: Session, attribute?: string): void {
  if (!document.querySelector(".side-panel")) runCommand("view.panel");
  // Fields that come with the same key press are drawn a moment later.
  queueMicrotask(() => focusInspector(attribute));
}

/** Sets or takes back a flag of the active span; any other attribute is gone to. */
export function changeAttribute(session: Session, name: string): void {
  const { store, scheme, actions } = session;
  const definition = scheme.attributes.find((attribute) => attribute.name === name);
  const active = selectActive(store.state());
  if (!active || !definition) return;
  if (definition.type === "flag") {
    remember({ do: "flag", name }, active.id);
    actions.toggleFlag(active.id, name);
  } else editFields(session, name);
}

/** Sets the field of the active span's entity that can say this. */
export function setResult({ store, scheme, actions, say }: Session, result: string): void {
  const active = selectActive(store.state());
  const entity = store.state().entities.get(active?.entity ?? "");
  const kind = scheme.kinds.find(({ name }) => name === entity?.kind);
  const field = kind?.fields.find(({ choices }) => choices.includes(result));
  if (!entity) say(t("Link the span to an entity first."));
  else if (!field)
    say(t("A {kind} is not {result} or anything like it.", { kind: entity.kind, result }));
  else {
    if (active) remember({ do: "result", result }, active.id);
    actions.setField(entity.id, field.name, result);
  }
}
