import { ArrowLeft, ArrowRight } from "lucide-react";
import { Button, IconButton } from "../look/button.tsx";
import { sentence, t } from "../messages.ts";
import type { BlockView, MoveView, Segment } from "./preview-blocks.ts";
import type { Cursor } from "./preview-stops.ts";
import { quoted, repairWords } from "./repair-words.ts";
import type { Preview } from "./use-preview.ts";
import { type Repairing, segmentAt } from "./use-repairing.ts";

interface AtHandProps {
  preview: Preview;
  repairing: Repairing;
}

/** What the keyboard is at, said as it goes from one to the next. */
export function AtHand({ preview: { views }, repairing }: AtHandProps) {
  const { cursor, goStop, toggle } = repairing;
  const said = sayAt(views.find(({ index }) => index === cursor?.block) ?? null, cursor);
  return (
    <section className="at-hand">
      <div className="row">
        <IconButton
          label={t("Previous repair")}
          keys="←"
          icon={ArrowLeft}
          onPress={() => goStop(-1)}
        />
        <IconButton label={t("Next repair")} keys="→" icon={ArrowRight} onPress={() => goStop(1)} />
        <span className="grow" />
        {said && (
          <Button keys="Space" onPress={toggle}>
            {said.action}
          </Button>
        )}
      </div>
      <div role="status" className="small">
        {said?.title && (
          <p className="strong">
            {said.title}
            {said.state && <span className="faint">, {said.state}</span>}
          </p>
        )}
        {said?.sentences.map((words) => (
          <p key={words} className="soft">
            {words}
          </p>
        ))}
        {!said && <p className="faint">{t("No repair is chosen.")}</p>}
      </div>
    </section>
  );
}

/** What is said of a place, and what Space does there. */
interface Said {
  title: string | null;
  state: string | null;
  sentences: string[];
  action: string;
}

function sayAt(view: BlockView | null, cursor: Cursor | null): Said | null {
  const segment = segmentAt(view, cursor);
  if (segment?.repair) return sayRepair(segment, repairWords[segment.repair]);
  if (view?.kind === "left-out") return sayLeftOut(view);
  return view?.move?.isFirst && cursor?.piece === null ? sayMove(view.move) : null;
}

function sayRepair({ original, text, because, isRefused }: Segment, title: string): Said {
  const change = t(isRefused ? "{before} in the file, kept" : "{before} in the file → {after}", {
    before: quoted(original),
    after: quoted(text),
  });
  return {
    title,
    state: isRefused ? t("refused") : null,
    sentences: [change, ...(because ? [sentence(because)] : [])],
    action: t(isRefused ? "Take" : "Refuse"),
  };
}

const sayLeftOut = ({ isOut }: BlockView): Said => ({
  title: null,
  state: null,
  sentences: [t(isOut ? "Not in the text" : "Put back")],
  action: t(isOut ? "Put back" : "Leave out"),
});

const sayMove = ({ move, isMoved }: MoveView): Said => ({
  title: t("Stretch in the wrong place"),
  state: isMoved ? t("moved") : null,
  sentences: [sentence(move.because)],
  action: t(isMoved ? "Move back" : "Move"),
});
