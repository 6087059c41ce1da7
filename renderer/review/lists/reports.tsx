import { CircleAlert, Scale } from "lucide-react";
import { useMemo, useState } from "react";
import type { ReportProgress } from "../../../shared/contract/review.ts";
import { call } from "../../api.ts";
import type { CallOptions } from "../../doors/door.ts";
import { EmptyState } from "../../look/empty-state.tsx";
import { noSelection } from "../../look/grid-selection.ts";
import { Progress } from "../../look/progress.tsx";
import { VirtualGrid } from "../../look/virtual-grid.tsx";
import { t } from "../../messages.ts";
import { goTo } from "../../shell/route.ts";
import { usePeople } from "../use-people.ts";
import { reportColumns } from "./report-columns.tsx";
import { usePages } from "./use-pages.ts";
import { useReadAhead } from "./use-read-ahead.ts";

interface Row extends ReportProgress {
  id: string;
}

const open = ({ report }: Row) => goTo({ screen: "review", view: { report } });
const titleOf = ({ title }: Row) => title;

/** Every report that several people have worked on, with how far its review is; Enter opens it. */
export function ReviewedReports() {
  const { rows, total, problem, isLoading, loadMore } = usePages(askReports);
  const [selection, setSelection] = useState(noSelection);
  useReadAhead(rows[selection.at]?.report);
  const people = usePeople();
  const columns = useMemo(() => reportColumns(people ?? []), [people]);
  if (problem !== null)
    return (
      <EmptyState icon={CircleAlert} title={t("The reports could not be read")}>
        {problem}
      </EmptyState>
    );
  if (isLoading || !total || !people) return null;
  if (total.reports === 0) return <NobodyElse />;
  return (
    <>
      <div className="review-progress">
        <Progress
          label={t("Reports whose review is finished")}
          done={total.finished}
          total={total.reports}
        />
      </div>
      <VirtualGrid
        label={t("Reports under review")}
        columns={columns}
        rows={rows}
        total={Math.max(rows.length, total.reports)}
        textOf={titleOf}
        selection={selection}
        onSelect={setSelection}
        onOpen={open}
        onNeedMore={loadMore}
      />
    </>
  );
}

async function askReports(after: string | null, options: CallOptions) {
  const { reports, next, total } = await call("review.progress", { after }, options);
  return { rows: reports.map((row): Row => ({ ...row, id: row.report })), next, total };
}

/** Nothing is there to compare in the whole project. */
export function NobodyElse() {
  return (
    <EmptyState icon={Scale} title={t("Nothing to compare yet")}>
      {t(
        "A report appears here as soon as two people have marked it. Let somebody else work in this project under their own name, or import their annotations.",
      )}
    </EmptyState>
  );
}
