import { Eye, EyeOff, LocateFixed } from "lucide-react";
import type { BlockMove, RepairKind } from "../../shared/extract/extracted.ts";
import { chooseMove, isMoved } from "../../shared/extract/moves.ts";
import { Button, IconButton, ToggleButton } from "../look/button.tsx";
import { Checkbox } from "../look/choice.tsx";
import { inNumber, pageLanguage, t } from "../messages.ts";
import { countAll, isAllTaken, setAll, setKind, setRestored } from "./change-choices.ts";
import { countKinds, type KindCount, leftOutByKind } from "./preview-stops.ts";
import "./preview-moves.css";
import { leftOutWords, repairWords } from "./repair-words.ts";
import type { Preview } from "./use-preview.ts";
import type { Repairing } from "./use-repairing.ts";

// The table's own keys are its type; Object.keys only loses that.
const inOrder = Object.keys(repairWords) as RepairKind[];

/** Each kind of repair: how many, how many are taken, whether its marks are shown; and all at once. */
export function KindLegend({ preview, repairing }: { preview: Preview; repairing: Repairing }) {
  const { extracted, choices, change } = preview;
  const counts = countKinds(preview.views);
  const count = countAll(extracted);
  if (count === 0) return <p className="small faint">{t("Nothing in this text was changed.")}</p>;
  const isAll = isAllTaken(extracted, choices);
  return (
    <section className="legend">
      <h2>{t("Repairs")}</h2>
      <ul>
        {(extracted.moves ?? []).map((move) => (
          <MoveRow key={move.first} move={move} preview={preview} repairing={repairing} />
        ))}
        {inOrder.map((kind) => {
          const found = counts.get(kind);
          if (!found) return null;
          return <KindRow key={kind} count={found} preview={preview} repairing={repairing} />;
        })}
      </ul>
      <Button keys="Shift+A" onPress={() => change(setAll(extracted, choices, !isAll))}>
        {isAll ? t("Refuse all") : t("Take all {count, number}", { count })}
      </Button>
    </section>
  );
}

interface MoveRowProps {
  move: BlockMove;
  preview: Preview;
  repairing: Repairing;
}

/** A stretch that stands in the wrong place; the eye goes to it. */
function MoveRow({ move, preview: { extracted, choices, change }, repairing }: MoveRowProps) {
  return (
    <li className="legend-row">
      <Checkbox
        isSelected={isMoved(choices, move)}
        onChange={(isTaken) => change(chooseMove(extracted, choices, move, isTaken))}
      >
        <span className="repair-swatch move" aria-hidden />
        <span className="grow">{t("Stretch in the wrong place")}</span>
      </Checkbox>
      <IconButton
        label={t("Go to the stretch")}
        icon={LocateFixed}
        onPress={() => repairing.goTo({ block: move.first, piece: null })}
      />
    </li>
  );
}

interface KindRowProps {
  count: KindCount;
  preview: Preview;
  repairing: Repairing;
}

function KindRow({ count: { kind, total, taken }, preview, repairing }: KindRowProps) {
  const { extracted, choices, change } = preview;
  const { hidden, setHidden } = repairing;
  const isShown = !hidden.has(kind);
  const show = () => {
    const next = new Set(hidden);
    if (isShown) next.add(kind);
    else next.delete(kind);
    setHidden(next);
  };
  return (
    <li className="legend-row">
      <Checkbox
        isSelected={taken === total}
        isIndeterminate={taken > 0 && taken < total}
        onChange={(isTaken) => change(setKind(extracted, choices, kind, isTaken))}
      >
        <span className={`repair-swatch ${kind}`} aria-hidden />
        <span className="grow">{repairWords[kind]}</span>
      </Checkbox>
      <span className="small faint numeric">
        {taken === total ? inNumber(total) : countOf(taken, total)}
      </span>
      <ToggleButton
        label={t("Show {kind} in the text", { kind: inSentence(repairWords[kind]) })}
        icon={isShown ? Eye : EyeOff}
        isSelected={isShown}
        onChange={show}
      />
    </li>
  );
}

const countOf = (count: number, total: number) =>
  t("{count, number} of {total, number}", { count, total });

// Other languages show the words between quotation marks, as they stand in the list.
const inSentence = (words: string) => (pageLanguage === "en" ? words.toLowerCase() : words);

/** What stands beside the text in the file, by kind: each kind can be put back as a whole. */
export function LeftOutLegend({ preview }: { preview: Preview }) {
  const { extracted, choices, change } = preview;
  const groups = leftOutByKind(extracted);
  if (groups.size === 0) return null;
  const restored = new Set(choices.restored);
  return (
    <section className="legend">
      <h2>{t("Left out")}</h2>
      <ul>
        {Array.from(groups, ([kind, blocks]) => {
          const back = blocks.filter((block) => restored.has(block)).length;
          return (
            <li key={kind} className="legend-row">
              <Checkbox
                isSelected={back === 0}
                isIndeterminate={back > 0 && back < blocks.length}
                onChange={(isOut) => change(setRestored(extracted, choices, blocks, !isOut))}
              >
                <span className="repair-swatch out" aria-hidden />
                <span className="grow">{leftOutWords(kind)}</span>
              </Checkbox>
              <span className="small faint numeric">
                {back === 0
                  ? inNumber(blocks.length)
                  : countOf(blocks.length - back, blocks.length)}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** How much the person has taken out by hand. */
export function TakenOut({ preview: { choices, change } }: { preview: Preview }) {
  const count = choices.removed.length;
  if (count === 0) return null;
  return (
    <section className="legend">
      <h2>{t("Taken out by you")}</h2>
      <div className="row">
        <span className="grow small soft">
          {t("{count, plural, one {One place} other {# places}}", { count })}
        </span>
        <Button variant="quiet" onPress={() => change({ ...choices, removed: [] })}>
          {t("Put all back")}
        </Button>
      </div>
    </section>
  );
}
