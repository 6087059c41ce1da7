import { type RefObject, useEffect, useRef } from "react";
import { hullOf } from "../../shared/text/offsets.ts";
import type { EditorHandle } from "../editor/editor-handle.ts";
import { createEditor } from "../editor/report-editor.ts";
import { candidateLabels, shownSpan } from "./kinds.ts";
import type { OpenReview } from "./use-identifiers.ts";

interface CandidateTextProps {
  review: OpenReview;
  active: string | null;
  editor: RefObject<EditorHandle | null>;
  onActivate: (candidate: string) => void;
  /** A key that the text does not use by itself; answers whether it was used. */
  onKey: (event: KeyboardEvent) => boolean;
}

/** The report with its candidates, to read and to select in. */
export function CandidateText(props: CandidateTextProps) {
  const place = useRef<HTMLDivElement>(null);
  const { review, active, editor } = props;
  const latest = useRef(props);
  latest.current = props;
  const { report, candidates } = review;

  // biome-ignore lint/correctness/useExhaustiveDependencies: other candidates of the same text need no other editor
  useEffect(() => {
    if (!place.current) return;
    const { text, sections } = report;
    const spans = candidates.map(shownSpan);
    const made = createEditor(
      place.current,
      { text, sections, spans, labels: candidateLabels },
      {
        onSelect: () => {},
        onActivate: (span) => span !== null && latest.current.onActivate(span),
        onReshape: () => Promise.resolve(null),
        onKey: (event) => latest.current.onKey(event),
        snaps: () => true,
      },
    );
    editor.current = made;
    return () => {
      made.destroy();
      editor.current = null;
    };
  }, [report.id, report.textSha256]);

  useEffect(() => {
    editor.current?.setSpans(candidates.map(shownSpan));
    editor.current?.setActive(active);
    const candidate = candidates.find(({ id }) => id === active);
    if (candidate) editor.current?.reveal(hullOf([candidate.range]));
  }, [editor, candidates, active]);

  return <div className="deidentify-text" ref={place} />;
}
