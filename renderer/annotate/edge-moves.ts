import {
  type EdgeStep,
  nearestEdge,
  nextEdge,
  offsetOf,
  stepEdge,
  withEdgeAt,
} from "../../shared/text/edges.ts";
import { t } from "../messages.ts";
import { spanAtHand } from "./at-hand.ts";
import { type Session, selectActive } from "./session.ts";

/** Moves the edge of the span at hand that is nearest to the caret, and the caret with it. */
export async function moveEdge(session: Session, direction: -1 | 1, step: EdgeStep): Promise<void> {
  const { store, editor, actions, say } = session;
  const span = spanAtHand(session) ?? selectActive(store.state());
  if (!span) {
    say(t("No span is here."));
    return;
  }
  store.dispatch({ type: "activated", span: span.id });
  const edge = nearestEdge(span.ranges, editor.current?.caret() ?? 0);
  let came = offsetOf(span.ranges, edge);
  const isSaved = await actions.reshape(span.id, (text, ranges) => {
    // The step before this one may have been saved in between, and may have joined two fragments.
    const now = ranges.length === span.ranges.length ? edge : nearestEdge(ranges, came);
    came = stepEdge(text, ranges, now, direction, step);
    return withEdgeAt(text, ranges, now, came);
  });
  if (isSaved) editor.current?.caretTo(came, edge.side);
  else if (store.state().status === "open") say(t("This edge can go no further."));
}

/** Puts the caret on the next edge of the span, so that it is the one to be moved. */
export function goToOtherEdge(session: Session): void {
  const { store, editor, say } = session;
  const span = spanAtHand(session) ?? selectActive(store.state());
  if (!span) {
    say(t("No span is here."));
    return;
  }
  store.dispatch({ type: "activated", span: span.id });
  const edge = nextEdge(span.ranges, nearestEdge(span.ranges, editor.current?.caret() ?? 0));
  editor.current?.caretTo(offsetOf(span.ranges, edge), edge.side);
  say(t(edge.side === "start" ? "Start of {quote}" : "End of {quote}", { quote: span.quote }));
}
