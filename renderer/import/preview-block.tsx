import { ArrowDown, ArrowUp, Eraser, Undo2 } from "lucide-react";
import { memo } from "react";
import type { RepairKind } from "../../shared/extract/extracted.ts";
import { IconButton } from "../look/button.tsx";
import { t } from "../messages.ts";
import type { BlockView, Segment } from "./preview-blocks.ts";
import { leftOutWords, repairWords, visible } from "./repair-words.ts";

/** What can be done with a block as a whole. */
export type BlockStep = "up" | "down" | "toggle";

interface PreviewBlockProps {
  view: BlockView;
  /** Kinds of repairs whose marks are not shown. */
  hidden: ReadonlySet<RepairKind>;
  isCurrent: boolean;
  /** The repair that the keyboard is at. */
  currentPiece: number | null;
  onStep: (view: BlockView, step: BlockStep) => void;
}

/** One paragraph or the like, with what was changed and left out in place. */
export const PreviewBlock = memo(function PreviewBlock(props: PreviewBlockProps) {
  const { view, hidden, isCurrent, currentPiece, onStep } = props;
  const { index, kind, isOut, move, awaits, segments } = view;
  const moving = move && (move.isMoved ? "moved" : "misplaced");
  const classes = ["preview-block", kind, isOut && "out", moving, isCurrent && "current"];
  return (
    <div
      className={classes.filter(Boolean).join(" ")}
      data-index={index}
      aria-current={isCurrent || undefined}
    >
      {awaits !== null && (
        <span className="move-mark">{t("“{words}” belongs here", { words: awaits })}</span>
      )}
      {move?.isFirst && (
        <span className="move-mark">
          {move.isMoved
            ? t("Moved here")
            : t("Stands in the wrong place; it belongs before “{words}”", { words: move.before })}
        </span>
      )}
      {isOut ? (
        <LeftOut segments={segments} />
      ) : (
        withoutLastLines(segments).map((segment) => (
          <SegmentText
            key={`${segment.piece}.${segment.offset}`}
            block={index}
            segment={segment}
            isMarked={segment.repair !== null && !hidden.has(segment.repair)}
            isCurrent={isCurrent && currentPiece === segment.piece}
          />
        ))
      )}
      {isCurrent && <BlockTools view={view} onStep={onStep} />}
    </div>
  );
});

/** A text file's paragraph brings along the blank lines after it, which the page has room for anyway. */
function withoutLastLines(segments: readonly Segment[]): readonly Segment[] {
  const last = segments.at(-1);
  if (!last || last.repair !== null) return segments;
  return [...segments.slice(0, -1), { ...last, text: last.text.replace(/\n+$/, "") }];
}

/** The text that a reader left out, with the reason. */
function LeftOut({ segments }: { segments: readonly Segment[] }) {
  const why = segments.find(({ repair }) => repair)?.repair;
  const text = segments.map(({ text: kept, original }) => original || kept).join(" ");
  return (
    <>
      <span className="left-out-why">{why ? leftOutWords(why) : t("Left out")}</span>
      <del>{text}</del>
    </>
  );
}

interface SegmentTextProps {
  block: number;
  segment: Segment;
  isMarked: boolean;
  isCurrent: boolean;
}

function SegmentText({ block, segment, isMarked, isCurrent }: SegmentTextProps) {
  const { piece, offset, text, original, repair, isRefused, isCut } = segment;
  const data = { "data-block": block, "data-piece": piece, "data-offset": offset };
  if (isCut)
    return (
      <del {...data} data-out className="cut" title={t("Taken out; click to put it back")}>
        {text || visible(original)}
      </del>
    );
  if (repair === null || !isMarked) return <span {...data}>{text}</span>;
  const state = isRefused ? "refused" : "taken";
  const classes = `repair ${repair} ${state} ${isCurrent ? "at" : ""}`;
  const name = repairWords[repair];
  const title = isRefused ? t("{repair}: refused", { repair: name }) : name;
  if (text === "")
    return (
      <del {...data} data-repair className={classes} title={title}>
        {visible(original)}
      </del>
    );
  return (
    <span {...data} data-repair className={classes} title={title}>
      {text}
    </span>
  );
}

interface BlockToolsProps {
  view: BlockView;
  onStep: (view: BlockView, step: BlockStep) => void;
}

function BlockTools({ view, onStep }: BlockToolsProps) {
  const isOut = view.isOut || view.segments.some(({ isCut }) => isCut);
  return (
    <span className="block-tools" role="toolbar" aria-label={t("This paragraph")}>
      <IconButton
        size="small"
        label={t(isOut ? "Put back" : "Take out")}
        keys="Delete"
        icon={isOut ? Undo2 : Eraser}
        excludeFromTabOrder
        onPress={() => onStep(view, "toggle")}
      />
      <IconButton
        size="small"
        label={t("Move up")}
        keys="Alt+ArrowUp"
        icon={ArrowUp}
        excludeFromTabOrder
        onPress={() => onStep(view, "up")}
      />
      <IconButton
        size="small"
        label={t("Move down")}
        keys="Alt+ArrowDown"
        icon={ArrowDown}
        excludeFromTabOrder
        onPress={() => onStep(view, "down")}
      />
    </span>
  );
}
