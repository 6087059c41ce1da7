import { CircleAlert, Scale } from "lucide-react";
import { useMemo, useState } from "react";
import type { ReportRow } from "../../shared/contract/reports.ts";
import { useSummary } from "../datasets/use-summary.ts";
import { reportsInWords } from "../import/import-flow.ts";
import { type ReportFilter, useReports } from "../library/use-reports.ts";
import { EmptyState } from "../look/empty-state.tsx";
import { noSelection } from "../look/grid-selection.ts";
import { VirtualGrid } from "../look/virtual-grid.tsx";
import { goTo } from "../shell/route.ts";
import { ScreenHeader } from "../shell/screen-header.tsx";
import { reviewColumns } from "./review-columns.tsx";
import "./review.css";

const severalLayers: ReportFilter = { search: "", status: "any", severalLayers: true };
const open = ({ id }: ReportRow) => goTo({ screen: "annotate", report: id });
const titleOf = ({ title }: ReportRow) => title;

/** The reports that more than one person has marked, their counts side by side. */
export function ReviewScreen() {
  const { rows, total, isLoading, problem, loadMore } = useReports(severalLayers);
  const summary = useSummary();
  const [selection, setSelection] = useState(noSelection);
  const columns = useMemo(
    () => reviewColumns(summary?.layers.map(({ annotator }) => annotator) ?? []),
    [summary],
  );
  if (problem !== null) return <Unreadable problem={problem} />;
  if (isLoading || !summary) return <ScreenHeader title="Review" />;
  if (total === 0) return <NobodyElse />;
  const detail = `${total.toLocaleString()} of ${reportsInWords(summary.reports)}`;
  return (
    <>
      <ScreenHeader title="Review" detail={detail} />
      <p className="review-note soft">
        Reports that two or more people have worked on, with everybody’s spans. Opening one shows
        your own layer.
      </p>
      <VirtualGrid
        label="Reports with several layers"
        columns={columns}
        rows={rows}
        total={total}
        textOf={titleOf}
        selection={selection}
        onSelect={setSelection}
        onOpen={open}
        onNeedMore={loadMore}
      />
    </>
  );
}

function Unreadable({ problem }: { problem: string }) {
  return (
    <EmptyState icon={CircleAlert} title="The reports could not be read">
      {problem}
    </EmptyState>
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
