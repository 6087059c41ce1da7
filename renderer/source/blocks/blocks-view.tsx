import { useMemo, useRef } from "react";
import { composedRuns } from "../../../shared/extract/compose.ts";
import { t } from "../../messages.ts";
import type { GoToText } from "../go-to-text.ts";
import { useLit } from "../lit.ts";
import type { BlocksSource } from "../load-source.ts";
import { SourceContent } from "../source-content.tsx";
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
  return (
    <SourceContent
      name={name}
      aside={<span>{t("Without its layout")}</span>}
      label={t("Content of {name}", { name })}
      className="source-blocks"
      scroller={scroller}
      goTo={goTo}
    >
      {chunks.map((blocks, at) => (
        <BlockChunk key={blocks[0]?.block} blocks={blocks} isDrawn={isDrawn(at)} />
      ))}
    </SourceContent>
  );
}
