import { useEffect, useMemo, useRef, useState } from "react";
import type { OpenReport } from "../../shared/contract/reports.ts";
import type { Scheme } from "../../shared/model/scheme.ts";
import { hullOf } from "../../shared/text/offsets.ts";
import { call } from "../api.ts";
import type { EditorHandle } from "../editor/editor-handle.ts";
import { toast } from "../look/toasts.tsx";
import { t } from "../messages.ts";
import { getApp, onChange, write } from "../state/app-store.ts";
import { drawNow } from "../state/drawing-times.ts";
import { createReportStore, type ReportStore } from "../state/report-store.ts";
import { createWrites } from "../state/writes.ts";
import { type Actions, createActions } from "./actions.ts";
import {
  type Announcer,
  createAnnouncer,
  offerSentence,
  sentenceOf,
  sentenceOfStep,
} from "./announcer.ts";
import { type Correction, carryThrough } from "./carry-through.ts";
import { focusInspector, leaveField } from "./inspector/focus-inspector.ts";
import { schemeKeys } from "./key-intents.ts";
import type { Picking } from "./label-picker.tsx";
import { LiveRegion } from "./live-region.tsx";
import { takePlace } from "./open-at.ts";
import { createProblems } from "./problems/problems.ts";
import { followRewrites } from "./read-again.ts";
import { followReading } from "./reading/reading-follow.ts";
import { createReadingStore } from "./reading/reading-store.ts";
import { type Session, SessionContext } from "./session.ts";
import { prepareSuggestions } from "./suggestions/suggestion-index.ts";
import { Workspace } from "./workspace.tsx";

interface OpenWorkspaceProps {
  open: OpenReport;
  scheme: Scheme;
}

/** Makes what the parts of the screen share while one report is open. */
export function OpenWorkspace({ open, scheme }: OpenWorkspaceProps) {
  const [picking, setPicking] = useState<Picking>(null);
  const latestScheme = useRef(scheme);
  latestScheme.current = scheme;
  const [core] = useState(() => createCore(open, () => latestScheme.current));
  const editor = useRef<EditorHandle | null>(null);

  const session = useMemo<Session>(() => {
    const goTo = (id: string) => {
      showSpan(core.store, editor.current, id);
      const span = core.store.state().spans.get(id);
      if (span) core.announcer.say(`${span.label}: ${span.quote}`);
    };
    return {
      ...core,
      scheme,
      keys: schemeKeys(scheme),
      editor,
      goTo,
      focusText: () => editor.current?.focus(),
      focusInspector(attribute) {
        drawNow();
        focusInspector(attribute);
      },
      openLabelPicker: (span) => setPicking({ span: span ?? null }),
      say: core.announcer.say,
    };
  }, [core, scheme]);

  useEffect(() => followChanges(core, editor), [core]);
  useEffect(() => followRewrites(core.store), [core]);
  useEffect(() => followOffers(core), [core]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another scheme has other rules
  useEffect(() => core.problems.restart(), [core, scheme]);
  useEffect(() => followReading({ ...core, editor }), [core]);
  useEffect(() => showCorrected(core, open), [core, open]);
  useEffect(() => core.store.dispatch({ type: "described", ...open.report }), [core, open]);
  useEffect(() => showWanted(core, editor.current), [core]);
  useEffect(() => prepareSuggestions(core.store.state), [core]);

  return (
    <SessionContext value={session}>
      <Workspace picking={picking} onPicked={() => setPicking(null)} />
      <LiveRegion announcer={core.announcer} />
    </SessionContext>
  );
}

interface Core extends Pick<Session, "store" | "writes" | "reading" | "problems" | "actions"> {
  announcer: Announcer;
  /** Of texts that were not read again yet. */
  corrections: Correction[];
}

function createCore(open: OpenReport, scheme: () => Scheme): Core {
  const store = createReportStore(open);
  const writes = createWrites(write);
  const announcer = createAnnouncer();
  const actions: Actions = createActions({
    store,
    writes,
    scheme,
    refuse: () => offerToReopen(store, () => void actions.setStatus("open")),
  });
  const reading = createReadingStore(() => store.state().report, {
    read: (report) => call("reading.read", { report }),
    note: (note) => call("reading.note", { ...note, annotator: store.state().annotator }),
  });
  const problems = createProblems({ state: store.state, scheme, later: whenIdle });
  return { store, writes, reading, problems, actions, announcer, corrections: [] };
}

/** Behind the work itself, and at the latest after a second. */
function whenIdle(act: () => void): void {
  requestIdleCallback(act, { timeout: 1000 });
}

function offerToReopen(store: ReportStore, reopen: () => void): void {
  if (getApp().app?.isReadOnly)
    return void toast({
      text: t("Nothing can be marked here: the project is open in another window."),
    });
  toast({
    text: t(
      "This report is {status, select, locked {locked} other {done}}, so it cannot be changed. Reopen it to go on marking.",
      { status: store.state().status },
    ),
    action: { label: t("Reopen"), run: reopen },
  });
}

/** Shows what was saved and says it; what undo and redo bring back comes into view. */
function followChanges(core: Core, editor: Session["editor"]) {
  const { store, writes, announcer, corrections } = core;
  return onChange((change) => {
    const before = store.state();
    if (change.report !== before.report.id) return;
    if (change.edits) corrections.push(change.edits);
    const isOwn = writes.isSaving();
    store.dispatch({ type: "changed", change, isOwn });
    core.problems.follow(change);
    const [restored] = change.put.spans;
    if (restored && !isOwn) showSpan(store, editor.current, restored.id);
    announcer.say(isOwn ? sentenceOf(change, before) : sentenceOfStep(change));
  });
}

/** Another text is shown where the one before stood; what was chosen stays so. */
function showCorrected({ store, reading, problems, corrections }: Core, open: OpenReport): void {
  const { report } = store.state();
  if (open.report.text === report.text) return;
  const carry = carryThrough(report.text, open.report.text, corrections);
  store.dispatch({ type: "corrected", open, carry });
  void reading.follow();
  problems.restart();
}

/** Says what is offered, after the sentence about the mark. */
function followOffers({ store, announcer }: Core) {
  let said = store.state().offer;
  return store.subscribe(() => {
    const { offer } = store.state();
    if (offer && offer !== said) announcer.add(offerSentence(offer, store.state()));
    said = offer;
  });
}

/** Another screen may have asked for a place of the report; somebody else's span is shown as a stretch of text. */
function showWanted({ store }: Core, editor: EditorHandle | null): void {
  const { report, spans } = store.state();
  const place = takePlace(report.id);
  if (!place) return;
  if (spans.has(place.span)) showSpan(store, editor, place.span);
  else if (place.end <= report.text.length) {
    editor?.select(place);
    editor?.reveal(place);
  }
}

function showSpan(store: ReportStore, editor: EditorHandle | null, id: string): void {
  const span = store.state().spans.get(id);
  if (!span) return;
  const range = hullOf(span.ranges);
  if (leaveField()) editor?.focus();
  store.dispatch({ type: "activated", span: id });
  editor?.select({ start: range.end, end: range.end });
  editor?.reveal(range);
}
