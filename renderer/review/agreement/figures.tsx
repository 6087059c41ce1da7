import { useMemo, useState } from "react";
import { noSelection } from "../../look/grid-selection.ts";
import { VirtualGrid } from "../../look/virtual-grid.tsx";
import { t } from "../../messages.ts";
import type { Person } from "../people.ts";
import { type FigureRow, figureColumns } from "./figure-columns.tsx";
import { FigureDetail } from "./figure-detail.tsx";
import { measureName } from "./figure-words.ts";
import { scaleOf } from "./interval-bar.tsx";
import type { Measured } from "./measuring.ts";
import { showBehind } from "./show-behind.ts";

const textOf = ({ figure }: FigureRow) => measureName(figure.id);

const open = ({ figure }: FigureRow) => showBehind(figure);

// Coming back from the differences behind a figure, one is where one was.
let lastSelection = noSelection;

/** Every figure in a row; beside them all that is to be said of the one that is chosen. */
export function Figures({ measured, people }: { measured: Measured; people: readonly Person[] }) {
  const { agreement } = measured;
  const rows = useMemo(
    () => agreement.measures.map((figure, at): FigureRow => ({ id: String(at), figure })),
    [agreement],
  );
  const columns = useMemo(
    () => figureColumns(people, scaleOf(agreement.measures)),
    [people, agreement],
  );
  const [selection, select] = useState(lastSelection);
  lastSelection = selection;
  const at = Math.min(selection.at, rows.length - 1);
  const current = rows[at];
  return (
    <div className="agreement-figures">
      <VirtualGrid
        label={t("Figures of agreement")}
        columns={columns}
        rows={rows}
        total={rows.length}
        textOf={textOf}
        selection={{ ...selection, at: Math.max(0, at) }}
        onSelect={select}
        onOpen={open}
      />
      {current && <FigureDetail figure={current.figure} agreement={agreement} people={people} />}
    </div>
  );
}
