// biome-ignore-all lint/a11y/useSemanticElements: a text with keys of its own has no element

import { type KeyboardEvent, type MouseEvent, useEffect, useRef } from "react";
import type { RepairKind } from "../../shared/extract/extracted.ts";
import { t } from "../messages.ts";
import { type BlockStep, PreviewBlock } from "./preview-block.tsx";
import type { BlockView } from "./preview-blocks.ts";
import { type PreviewIntent, previewIntent } from "./preview-keys.ts";
import type { Cursor } from "./preview-stops.ts";
import { useGrowing } from "./use-growing.ts";

/** A place in the text that was clicked. */
export interface Clicked extends Cursor {
  offset: number;
  what: "repair" | "cut" | "text";
}

interface PreviewTextProps {
  views: readonly BlockView[];
  hidden: ReadonlySet<RepairKind>;
  cursor: Cursor | null;
  onIntent: (intent: PreviewIntent, root: HTMLElement) => void;
  onClick: (clicked: Clicked) => void;
  onStep: (view: BlockView, step: BlockStep) => void;
}

/** The text as the report will have it, with what was changed and left out in place. */
export function PreviewText(props: PreviewTextProps) {
  const { views, hidden, cursor, onIntent, onClick, onStep } = props;
  const root = useRef<HTMLDivElement>(null);
  const cursorAt = cursor ? views.findIndex(({ index }) => index === cursor.block) : -1;
  const drawn = useGrowing(views.length, cursorAt + 1);
  useEffect(() => root.current?.focus({ preventScroll: true }), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a block that moved is looked for again
  useEffect(() => bringIntoView(root.current, cursor), [cursor, cursorAt]);
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const intent = event.target === root.current ? previewIntent(event) : null;
    if (!intent) return;
    event.preventDefault();
    onIntent(intent, event.currentTarget);
  };
  const click = (event: MouseEvent) => {
    if (!getSelection()?.isCollapsed) return;
    const clicked = clickedAt(event.target);
    if (clicked) onClick(clicked);
  };
  return (
    <div
      ref={root}
      className="preview-text"
      role="group"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: its keys go from repair to repair
      tabIndex={0}
      aria-label={t("Text of the report")}
      aria-describedby="preview-keys"
      onKeyDown={press}
      onClick={click}
    >
      <div className="preview-page">
        {views.slice(0, drawn).map((view) => {
          const isCurrent = view.index === cursor?.block;
          return (
            <PreviewBlock
              key={view.index}
              view={view}
              hidden={hidden}
              isCurrent={isCurrent}
              currentPiece={isCurrent ? cursor.piece : null}
              onStep={onStep}
            />
          );
        })}
      </div>
    </div>
  );
}

function bringIntoView(root: HTMLElement | null, cursor: Cursor | null): void {
  if (!root || !cursor) return;
  const block = root.querySelector(`[data-index="${cursor.block}"]`);
  const piece =
    cursor.piece === null ? null : block?.querySelector(`[data-piece="${cursor.piece}"]`);
  const element = piece ?? block;
  element?.scrollIntoView({ block: "nearest" });
  if (element && getSelection()?.isCollapsed !== false) getSelection()?.collapse(element, 0);
}

function clickedAt(target: EventTarget): Clicked | null {
  if (!(target instanceof Element) || target.closest(".block-tools")) return null;
  const block = target.closest<HTMLElement>("[data-index]");
  if (!block) return null;
  const element = target.closest<HTMLElement>("[data-piece]");
  const { piece = "0", offset = "0", repair, out } = element?.dataset ?? {};
  const what = out !== undefined ? "cut" : repair !== undefined ? "repair" : "text";
  return {
    block: Number(block.dataset.index),
    piece: what === "text" ? null : Number(piece),
    offset: Number(offset),
    what,
  };
}
