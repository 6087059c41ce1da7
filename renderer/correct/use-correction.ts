import { useEffect, useMemo, useState } from "react";
import type {
  OtherCorrection,
  OtherCorrections,
  TextRevision,
  TouchedSpan,
} from "../../shared/contract/texts.ts";
import { applyEdits, type TextEdit } from "../../shared/correct/edits.ts";
import { finerEdits } from "../../shared/correct/finer.ts";
import { tightened } from "../../shared/correct/mapping.ts";
import { withEdit } from "../../shared/correct/pending.ts";
import type { Repair } from "../../shared/defects/defect.ts";
import { call } from "../api.ts";
import { toastError } from "../look/toasts.tsx";
import { takenOf, withTaken, writtenByHand } from "./chosen-repairs.ts";
import { withOffers } from "./offers.ts";
import { useFound } from "./use-found.ts";

/** A text that is being corrected: what was found in it, and what is to be changed. */
export interface Correction {
  text: string;
  revision: number;
  /** Repairs that can be taken one by one, in the order of the text. */
  found: readonly Repair[];
  /** Whether there may be more to find. */
  isLooking: boolean;
  /** How many places that others corrected elsewhere read otherwise here, and are not among these. */
  lost: number;
  /** The numbers of those that are taken. */
  taken: ReadonlySet<number>;
  edits: readonly TextEdit[];
  /** Those of the edits that are no repair as it was offered. */
  byHand: readonly TextEdit[];
  /** The text with the edits made. */
  draft: string;
  /** Takes exactly these of what was found; what was written by hand stays. */
  take(defects: readonly Repair[]): void;
  write(draft: string): void;
}

/** Reads a report's text; null until it is there. */
export function useCorrection(report: string): Correction | null {
  const [read, setRead] = useState<TextRevision | null>(null);
  const [edits, setEdits] = useState<readonly TextEdit[]>([]);
  useEffect(() => {
    call("text.read", { report }).then(setRead, toastError);
  }, [report]);
  const others = useOthers(report, read?.revision);
  const all = useFound(read?.text ?? "");
  const found = useMemo(() => withOffers(all ?? [], others), [all, others]);
  const taken = useMemo(() => takenOf(found, edits), [found, edits]);
  const draft = useMemo(() => applyEdits(read?.text ?? "", edits), [read, edits]);
  const byHand = useMemo(() => writtenByHand(read?.text ?? "", found, edits), [read, found, edits]);
  if (!read) return null;
  const { text, revision } = read;
  return {
    ...{ text, revision, found, isLooking: all === null, taken, edits, byHand, draft },
    lost: others.reduce((sum, { lost }) => sum + lost, 0),
    take: (defects) => setEdits(withTaken(text, byHand, defects)),
    write(next) {
      const change = tightened(draft, { start: 0, end: draft.length, text: next });
      // Before the first edit the draft is the text itself.
      setEdits(edits.length === 0 ? finerEdits(text, change) : withEdit(text, edits, change));
    },
  };
}

const nobody: readonly OtherCorrection[] = [];

/** What others corrected elsewhere of this text; nothing while that is not known. */
function useOthers(report: string, revision: number | undefined): readonly OtherCorrection[] {
  const [others, setOthers] = useState<OtherCorrections | null>(null);
  useEffect(() => {
    call("text.others", { report }).then(setOthers, toastError);
  }, [report]);
  return others?.revision === revision ? (others?.corrections ?? nobody) : nobody;
}

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
