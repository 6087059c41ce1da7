import { useMemo, useRef } from "react";
import { hullOf } from "../../shared/text/offsets.ts";
import { useFloating } from "./floating.ts";
import { selectActive, useReportInText, useSession } from "./session.ts";
import { Suggestions } from "./suggestions.tsx";

/** The offer for the span that was just marked, right below it; the text does not move for it. */
export function SuggestionFloat() {
  const { editor } = useSession();
  const offer = useReportInText((state) => state.offer);
  const span = useReportInText(selectActive);
  const range = useMemo(() => (offer && span ? hullOf(span.ranges) : null), [offer, span]);
  const box = useRef<HTMLDivElement>(null);
  useFloating(editor, range, box, null);
  return (
    <div className="floating" ref={box}>
      {offer && <Suggestions offer={offer} />}
    </div>
  );
}
