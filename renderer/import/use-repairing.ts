import { useCallback, useRef, useState } from "react";
import type { RepairKind } from "../../shared/extract/extracted.ts";
import { chooseMove } from "../../shared/extract/moves.ts";
import { goTo as goToScreen } from "../shell/route.ts";
import {
  isAllTaken,
  moveBlock,
  putBack,
  setAll,
  setKind,
  setRestored,
  takeOut,
  toggleRepair,
  wholeBlock,
} from "./change-choices.ts";
import type { BlockStep } from "./preview-block.tsx";
import type { BlockView } from "./preview-blocks.ts";
import type { PreviewIntent } from "./preview-keys.ts";
import { type Cursor, stopFrom, stopsOf } from "./preview-stops.ts";
import type { Clicked } from "./preview-text.tsx";
import { quietKinds } from "./repair-words.ts";
import { selectedCuts } from "./selected-cuts.ts";
import type { Preview } from "./use-preview.ts";

/** Where the person is in the preview, and what their keys and clicks do there. */
export interface Repairing {
  cursor: Cursor | null;
  /** Kinds of repairs whose marks are not shown. */
  hidden: ReadonlySet<RepairKind>;
  setHidden: (hidden: ReadonlySet<RepairKind>) => void;
  goStop: (by: 1 | -1) => void;
  goTo: (cursor: Cursor) => void;
  toggle: () => void;
  onIntent: (intent: PreviewIntent, root: HTMLElement) => void;
  onClick: (clicked: Clicked) => void;
  onStep: (view: BlockView, step: BlockStep) => void;
}

export function useRepairing(preview: Preview): Repairing {
  const { extracted, choices, views, change } = preview;
  const [cursor, setCursor] = useState<Cursor | null>(null);
  const [hidden, setHidden] = useState<ReadonlySet<RepairKind>>(quietKinds);
  const viewAt = (block: number) => views.find(({ index }) => index === block);

  const goStop = (by: 1 | -1) => {
    const next = stopFrom(views, stopsOf(views, hidden), cursor, by);
    if (next) setCursor(next);
  };
  const goBlock = (by: 1 | -1) => {
    const at = cursor ? views.findIndex(({ index }) => index === cursor.block) + by : 0;
    const next = views[at];
    if (next) setCursor({ block: next.index, piece: null });
  };
  const step = (view: BlockView, what: BlockStep) => {
    const by = { up: -1, down: 1, toggle: null } as const;
    const direction = by[what];
    if (direction !== null) change(moveBlock(extracted, choices, views, view.index, direction));
    else change(toggledBlock(preview, view));
  };
  const toggle = () => {
    const view = cursor && viewAt(cursor.block);
    if (!view) return;
    if (cursor.piece !== null) change(toggleRepair(choices, cursor.block, cursor.piece));
    else if (view.move?.isFirst)
      change(chooseMove(extracted, choices, view.move.move, !view.move.isMoved));
    else if (view.kind === "left-out") step(view, "toggle");
  };
  const toggleKind = () => {
    const segment = segmentAt(cursor && viewAt(cursor.block), cursor);
    if (segment?.repair) change(setKind(extracted, choices, segment.repair, segment.isRefused));
  };
  const onIntent = (intent: PreviewIntent, root: HTMLElement) => {
    const view = cursor && viewAt(cursor.block);
    switch (intent.kind) {
      case "stop":
        return goStop(intent.by);
      case "block":
        return goBlock(intent.by);
      case "move":
        return view && step(view, intent.by === 1 ? "down" : "up");
      case "select":
        return getSelection()?.modify("extend", intent.by === 1 ? "forward" : "backward", "word");
      case "toggle":
        return toggle();
      case "all-of-kind":
        return toggleKind();
      case "all":
        return change(setAll(extracted, choices, !isAllTaken(extracted, choices)));
      case "take-out": {
        const cuts = selectedCuts(root, getSelection());
        if (cuts.length === 0) return view && step(view, "toggle");
        getSelection()?.removeAllRanges();
        return change(takeOut(choices, cuts));
      }
      case "leave":
        return leave();
      default:
        return intent satisfies never;
    }
  };
  const onClick = ({ block, piece, offset, what }: Clicked) => {
    setCursor({ block, piece: what === "repair" ? piece : null });
    if (piece === null) return;
    if (what === "repair") change(toggleRepair(choices, block, piece));
    else if (what === "cut") change(putBack(choices, block, { piece, offset }));
  };
  const onStep = useSame(step);
  return { cursor, hidden, setHidden, goStop, goTo: setCursor, toggle, onIntent, onClick, onStep };
}

/** Escape first gives up a selection, then the preview. */
function leave(): void {
  const selection = getSelection();
  if (selection && !selection.isCollapsed) selection.collapseToStart();
  else goToScreen({ screen: "import", report: null });
}

/** Takes a block out of the text, or puts back all that was out of it. */
function toggledBlock({ extracted, choices }: Preview, view: BlockView) {
  const { index, kind, isOut, segments } = view;
  if (kind === "left-out") return setRestored(extracted, choices, [index], isOut);
  return segments.some(({ isCut }) => isCut)
    ? putBack(choices, index)
    : takeOut(choices, [wholeBlock(view)]);
}

/** The repair that the keyboard is at. */
export function segmentAt(view: BlockView | null | undefined, cursor: Cursor | null) {
  if (!view || cursor === null || cursor.piece === null) return null;
  return view.segments.find(({ piece }) => piece === cursor.piece) ?? null;
}

/** A function that stays the same object while what it does changes, so that nothing draws for it. */
function useSame<Arguments extends unknown[]>(
  run: (...given: Arguments) => void,
): (...given: Arguments) => void {
  const latest = useRef(run);
  latest.current = run;
  return useCallback((...given) => latest.current(...given), []);
}
