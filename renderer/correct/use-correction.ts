import { useEffect, useMemo, useState } from "react";
import type { TextRevision, TouchedSpan } from "../../shared/contract.ts";
import { applyEdits, type TextEdit } from "../../shared/correct/edits.ts";
import { tightened } from "../../shared/correct/mapping.ts";
import { withEdit } from "../../shared/correct/pending.ts";
import type { Defect } from "../../shared/defects/defect.ts";
import { findDefects } from "../../shared/defects/find.ts";
import { call } from "../api.ts";
import { toastError } from "../look/toasts.tsx";

/** A text that is being corrected: what was found in it, and what is to be changed. */
export interface Correction {
  text: string;
  revision: number;
  /** Repairs that can be taken one by one, in the order of the text. */
  found: readonly Defect[];
  /** Stretches that stand in a wrong place, which no edit can move. */
  misplaced: number;
  edits: readonly TextEdit[];
  /** Those of the edits that are no repair as it was offered. */
  byHand: readonly TextEdit[];
  /** The text with the edits made. */
  draft: string;
  /** Takes exactly these of what was found; what was written by hand stays. */
  take(defects: readonly Defect[]): void;
  write(draft: string): void;
}

/** Reads a report's text; null until it is there. */
export function useCorrection(report: string): Correction | null {
  const [read, setRead] = useState<TextRevision | null>(null);
  const [edits, setEdits] = useState<readonly TextEdit[]>([]);
  useEffect(() => {
    call("text.read", { report }).then(setRead, toastError);
  }, [report]);
  const all = useMemo(() => findDefects(read?.text ?? ""), [read]);
  const found = useMemo(() => all.filter(({ movedTo }) => movedTo === undefined), [all]);
  const draft = useMemo(() => applyEdits(read?.text ?? "", edits), [read, edits]);
  const byHand = useMemo(() => writtenByHand(edits, found), [edits, found]);
  if (!read) return null;
  const { text, revision } = read;
  return {
    ...{ text, revision, found, edits, byHand, draft },
    misplaced: all.length - found.length,
    take: (defects) => setEdits(withTaken(byHand, defects)),
    write(next) {
      const change = tightened(draft, { start: 0, end: draft.length, text: next });
      setEdits(withEdit(text, edits, change));
    },
  };
}

const editOf = ({ start, end, replacement }: Defect): TextEdit => ({
  start,
  end,
  text: replacement,
});

/** The numbers of the repairs that are among the edits as they were offered. */
export function takenOf({ found, edits }: Pick<Correction, "found" | "edits">): Set<number> {
  const keys = new Set(edits.map(keyOf));
  return new Set(found.flatMap((defect, at) => (keys.has(keyOf(editOf(defect))) ? [at] : [])));
}

/** Whether one of these edits stands where a repair would be made. */
export function isInTheWay(edits: readonly TextEdit[], { start, end }: Defect): boolean {
  return edits.some((edit) => edit.start <= end && start <= edit.end);
}

function writtenByHand(edits: readonly TextEdit[], found: readonly Defect[]): TextEdit[] {
  const offered = new Set(found.map((defect) => keyOf(editOf(defect))));
  return edits.filter((edit) => !offered.has(keyOf(edit)));
}

function withTaken(byHand: readonly TextEdit[], taken: readonly Defect[]): TextEdit[] {
  const free = taken.filter((defect) => !isInTheWay(byHand, defect));
  return [...byHand, ...free.map(editOf)].sort((a, b) => a.start - b.start || a.end - b.end);
}

const keyOf = ({ start, end, text }: TextEdit) => `${start} ${end} ${text}`;

// Somebody who types is not asked after every letter.
const pause = 250;

/** The spans of everybody whose words the edits change; null while that is not known yet. */
export function useTouched(
  report: string,
  base: number | null,
  edits: readonly TextEdit[],
): readonly TouchedSpan[] | null {
  const [touched, setTouched] = useState<readonly TouchedSpan[] | null>([]);
  useEffect(() => {
    let isCurrent = true;
    setTouched(edits.length === 0 || base === null ? [] : null);
    if (edits.length === 0 || base === null) return;
    const timer = setTimeout(() => {
      call("text.preview", { report, base, edits: [...edits] }).then(
        ({ spans }) => isCurrent && setTouched(spans),
        (error) => isCurrent && toastError(error),
      );
    }, pause);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [report, base, edits]);
  return touched;
}
