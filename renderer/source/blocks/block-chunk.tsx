import { useEffect, useRef } from "react";
import { BlockList } from "./block-list.tsx";
import { expectedHeight, type ShownBlock } from "./shown-blocks.ts";

interface BlockChunkProps {
  blocks: readonly ShownBlock[];
  /** What is not near the reader is an empty box of the same height. */
  isDrawn: boolean;
}

/** Some blocks that stand one after the other. */
export function BlockChunk({ blocks, isDrawn }: BlockChunkProps) {
  const box = useRef<HTMLDivElement>(null);
  const height = useRef<number | null>(null);
  useEffect(() => {
    if (!isDrawn || !box.current) return;
    const sizes = new ResizeObserver(([entry]) => {
      height.current = entry?.contentRect.height ?? null;
    });
    sizes.observe(box.current);
    return () => sizes.disconnect();
  }, [isDrawn]);
  if (isDrawn)
    return (
      <div className="source-chunk" ref={box}>
        <BlockList blocks={blocks} />
      </div>
    );
  return (
    <div className="source-chunk" style={{ height: height.current ?? expectedHeight(blocks) }} />
  );
}
