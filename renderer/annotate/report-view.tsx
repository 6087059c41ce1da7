import { useEffect, useRef } from "react";
import type { RangeMapping } from "../../shared/correct/mapping.ts";
import type { Id, Span } from "../../shared/model/annotation.ts";
import type { EditorHandle } from "../editor/editor-handle.ts";
import { createEditor } from "../editor/report-editor.ts";
import type { ReportState } from "../state/report-state.ts";
import type { ReportStore } from "../state/report-store.ts";
import { ListFloat } from "./entities/list/list-float.tsx";
import { LabelPicker, type Picking } from "./label-picker.tsx";
import { MarkAll } from "./mark-all/mark-all.tsx";
import { ProblemsNotice } from "./problems/problems-notice.tsx";
import { ReadingNotice } from "./reading/reading-notice.tsx";
import { sayTextStays } from "./refuse-edits.ts";
import { RelationMargin } from "./relations/relation-margin.tsx";
import { RelationPicker } from "./relations/relation-picker.tsx";
import { useSession } from "./session.ts";
import { snapping } from "./snapping.ts";
import { foresee } from "./suggestions/likely-entities.ts";
import { SuggestionFloat } from "./suggestions/suggestion-float.tsx";
import { areTagsShown } from "./tags.ts";
import { useTextKeys } from "./text-keys.ts";

interface ReportViewProps {
  picking: Picking;
  onPicked: () => void;
}

/** The report's text with its spans, and what floats beside them. */
export function ReportView({ picking, onPicked }: ReportViewProps) {
  const session = useSession();
  const { store, editor, scheme, actions } = session;
  const tags = areTagsShown.use();
  const place = useRef<HTMLDivElement>(null);
  const labels = useRef(scheme.labels);
  const onKey = useTextKeys();

  useEffect(() => {
    const parent = place.current;
    if (!parent) return;
    const open = () =>
      createEditor(parent, contentOf(store, labels.current), {
        onSelect: (range) => foresee(store.state, range),
        onActivate: (span) => store.dispatch({ type: "activated", span }),
        onReshape: (span, ranges) => actions.reshape(span, () => ranges),
        onKey: (event) => onKey.current(event),
        snaps: snapping.get,
      });
    const first = open();
    editor.current = first;
    const stop = follow(first, store, (shown, carry) => {
      editor.current = reopen(shown, open, carry, store.state().active);
      return editor.current;
    });
    first.focus();
    return () => {
      stop();
      editor.current?.destroy();
      editor.current = null;
    };
  }, [store, editor, actions, onKey]);

  useEffect(() => {
    if (labels.current === scheme.labels) return;
    labels.current = scheme.labels;
    editor.current?.setLabels(scheme.labels);
  }, [editor, scheme.labels]);

  return (
    <div className="report-view">
      <div
        className={tags ? "report-view-text report-tags" : "report-view-text"}
        ref={place}
        onPaste={() => sayTextStays(session)}
        onCut={() => sayTextStays(session)}
      />
      <RelationMargin />
      <SuggestionFloat />
      <ListFloat />
      <MarkAll />
      <RelationPicker />
      <ReadingNotice />
      <ProblemsNotice />
      {picking && <LabelPicker span={picking.span} onClose={onPicked} />}
    </div>
  );
}

type Labels = Parameters<EditorHandle["setLabels"]>[0];

function contentOf(store: ReportStore, labels: Labels) {
  const { report, order } = store.state();
  return { text: report.text, sections: report.sections, spans: order, labels };
}

type Reopen = (shown: EditorHandle, carry: RangeMapping) => EditorHandle;

/** Keeps what is drawn that of the store; another text has another editor. Answers how to stop. */
function follow(first: EditorHandle, store: ReportStore, reopenWith: Reopen): () => void {
  let handle = first;
  let shown = store.state();
  return store.subscribe(() => {
    const next = store.state();
    if (next.carry && next.carry !== shown.carry) handle = reopenWith(handle, next.carry);
    else showChanges(handle, shown, next);
    shown = next;
  });
}

function showChanges(handle: EditorHandle, shown: ReportState, next: ReportState): void {
  const marked = justMarked(shown, next);
  if (next.order !== shown.order) handle.setSpans(next.order, marked);
  if (next.active !== shown.active && !marked) handle.setActive(next.active);
}

/** Shows another text with the lines, the caret and the focus where they were. */
function reopen(
  before: EditorHandle,
  open: () => EditorHandle,
  carry: RangeMapping,
  active: Id | null,
): EditorHandle {
  const { offset, top } = before.place();
  const caret = before.caret();
  const chosen = before.selection() ?? { start: caret, end: caret };
  const hadFocus = before.hasFocus();
  before.destroy();
  const after = open();
  after.setActive(active);
  after.select(carry(chosen));
  after.returnTo({ offset: carry({ start: offset, end: offset + 1 }).start, top });
  if (hadFocus || document.activeElement === document.body) after.focus();
  return after;
}

/** The span that came in the same step in which it became the active one. */
function justMarked(before: ReportState, { active, spans }: ReportState): Span | null {
  if (active === null || before.spans.has(active)) return null;
  return spans.get(active) ?? null;
}
