import { useEffect, useMemo, useRef, useState } from "react";
import type { Scheme } from "../../../shared/model/scheme.ts";
import { createAnnouncer } from "../../annotate/announcer.ts";
import { LiveRegion } from "../../annotate/live-region.tsx";
import type { EditorHandle } from "../../editor/editor-handle.ts";
import { Splitter } from "../../look/splitter.tsx";
import { t } from "../../messages.ts";
import type { ValueStore } from "../../state/value-store.ts";
import type { Person } from "../people.ts";
import { createActions } from "./actions.ts";
import { AlikePanel } from "./alike-panel.tsx";
import { DeskHeader } from "./desk-header.tsx";
import { DeskContext, type DeskSession, focusList } from "./desk-session.ts";
import { DifferenceCard } from "./difference-card.tsx";
import { DifferenceList } from "./difference-list.tsx";
import { EditPanel } from "./edit/edit-panel.tsx";
import { LanesText } from "./lanes-text.tsx";
import { indexLayers } from "./layer-index.ts";
import { NothingToDecide } from "./nothing-to-decide.tsx";
import { ReasonPanel } from "./reason-panel.tsx";
import type { ReviewState } from "./review-state.ts";
import { useDeskCommands } from "./use-desk-commands.ts";
import { useSaying } from "./use-saying.ts";

interface DeskProps {
  store: ValueStore<ReviewState>;
  people: readonly Person[];
  scheme: Scheme;
  /** Who was asked to be compared; null: who is done. */
  annotators: readonly string[] | null;
  onAnnotators: (annotators: readonly string[] | null) => void;
}

/** The list of differences, the text with everybody's lanes, and the current difference below it. */
export function Desk({ store, people, scheme, annotators, onAnnotators }: DeskProps) {
  const state = store.use();
  const { layers, gold, comparison } = state.reviewed;
  const index = useMemo(() => indexLayers(layers), [layers]);
  const editor = useRef<EditorHandle | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const [announcer] = useState(createAnnouncer);
  const asked = useRef(annotators);
  asked.current = annotators;
  const actions = useMemo(
    () => createActions(store, () => asked.current && [...asked.current]),
    [store],
  );
  const session: DeskSession = {
    ...{ store, state, people, scheme, index, actions, annotators, onAnnotators },
    ...{ place, editor, say: announcer.say },
  };
  const desk = useDeskCommands(session);
  useSaying(session);
  useFocusOnList(place);

  const hasDifferences = comparison.differences.length > 0;
  return (
    <DeskContext value={session}>
      <div className="review-desk" ref={place}>
        <DeskHeader desk={desk} />
        <div className="review-columns">
          <Splitter
            label={t("Width of the differences")}
            side="start"
            initial={300}
            min={220}
            max={480}
            storeAs="differences"
            panel={<DifferenceList />}
          >
            <div className="review-middle">
              <LanesText layers={layers} gold={gold} draft={desk.draft} />
              {hasDifferences ? (
                <section className="review-below" aria-label={t("Difference")}>
                  {desk.panel === "alike" && <AlikePanel onClose={desk.close} />}
                  {desk.panel === "reason" && (
                    <ReasonPanel why={desk.why} onSave={desk.explain} onClose={desk.close} />
                  )}
                  {desk.panel === "edit" && (
                    <EditPanel onDraft={desk.setDraft} onSave={desk.save} onClose={desk.close} />
                  )}
                  {desk.panel === null && <DifferenceCard desk={desk} />}
                </section>
              ) : (
                <NothingToDecide />
              )}
            </div>
          </Splitter>
        </div>
        <LiveRegion announcer={announcer} />
      </div>
    </DeskContext>
  );
}

/** The keys go through the differences at once. */
function useFocusOnList(place: React.RefObject<HTMLElement | null>): void {
  useEffect(() => focusList(place.current), [place]);
}
