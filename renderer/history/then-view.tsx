import { useEffect, useRef } from "react";
import type { ReportThen } from "../../shared/contract/history.ts";
import type { Id } from "../../shared/model/annotation.ts";
import { hullOf } from "../../shared/text/offsets.ts";
import type { EditorHandle } from "../editor/editor-handle.ts";
import { createEditor } from "../editor/report-editor.ts";
import { useApp } from "../state/app-store.ts";
import { shownThen } from "./shown-then.ts";

interface ThenViewProps {
  then: ReportThen;
  active: Id | null;
  onActivate: (span: Id | null) => void;
}

/** The report as it was, to read; over a span that is not so any more its tag says what happened to it. */
export function ThenView({ then, active, onActivate }: ThenViewProps) {
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorHandle | null>(null);
  const labels = useApp(({ scheme }) => scheme?.labels);
  const tell = useRef(onActivate);
  tell.current = onActivate;
  const { text, sections } = then;

  // biome-ignore lint/correctness/useExhaustiveDependencies: other spans of the same text need no other editor
  useEffect(() => {
    if (!place.current) return;
    const made = createEditor(
      place.current,
      { text, sections, ...shownThen(then, labels ?? []) },
      {
        onSelect: () => {},
        onActivate: (span) => tell.current(span),
        onReshape: () => Promise.resolve(null),
        onKey: () => false,
      },
    );
    editor.current = made;
    return () => {
      made.destroy();
      editor.current = null;
    };
  }, [text]);

  useEffect(() => {
    const shown = shownThen(then, labels ?? []);
    editor.current?.setLabels(shown.labels);
    editor.current?.setSpans(shown.spans);
  }, [then, labels]);

  useEffect(() => {
    editor.current?.setActive(active);
    const span = then.layer.spans.find(({ id }) => id === active);
    if (span) editor.current?.reveal(hullOf(span.ranges));
  }, [then, active]);

  return <div className="history-text" ref={place} />;
}
