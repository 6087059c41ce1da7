import { useEffect, useMemo, useState } from "react";
import type { TextRange } from "../../shared/model/annotation.ts";
import { selectActive, useReport, useSession } from "../annotate/session.ts";
import { afterPaint } from "../state/after-paint.ts";

/** What the original lights: the active span, and the place where the caret stands. */
export interface Lit {
  /** In the order of the text; empty while no span is chosen. */
  span: readonly TextRange[];
  /** The colour of the span's label, as CSS. */
  colour: string;
  /** Where the caret stands. */
  caret: number;
}

/** What to light now; follows the caret behind the paint, so that a key in the text never waits. */
export function useLit(): Lit {
  const { scheme } = useSession();
  const active = useReport(selectActive);
  const caret = useCaret();
  const label = scheme.labels.find(({ name }) => name === active?.label);
  // The same ranges while the caret moves on, or the original would scroll back to them.
  const span = useMemo(
    () => active?.ranges.toSorted((a, b) => a.start - b.start) ?? [],
    [active?.ranges],
  );
  return {
    span,
    colour: `var(--label-${label?.colour ?? "slate"})`,
    caret,
  };
}

function useCaret(): number {
  const { editor } = useSession();
  const [caret, setCaret] = useState(() => editor.current?.caret() ?? 0);
  useEffect(() => {
    let isLooking = false;
    const look = () => {
      // Asking the editor makes it tell of a moved selection once more.
      isLooking = true;
      const now = editor.current?.caret();
      isLooking = false;
      if (now !== undefined) setCaret(now);
    };
    const onMoved = () => {
      if (!isLooking) afterPaint(look);
    };
    document.addEventListener("selectionchange", onMoved);
    return () => document.removeEventListener("selectionchange", onMoved);
  }, [editor]);
  return caret;
}
