import { useEffect, useRef } from "react";
import type { Span } from "../../shared/model/annotation.ts";
import type { EditorHandle } from "../editor/editor-handle.ts";
import { createEditor } from "../editor/report-editor.ts";
import type { ReportState } from "../state/report-state.ts";
import type { ReportStore } from "../state/report-store.ts";
import { LabelPicker, type Picking } from "./label-picker.tsx";
import { useSession } from "./session.ts";
import { SuggestionFloat } from "./suggestion-float.tsx";
import { useTextKeys } from "./text-keys.ts";

interface ReportViewProps {
  picking: Picking;
  onPicked: () => void;
}

/** The report's text with its spans, and what floats beside them. */
export function ReportView({ picking, onPicked }: ReportViewProps) {
  const { store, editor, scheme } = useSession();
  const place = useRef<HTMLDivElement>(null);
  const labels = useRef(scheme.labels);
  const onKey = useTextKeys();

  useEffect(() => {
    if (!place.current) return;
    const handle = createEditor(place.current, contentOf(store, labels.current), {
      onSelect: () => {},
      onActivate: (span) => store.dispatch({ type: "activated", span }),
      onKey: (event) => onKey.current(event),
    });
    editor.current = handle;
    const stop = follow(handle, store);
    handle.focus();
    return () => {
      stop();
      editor.current = null;
      handle.destroy();
    };
  }, [store, editor, onKey]);

  useEffect(() => {
    if (labels.current === scheme.labels) return;
    labels.current = scheme.labels;
    editor.current?.setLabels(scheme.labels);
  }, [editor, scheme.labels]);

  return (
    <div className="report-view">
      <div className="report-view-text" ref={place} />
      <SuggestionFloat />
      {picking && <LabelPicker span={picking.span} onClose={onPicked} />}
    </div>
  );
}

type Labels = Parameters<EditorHandle["setLabels"]>[0];

function contentOf(store: ReportStore, labels: Labels) {
  const { report, order } = store.state();
  return { text: report.text, sections: report.sections, spans: order, labels };
}

/** Keeps the drawn spans those of the store. Answers how to stop. */
function follow(handle: EditorHandle, store: ReportStore): () => void {
  let shown = store.state();
  return store.subscribe(() => {
    const next = store.state();
    const marked = justMarked(shown, next);
    if (next.order !== shown.order) handle.setSpans(next.order, marked);
    if (next.active !== shown.active && !marked) handle.setActive(next.active);
    shown = next;
  });
}

/** The span that came in the same step in which it became the active one. */
function justMarked(before: ReportState, { active, spans }: ReportState): Span | null {
  if (active === null || before.spans.has(active)) return null;
  return spans.get(active) ?? null;
}
