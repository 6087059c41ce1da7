import type { CommandId } from "../../shared/commands.ts";
import type { Id } from "../../shared/model/annotation.ts";
import type { ReportState } from "../state/report-state.ts";
import type { Intent, Situation } from "./key-intents.ts";
import { kindOf, neighbour } from "./marking.ts";
import type { Session } from "./session.ts";

/** What a key may act on right now. */
export function situationOf({ store, editor, scheme }: Session): Situation {
  const state = store.state();
  const active = activeOf(state);
  return {
    hasSelection: editor.current?.selection() != null,
    hasActive: active !== undefined,
    offered: state.offer?.suggestions.length ?? 0,
    canLink: active?.entity === null && kindOf(scheme, active.label) !== null,
  };
}

/** Does what a key, a menu or a button asked for. */
export function perform(session: Session, intent: Intent): void {
  switch (intent.do) {
    case "mark":
      markSelection(session, intent.label);
      break;
    case "relabel":
      relabel(session, intent.label);
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

/** Marks what is selected, or gives the active span this label when nothing is. */
export function applyLabel(session: Session, label: string): void {
  if (situationOf(session).hasSelection) markSelection(session, label);
  else relabel(session, label);
}

function relabel({ store, actions, say }: Session, label: string): void {
  const { active } = store.state();
  if (active === null) say("Select some words first.");
  else actions.relabel(active, label);
}

/** What this screen does for the commands that act on spans and text. */
const doers: Partial<Record<CommandId, (session: Session) => void>> = {
  "span.label": (session) => session.openLabelPicker(),
  "span.next": (session) => step(session, 1),
  "span.previous": (session) => step(session, -1),
  "text.focus": stepBack,
  "span.edit": onActive((session) => session.focusInspector()),
  "span.remove": onActive(({ actions }, active) => actions.removeSpan(active)),
  "entity.new": onActive(({ actions }, active) => actions.link(active, "new")),
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

/** The caret goes behind the new span, so that reading and selecting go on from there. */
function markSelection({ editor, actions }: Session, label: string): void {
  const range = editor.current?.selection();
  if (!range) return;
  const handle = editor.current;
  void actions.mark(label, range).then((span) => {
    if (span !== null) handle?.select({ start: range.end, end: range.end });
  });
}

function changeAttribute({ store, scheme, actions, focusInspector }: Session, name: string): void {
  const definition = scheme.attributes.find((attribute) => attribute.name === name);
  const active = activeOf(store.state());
  if (!active || !definition) return;
  if (definition.type === "flag") actions.toggleFlag(active.id, name);
  else focusInspector(name);
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

function activeOf({ active, spans }: ReportState) {
  return active === null ? undefined : spans.get(active);
}
