import { createContext, type RefObject, useContext } from "react";
import type { Id } from "../../shared/model/annotation.ts";
import type { Scheme } from "../../shared/model/scheme.ts";
import type { EditorHandle } from "../editor/editor-handle.ts";
import type { ReportState } from "../state/report-state.ts";
import { type ReportStore, useReportPart } from "../state/report-store.ts";
import type { Writes } from "../state/writes.ts";
import type { Actions } from "./actions.ts";
import type { SchemeKeys } from "./key-intents.ts";
import type { Problems } from "./problems/problems.ts";
import type { ReadingStore } from "./reading/reading-store.ts";

/** What every part of the Annotate screen works with while one report is open. */
export interface Session {
  store: ReportStore;
  actions: Actions;
  writes: Writes;
  reading: ReadingStore;
  problems: Problems;
  scheme: Scheme;
  keys: SchemeKeys;
  editor: RefObject<EditorHandle | null>;
  /** Makes a span the active one, brings it into view and puts the caret behind it. */
  goTo(span: Id): void;
  focusText(): void;
  /** Brings the active span's fields into focus: the named attribute's, or the first. */
  focusInspector(attribute?: string): void;
  /** Lists all labels, for what a label's key would act on or for the span given. */
  openLabelPicker(span?: Id): void;
  say(text: string): void;
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error("this part stands outside of an open report");
  return session;
}

/** Part of the open report; draws again only when that part changes. */
export function useReport<Part>(select: (state: ReportState) => Part): Part {
  return useReportPart(useSession().store, select);
}

/** The active span, null for none. */
export const selectActive = ({ active, spans }: ReportState) =>
  active === null ? null : (spans.get(active) ?? null);
