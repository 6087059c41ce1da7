import { type KeyboardEvent, type MouseEvent, useMemo, useRef } from "react";
import { composedRuns } from "../../../shared/extract/compose.ts";
import type { GoToText } from "../go-to-text.ts";
import { useLit } from "../lit.ts";
import type { BlocksSource } from "../load-source.ts";
import { useChildrenInView } from "../use-children-in-view.ts";
import { BlockChunk } from "./block-chunk.tsx";
import { offsetAtPoint } from "./on-screen.ts";
import { chunksOf, shownBlocks } from "./shown-blocks.ts";
import { blockAt, blocksIn, textInFile } from "./text-in-file.ts";
import { useCaretBlock, useLitLetters } from "./use-lit-letters.ts";
import "./blocks.css";

interface BlocksViewProps extends BlocksSource {
  onGo: GoToText;
}

/** What a reader found in a file, in a plain look of our own: nothing of the file is run or fetched. */
export function BlocksView({ name, extracted, choices, corrections, onGo }: BlocksViewProps) {
  const scroller = useRef<HTMLElement>(null);
  const { chunks, runs, places } = useMemo(() => {
    const composed = composedRuns(extracted, choices);
    return {
      runs: composed.runs,
      chunks: chunksOf(shownBlocks(extracted, choices, composed.runs)),
      places: textInFile(composed.text, corrections),
    };
  }, [extracted, choices, corrections]);
  const { near } = useChildrenInView(scroller, chunks.length);
  const lit = useLit();
  const caret = useMemo(
    () => blockAt(runs, places.toComposed({ start: lit.caret, end: lit.caret }).start),
    [runs, places, lit.caret],
  );
  const stretches = useMemo(
    () =>
      lit.span
        .map(places.toComposed)
        .flatMap((range) => blocksIn(runs, range).map((block) => ({ block, range }))),
    [runs, places, lit.span],
  );
  const goal = stretches[0]?.block;
  const isDrawn = (at: number) =>
    near.has(at + 1) ||
    (chunks[at]?.some(({ block }) => block === caret || block === goal) ?? false);
  useCaretBlock(scroller, caret);
  useLitLetters(scroller, stretches, lit.colour, near);

  const goTo = (x: number, y: number) => {
    const at = offsetAtPoint(x, y);
    onGo(at === null ? null : places.toText({ start: at, end: at }).start);
  };
  const onClick = ({ clientX, clientY }: MouseEvent) => {
    // Who has selected something wants to copy it.
    if (getSelection()?.isCollapsed) goTo(clientX, clientY);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== "Enter") return;
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    event.preventDefault();
    goTo(left + width / 4, top + height / 3);
  };
  return (
    <>
      <header className="source-header small soft">
        <span className="truncate grow">{name}</span>
        <span>Without its layout</span>
      </header>
      <section
        ref={scroller}
        className="source-scroller source-blocks"
        aria-label={`Content of ${name}`}
        aria-description="Enter goes to the text of what is in view"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
        tabIndex={0}
        onClick={onClick}
        onKeyDown={onKeyDown}
      >
        {chunks.map((blocks, at) => (
          <BlockChunk key={blocks[0]?.block} blocks={blocks} isDrawn={isDrawn(at)} />
        ))}
      </section>
    </>
  );
}
