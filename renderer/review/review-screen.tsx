import { Scale } from "lucide-react";
import { useMemo, useState } from "react";
import type { ReportRow } from "../../shared/contract.ts";
import { useEveryReport } from "../library/every-report.ts";
import { EmptyState } from "../look/empty-state.tsx";
import { noSelection } from "../look/grid-selection.ts";
import { VirtualGrid } from "../look/virtual-grid.tsx";
import { goTo } from "../shell/route.ts";
import { ScreenHeader } from "../shell/screen-header.tsx";
import { reviewColumns } from "./review-columns.tsx";
import "./review.css";

const none: readonly ReportRow[] = [];
const hasSeveral = ({ layers }: ReportRow) => layers.length > 1;
const addSeveral = (found: readonly ReportRow[], rows: readonly ReportRow[]) => [
  ...found,
  ...rows.filter(hasSeveral),
];
const open = ({ id }: ReportRow) => goTo({ screen: "annotate", report: id });
const titleOf = ({ title }: ReportRow) => title;

/** The reports that more than one person has marked, their counts side by side. */
export function ReviewScreen() {
  const { value: rows, seen, total, isDone } = useEveryReport(none, addSeveral);
  const [selection, setSelection] = useState(noSelection);
  const columns = useMemo(() => reviewColumns(rows), [rows]);
  if (isDone && rows.length === 0) return <NobodyElse />;
  const looked = `looked through ${seen.toLocaleString()} of ${total.toLocaleString()}`;
  return (
    <>
      <ScreenHeader title="Review" detail={isDone ? rows.length.toLocaleString() : looked} />
      <p className="review-note soft">
        Reports with two or more layers. Opening one shows your own layer.
      </p>
      <VirtualGrid
        label="Reports with several layers"
        columns={columns}
        rows={rows}
        total={rows.length}
        textOf={titleOf}
        selection={selection}
        onSelect={setSelection}
        onOpen={open}
      />
    </>
  );
}

function NobodyElse() {
  return (
    <EmptyState icon={Scale} title="Nothing to compare yet">
      A report appears here as soon as two people have marked it. Let somebody else work in this
      project under their own name, or import their annotations.
    </EmptyState>
  );
}
