import { useCallback, useMemo, useState } from "react";
import type { TextEdit } from "../../shared/correct/edits.ts";
import type { Defect } from "../../shared/defects/defect.ts";
import { shortenedQuote } from "../../shared/text/offsets.ts";
import { type ListRow, VirtualList } from "../annotate/virtual-list.tsx";
import { Button } from "../look/button.tsx";
import { Tag } from "../look/tag.tsx";
import { type Correction, isInTheWay, takenOf } from "./use-correction.ts";

/** What was found in the text, each with its surroundings; Space takes one, and takes it back. */
export function FoundList({ correction }: { correction: Correction }) {
  const { text, found, byHand, misplaced, take } = correction;
  const taken = takenOf(correction);
  const [current, setCurrent] = useState("0");
  const rows = useMemo(() => rowsOf(found, byHand), [found, byHand]);
  const draw = useCallback(
    (row: FoundRow) => <FoundItem text={text} defect={row.defect} />,
    [text],
  );
  const sure = found.filter(({ certainty }) => certainty === "sure");
  const toggle = ({ at }: FoundRow) =>
    take(found.filter((_, other) => taken.has(other) !== (other === at)));
  return (
    <>
      <div className="row">
        <span className="grow soft">
          {taken.size.toLocaleString()} of {found.length.toLocaleString()} repairs taken
        </span>
        <Button isDisabled={taken.size === 0} onPress={() => take([])}>
          Take none
        </Button>
        <Button isDisabled={sure.length === 0} onPress={() => take(sure)}>
          Take all sure ones ({sure.length.toLocaleString()})
        </Button>
      </div>
      <div className="found-list">
        {rows.length === 0 && <p className="soft">Nothing was found that looks wrong.</p>}
        <VirtualList
          label="Repairs"
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
      {misplaced > 0 && (
        <p className="soft small">
          {misplaced === 1 ? "One more stretch stands" : `${misplaced} more stretches stand`} where
          it does not belong. Moving it would lose its spans’ places, so import the file again for
          that.
        </p>
      )}
    </>
  );
}

interface FoundRow extends ListRow {
  at: number;
  defect: Defect;
}

function rowsOf(found: readonly Defect[], byHand: readonly TextEdit[]): FoundRow[] {
  return found.map((defect, at) => {
    const id = String(at);
    return { id, at, defect, isDisabled: isInTheWay(byHand, defect) };
  });
}

/** In pixels: two lines of words and one that says why. */
const foundHeight = 72;

function FoundItem({ text, defect }: { text: string; defect: Defect }) {
  const { start, end, replacement, because, certainty } = defect;
  return (
    <>
      <span className="found-check" aria-hidden />
      <span className="found-item">
        <span className="found-words">
          {lineOf(text.slice(Math.max(0, start - around), start))}
          <del>{visible(text.slice(start, end))}</del>
          <ins>{visible(replacement)}</ins>
          {lineOf(text.slice(end, end + around))}
        </span>
        <span className="truncate small faint">{because}</span>
      </span>
      {certainty === "likely" && <Tag tone="warning">Look first</Tag>}
    </>
  );
}

/** Characters of the surroundings to show on either side. */
const around = 48;

const lineOf = (text: string) => text.toWellFormed().replace(/\s+/g, " ");
const visible = (text: string) =>
  shortenedQuote(text.replace(/\n/g, "↵")).replace(/ (?= |$)|^ /g, "·");
