import { useEffect, useMemo, useRef } from "react";
import type { Layer, TextRange } from "../../../shared/model/annotation.ts";
import type { Comparison, Difference } from "../../../shared/review/difference.ts";
import { isAgreed, type Standings } from "../../../shared/review/standing.ts";
import { hullOf } from "../../../shared/text/offsets.ts";
import { createEditor } from "../../editor/report-editor.ts";
import { t } from "../../messages.ts";
import { isToDecide } from "../difference-words.ts";
import { useDesk } from "./desk-session.ts";
import { leaveText } from "./leave-text.ts";
import { differenceOf, goTo } from "./review-state.ts";
import {
  createLaneSpans,
  describeDifference,
  draftSpan,
  keyOfShown,
  laneFinder,
  laneLabels,
  lanesOf,
} from "./shown-lanes.ts";

interface LanesTextProps {
  layers: readonly Layer[];
  gold: Layer;
  /** A version that is being edited, in place of the current difference. */
  draft: readonly TextRange[] | null;
}

/** The report with everybody's spans in lanes under its text; the gold layer's is the last. */
export function LanesText({ layers, gold, draft }: LanesTextProps) {
  const session = useDesk();
  const { state, people, index, editor } = session;
  const { report, comparison } = state.reviewed;
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(session);
  latest.current = session;
  const spans = useMemo(() => createLaneSpans(index), [index]);
  const lanes = useMemo(() => lanesOf(comparison.annotators), [comparison.annotators]);
  // A map of thousands, for who clicks on somebody's span.
  const owners = useMemo(() => once(() => keysByMember(comparison)), [comparison]);
  // The editor is made with what is to be seen first.
  const isFresh = useRef(false);
  const current = differenceOf(state, state.current);

  const own = useMemo(() => spans.own([...layers, gold], lanes), [spans, layers, gold, lanes]);
  const { standings } = state;
  const waiting = useMemo(
    () => spans.waiting(comparison.differences.filter((one) => isOpen(one, standings))),
    [spans, comparison, standings],
  );
  const looked = draft ? draftSpan(draft) : current && spans.chosen(current);
  // The one that is looked at comes last, so that going on changes only the end of a long list.
  const shown = () => [...own, ...waiting, ...(looked ? [looked] : [])];
  const active = looked?.id ?? null;

  const choose = (id: string | null) => {
    const { store } = latest.current;
    const key = id === null ? null : (keyOfShown(id) ?? owners().get(id) ?? null);
    const next = goTo(store.get(), key);
    if (next) store.set(next);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: other spans of the same text need no other editor
  useEffect(() => {
    if (!place.current) return;
    const describe = (key: string) => {
      const difference = differenceOf(latest.current.store.get(), key);
      return difference ? describeDifference(difference) : t("edited version");
    };
    const made = createEditor(
      place.current,
      {
        text: report.text,
        sections: report.sections,
        spans: shown(),
        labels: laneLabels(lanes, people),
        lanes: laneFinder(lanes, describe),
        active,
      },
      {
        onSelect: () => {},
        onActivate: choose,
        onReshape: () => Promise.resolve(null),
        onKey: leaveText,
        snaps: () => true,
      },
    );
    editor.current = made;
    isFresh.current = true;
    return () => {
      made.destroy();
      editor.current = null;
    };
  }, [report.textSha256, lanes, spans]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown depends on all of the state
  useEffect(() => {
    if (!isFresh.current) {
      editor.current?.setSpans(shown());
      editor.current?.setActive(active);
    }
    isFresh.current = false;
    const ranges = draft ?? (current ? spans.placeOf(current) : []);
    if (ranges.length > 0) editor.current?.reveal(hullOf(ranges));
  }, [state.current, state.standings, gold, draft, spans, lanes]);

  return <div className="review-text" ref={place} />;
}

const isOpen = (difference: Difference, { of }: Standings): boolean =>
  !isAgreed(difference) && isToDecide(of.get(difference.key)?.state ?? "open");

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Which difference an annotator's span is in. */
function keysByMember({ differences }: Comparison): ReadonlyMap<string, string> {
  return new Map(
    differences.flatMap(({ key, versions }) =>
      versions.flatMap(({ members }) => members.map((id) => [id, key] as const)),
    ),
  );
}
