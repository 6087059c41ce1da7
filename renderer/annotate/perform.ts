import type { CommandId } from "../../shared/commands.ts";
import type { Id } from "../../shared/model/annotation.ts";
import { runCommand } from "../shell/commands.ts";
import type { ReportState } from "../state/report-state.ts";
import { rangeToLabel, spanAtHand } from "./at-hand.ts";
import { looked, moveHere, stepToFlagged } from "./flagged.ts";
import { type Intent, type Situation, spanCommands } from "./key-intents.ts";
import { kindOf, neighbour } from "./marking.ts";
import { type Session, selectActive } from "./session.ts";

/** What a key may act on right now. */
export function situationOf(session: Session): Situation {
  const { store, editor, scheme } = session;
  const state = store.state();
  const atHand = spanAtHand(session);
  const linked = state.offer ? selectActive(state) : atHand;
  return {
    hasSelection: editor.current?.selection() != null,
    isOnSpan: atHand !== null,
    offered: state.offer?.suggestions.length ?? 0,
    canLink: linked?.entity === null && kindOf(scheme, linked.label) !== null,
  };
}

/** Does what a key in the text asked for, to the span that the caret is on. */
export function performInText(session: Session, intent: Intent): void {
  const atHand = spanAtHand(session);
  if (atHand && concernsSpan(intent, session.store.state()))
    session.store.dispatch({ type: "activated", span: atHand.id });
  perform(session, intent);
}

function concernsSpan(intent: Intent, { offer }: ReportState): boolean {
  if (intent.do === "attribute") return true;
  if (intent.do !== "command") return false;
  // What is offered is offered for the active span, wherever the caret is by now.
  if (intent.id === "entity.new") return offer === null;
  return spanCommands.some((id) => id === intent.id);
}

/** Does what a key, a menu or a button asked for. */
export function perform(session: Session, intent: Intent): void {
  switch (intent.do) {
    case "label":
      applyLabel(session, intent.label);
      break;
    case "attribute":
      changeAttribute(session, intent.name);
      break;
    case "accept":
      accept(session, intent.at);
      break;
    case "command":
      doers[intent.id]?.(session);
      break;
    default:
      intent satisfies never;
  }
}

/** Marks what is selected; else the span at hand gets this label; else the word at the caret is marked. */
export function applyLabel(session: Session, label: string): void {
  const { store, editor, actions, say } = session;
  const selected = editor.current?.selection();
  const atHand = spanAtHand(session);
  if (atHand && !selected) {
    store.dispatch({ type: "activated", span: atHand.id });
    actions.relabel(atHand.id, label);
    return;
  }
  const range = rangeToLabel(session);
  if (range) void actions.mark(label, range);
  else say("Select some words first.");
}

/** What this screen does for the commands that act on spans and text. */
const doers: Partial<Record<CommandId, (session: Session) => void>> = {
  "span.label": (session) => session.openLabelPicker(),
  "span.next": (session) => step(session, 1),
  "span.previous": (session) => step(session, -1),
  "text.focus": stepBack,
  "span.edit": onActive((session) => editFields(session)),
  "span.remove": onActive(({ actions }, active) => actions.removeSpan(active)),
  "span.move": onActive((session, active) => void moveHere(session, active)),
  "span.nextFlagged": stepToFlagged,
  "span.looked": onActive(looked),
  "entity.new": onActive(({ actions }, active) => actions.link(active, "new")),
  "entity.positive": (session) => setResult(session, "positive"),
  "entity.negative": (session) => setResult(session, "negative"),
};

function onActive(act: (session: Session, active: Id) => void) {
  return (session: Session) => {
    const { active } = session.store.state();
    if (active === null) session.say("No span is chosen.");
    else act(session, active);
  };
}

function accept({ store, actions, focusText }: Session, at: number): void {
  const { offer } = store.state();
  const suggestion = offer?.suggestions[at];
  if (offer && suggestion) actions.link(offer.span, suggestion.entity);
  focusText();
}

/** A panel that was put away comes back for it. */
function editFields({ focusInspector }: Session, attribute?: string): void {
  if (!document.querySelector(".side-panel")) runCommand("view.panel");
  // Fields that come with the same key press are drawn a moment later.
  queueMicrotask(() => focusInspector(attribute));
}

function changeAttribute(session: Session, name: string): void {
  const { store, scheme, actions } = session;
  const definition = scheme.attributes.find((attribute) => attribute.name === name);
  const active = selectActive(store.state());
  if (!active || !definition) return;
  if (definition.type === "flag") actions.toggleFlag(active.id, name);
  else editFields(session, name);
}

/** Sets the field of the active span's entity that can say this. */
function setResult({ store, scheme, actions, say }: Session, result: string): void {
  const entity = store.state().entities.get(selectActive(store.state())?.entity ?? "");
  const kind = scheme.kinds.find(({ name }) => name === entity?.kind);
  const field = kind?.fields.find(({ choices }) => choices.includes(result));
  if (!entity) say("Link the span to an entity first.");
  else if (!field) say(`A ${entity.kind} is not ${result} or anything like it.`);
  else actions.setField(entity.id, field.name, result);
}

function step(session: Session, direction: 1 | -1): void {
  const { order, active } = session.store.state();
  const caret = session.editor.current?.caret() ?? 0;
  const next = neighbour(order, active, caret, direction);
  if (next) session.goTo(next.id);
  else session.say(direction === 1 ? "This is the last span." : "This is the first span.");
}

/** From a field back to the text; in the text, first the offer goes, then the choice. */
function stepBack({ store, focusText, editor }: Session): void {
  const inText = document.activeElement?.closest(".report-view-text") != null;
  if (!inText) focusText();
  else if (store.state().offer) store.dispatch({ type: "offered", offer: null });
  else if (editor.current?.selection()) editor.current.select(null);
  else store.dispatch({ type: "activated", span: null });
}
