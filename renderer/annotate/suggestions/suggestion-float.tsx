import { useEffect, useMemo, useRef } from "react";
import { hullOf } from "../../../shared/text/offsets.ts";
import { useFloating } from "../floating.ts";
import { selectActive, useReport, useSession } from "../session.ts";
import { Suggestions } from "./suggestions.tsx";

/**
 * The offer for the span that was just marked, right below it; the text does not move for it. It is
 * drawn when the hands rest: who marks on does not want it, and its keys work without it.
 */
export function SuggestionFloat() {
  const { editor, store } = useSession();
  const offer = useReport((state) => state.offer);
  const span = useReport(selectActive);
  const range = useMemo(() => (offer && span ? hullOf(span.ranges) : null), [offer, span]);
  const box = useRef<HTMLDivElement>(null);
  useFloating(editor, range, box, null);
  useEffect(() => {
    // Until then the one before is not to be taken for it.
    const hideOld = () => {
      if (box.current && store.state().offer !== offer) box.current.style.visibility = "hidden";
    };
    return store.subscribe(hideOld);
  }, [store, offer]);
  return (
    <div className="floating suggestion-float" ref={box}>
      {offer && <Suggestions offer={offer} />}
    </div>
  );
}
