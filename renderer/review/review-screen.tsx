import { CircleAlert, Scale } from "lucide-react";
import { useMemo, useState } from "react";
import type { ReportRow } from "../../shared/contract/reports.ts";
import { useSummary } from "../datasets/use-summary.ts";
import { type ReportFilter, useReports } from "../library/use-reports.ts";
import { EmptyState } from "../look/empty-state.tsx";
import { noSelection } from "../look/grid-selection.ts";
import { Segments } from "../look/segments.tsx";
import { VirtualGrid } from "../look/virtual-grid.tsx";
import { t } from "../messages.ts";
import { goTo } from "../shell/route.ts";
import { ScreenHeader } from "../shell/screen-header.tsx";
import { createValueStore } from "../state/value-store.ts";
import { Doubts } from "./doubts.tsx";
import { reviewColumns } from "./review-columns.tsx";
import "./review.css";

const severalLayers: ReportFilter = { search: "", status: "any", severalLayers: true };
const open = ({ id }: ReportRow) => goTo({ screen: "annotate", report: id });
const titleOf = ({ title }: ReportRow) => title;

const shownList = createValueStore("reports");
const lists = [
  { id: "reports", label: t("Several people") },
  { id: "doubts", label: t("Unsure and noted") },
];

/** Two lists to look through: reports that several people have marked, and what they are unsure of or noted. */
export function ReviewScreen() {
  const shown = shownList.use();
  return (
    <>
      <ScreenHeader title={t("Review")}>
        <Segments label={t("List")} options={lists} value={shown} onChange={shownList.set} />
      </ScreenHeader>
      {shown === "doubts" ? <Doubts /> : <Compared />}
    </>
  );
}

/** The reports that more than one person has marked, their counts side by side. */
function Compared() {
  const { rows, total, isLoading, problem, loadMore } = useReports(severalLayers);
  const summary = useSummary();
  const [selection, setSelection] = useState(noSelection);
  const columns = useMemo(
    () => reviewColumns(summary?.layers.map(({ annotator }) => annotator) ?? []),
    [summary],
  );
  if (problem !== null) return <Unreadable problem={problem} />;
  if (isLoading || !summary) return null;
  if (total === 0) return <NobodyElse />;
  return (
    <>
      <p className="review-note soft">
        {t(
          "{total, number} of {reports, plural, one {one report} other {# reports}}. Reports that two or more people have worked on, with everybody’s spans. Opening one shows your own layer.",
          { total, reports: summary.reports },
        )}
      </p>
      <VirtualGrid
        label={t("Reports with several layers")}
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
    <EmptyState icon={CircleAlert} title={t("The reports could not be read")}>
      {problem}
    </EmptyState>
  );
}

function NobodyElse() {
  return (
    <EmptyState icon={Scale} title={t("Nothing to compare yet")}>
      {t(
        "A report appears here as soon as two people have marked it. Let somebody else work in this project under their own name, or import their annotations.",
      )}
    </EmptyState>
  );
}
