import type { CommandId } from "../../shared/commands.ts";
import type { Id } from "../../shared/model/annotation.ts";
import { t } from "../messages.ts";
import type { ReportState } from "../state/report-state.ts";
import { spanAtHand } from "./at-hand.ts";
import {
  applyLabel,
  changeAttribute,
  editFields,
  link,
  markAgain,
  repeat,
  setResult,
} from "./deeds.ts";
import { editNote, toggleUnsure } from "./doubts.ts";
import { goToOtherEdge, moveEdge } from "./edge-moves.ts";
import { looked, moveHere } from "./flagged.ts";
import { type Intent, type Situation, spanCommands } from "./key-intents.ts";
import { openMarkAll, typedCount } from "./mark-all/mark-all-open.ts";
import { kindOf, neighbour } from "./marking.ts";
import { type MotionId, motionIds, moveBy, stepToPhrase } from "./motions.ts";
import { stepToProblem } from "./problems/step-to-problem.ts";
import { relate, stopRelating } from "./relations/relating.ts";
import { type Session, selectActive } from "./session.ts";
import { addFragment, chooseUnder, joinHere, splitHere, takeOut } from "./shapes.ts";
import { toggleSnapping } from "./snapping.ts";

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
    count: typedCount.get(),
  };
}

/** Does what a key in the text asked for, to the span that the caret is on, and to as many places as were typed. */
export function performInText(session: Session, intent: Intent): void {
  const count = typedCount.get();
  typedCount.set(null);
  if (count !== null && marksPlaces(intent)) {
    openMarkAll(session, { count, ...(intent.do === "label" && { label: intent.label }) });
    return;
  }
  // Escape gives up the count alone.
  if (count !== null && intent.do === "command" && intent.id === "text.focus") return;
  const atHand = spanAtHand(session);
  if (atHand && concernsSpan(intent, session.store.state()))
    session.store.dispatch({ type: "activated", span: atHand.id });
  perform(session, intent);
}

const placesWords = (count: number) =>
  t("{count, plural, one {One place} other {# places}}", { count });

const marksPlaces = (intent: Intent) =>
  intent.do === "label" || (intent.do === "command" && intent.id === "span.markAll");

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
      void applyLabel(session, intent.label);
      break;
    case "attribute":
      changeAttribute(session, intent.name);
      break;
    case "accept":
      accept(session, intent.at);
      break;
    case "move":
      moveBy(session, intent.id, intent.extend);
      break;
    case "count":
      typedCount.set(intent.count);
      session.say(placesWords(intent.count));
      break;
    case "command":
      doers[intent.id]?.(session);
      break;
    default:
      intent satisfies never;
  }
}

/** What this screen does for the commands that act on spans and text. */
const doers: Partial<Record<CommandId, (session: Session) => void>> = {
  ...motionDoers(),
  "text.previousPhrase": (session) => stepToPhrase(session, -1),
  "text.nextPhrase": (session) => stepToPhrase(session, 1),
  "text.snap": snap,
  "span.label": (session) => session.openLabelPicker(),
  "span.again": markAgain,
  "span.repeat": (session) => void repeat(session),
  "span.markAll": (session) => openMarkAll(session),
  "span.next": (session) => step(session, 1),
  "span.previous": (session) => step(session, -1),
  "text.focus": stepBack,
  "span.edit": onActive((session) => editFields(session)),
  "span.remove": onActive(({ actions }, active) => actions.removeSpan(active)),
  "span.move": onActive((session, active) => void moveHere(session, active)),
  "span.under": chooseUnder,
  "span.fragment": (session) => void addFragment(session),
  "span.takeOut": (session) => void takeOut(session),
  "span.edge": goToOtherEdge,
  "span.edgeBack": (session) => void moveEdge(session, -1, "word"),
  "span.edgeOn": (session) => void moveEdge(session, 1, "word"),
  "span.edgeBackCharacter": (session) => void moveEdge(session, -1, "character"),
  "span.edgeOnCharacter": (session) => void moveEdge(session, 1, "character"),
  "span.split": splitHere,
  "span.join": (session) => void joinHere(session),
  "span.nextFlagged": stepToProblem,
  "span.unsure": onActive(toggleUnsure),
  "span.note": onActive(editNote),
  "relation.draw": onActive(relate),
  "span.looked": onActive(looked),
  "entity.new": onActive((session, active) => link(session, active, "new")),
  "entity.positive": (session) => setResult(session, "positive"),
  "entity.negative": (session) => setResult(session, "negative"),
};

function motionDoers(): Partial<Record<MotionId, (session: Session) => void>> {
  return Object.fromEntries(
    motionIds.map((id) => [id, (session: Session) => moveBy(session, id, false)]),
  );
}

function snap({ say }: Session): void {
  say(t(toggleSnapping() ? "Whole words are selected." : "Single letters are selected."));
}

function onActive(act: (session: Session, active: Id) => void) {
  return (session: Session) => {
    const { active } = session.store.state();
    if (active === null) session.say(t("No span is chosen."));
    else act(session, active);
  };
}

function accept(session: Session, at: number): void {
  const { offer } = session.store.state();
  const suggestion = offer?.suggestions[at];
  if (offer && suggestion) link(session, offer.span, suggestion.entity);
  session.focusText();
}

function step(session: Session, direction: 1 | -1): void {
  const { order, active } = session.store.state();
  const caret = session.editor.current?.caret() ?? 0;
  const next = neighbour(order, active, caret, direction);
  if (next) session.goTo(next.id);
  else session.say(t(direction === 1 ? "This is the last span." : "This is the first span."));
}

/** From a field back to the text; in the text, first the offer goes, then the choice. */
function stepBack({ store, focusText, editor }: Session): void {
  const inText = document.activeElement?.closest(".report-view-text") != null;
  if (!inText) focusText();
  else if (store.state().relating) stopRelating({ store });
  else if (store.state().offer) store.dispatch({ type: "offered", offer: null });
  else if (editor.current?.selection()) editor.current.select(null);
  else store.dispatch({ type: "activated", span: null });
}
