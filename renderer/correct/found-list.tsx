import { type KeyboardEvent, useCallback, useMemo, useState } from "react";
import type { TextEdit } from "../../shared/correct/edits.ts";
import type { Repair } from "../../shared/defects/defect.ts";
import { shortenedQuote } from "../../shared/text/offsets.ts";
import { Button } from "../look/button.tsx";
import { RowCheck } from "../look/row-check.tsx";
import { Tag } from "../look/tag.tsx";
import { type ListRow, VirtualList } from "../look/virtual-list.tsx";
import { sentence, t } from "../messages.ts";
import { isInTheWay } from "./chosen-repairs.ts";
import type { Correction } from "./use-correction.ts";

/** What was found in the text, each with its surroundings; Space takes one, and takes it back. */
export function FoundList({ correction }: { correction: Correction }) {
  const { text, found, isLooking, lost, taken, byHand, take } = correction;
  const [current, setCurrent] = useState("0");
  const rows = useMemo(() => rowsOf(found, byHand), [found, byHand]);
  const draw = useCallback(
    (row: FoundRow) => <FoundItem text={text} defect={row.defect} />,
    [text],
  );
  const sure = found.filter(({ certainty }) => certainty === "sure");
  const toggle = ({ at }: FoundRow) =>
    take(found.filter((_, other) => taken.has(other) !== (other === at)));
  const free = rows.filter(({ isDisabled }) => !isDisabled);
  const isAllTaken = free.every(({ at }) => taken.has(at));
  const takeAll = () => take(isAllTaken ? [] : found);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "A" || !event.shiftKey || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    takeAll();
  };
  return (
    <>
      <div className="row">
        <span className="grow soft">
          {t("{taken, number} of {found, number} repairs taken", {
            taken: taken.size,
            found: found.length,
          })}
        </span>
        <Button isDisabled={sure.length === 0} onPress={() => take(sure)}>
          {t("Take all sure ones ({count, number})", { count: sure.length })}
        </Button>
        <Button keys="Shift+A" isDisabled={free.length === 0} onPress={takeAll}>
          {isAllTaken ? t("Take none") : t("Take all ({count, number})", { count: free.length })}
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the list has the focus and hands its keys up */}
      <div className="found-list" onKeyDown={onKeyDown}>
        {rows.length === 0 && (
          <p className="soft" role="status">
            {t(isLooking ? "Looking through the text…" : "Nothing was found that looks wrong.")}
          </p>
        )}
        <VirtualList
          label={t("Repairs")}
          rows={rows}
          rowHeight={foundHeight}
          current={current}
          selected={new Set(Array.from(taken, String))}
          onMove={({ id }) => setCurrent(id)}
          onOpen={toggle}
          onToggle={toggle}
          togglesOnClick
        >
          {draw}
        </VirtualList>
      </div>
      {lost > 0 && (
        <p className="soft small">
          {t(
            "{count, plural, one {# place that others corrected elsewhere reads otherwise here or has moved, and cannot be offered.} other {# places that others corrected elsewhere read otherwise here or have moved, and cannot be offered.}}",
            { count: lost },
          )}
        </p>
      )}
    </>
  );
}

interface FoundRow extends ListRow {
  at: number;
  defect: Repair;
}

function rowsOf(found: readonly Repair[], byHand: readonly TextEdit[]): FoundRow[] {
  return found.map((defect, at) => {
    const id = String(at);
    return { id, at, defect, isDisabled: isInTheWay(byHand, defect) };
  });
}

/** In pixels: two lines of words and one that says why. */
const foundHeight = 72;

function FoundItem({ text, defect }: { text: string; defect: Repair }) {
  const { start, end, replacement, because, certainty, movedTo } = defect;
  return (
    <>
      <RowCheck />
      <span className="found-item">
        <span className="found-words">
          {lineOf(text.slice(Math.max(0, start - around), start))}
          <del>{visible(text.slice(start, end))}</del>
          {movedTo !== undefined ? (
            <ins>{` ${t("moves to before “{words}”", { words: lineAt(text, movedTo) })} `}</ins>
          ) : (
            <ins>{visible(replacement)}</ins>
          )}
          {lineOf(text.slice(end, end + around))}
        </span>
        <span className="truncate small soft">{sentence(because)}</span>
      </span>
      {certainty === "likely" && <Tag tone="warning">{t("Look first")}</Tag>}
    </>
  );
}

/** Characters of the surroundings to show on either side. */
const around = 48;

/** The words of the line that an offset is at. */
const lineAt = (text: string, at: number) =>
  text
    .slice(at, at + 80)
    .trim()
    .split("\n", 1)[0] ?? "";

const lineOf = (text: string) => text.toWellFormed().replace(/\s+/g, " ");
const visible = (text: string) =>
  shortenedQuote(text.replace(/\n/g, "↵")).replace(/ (?= |$)|^ /g, "·");
