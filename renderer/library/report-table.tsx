import { useMemo, useState } from "react";
import type { ReportRow } from "../../shared/contract/reports.ts";
import { VirtualGrid } from "../look/virtual-grid.tsx";
import { t } from "../messages.ts";
import { goTo } from "../shell/route.ts";
import { useApp } from "../state/app-store.ts";
import { librarySelection } from "./library-state.ts";
import { useReadingTimes } from "./reading-times.ts";
import { reportColumns } from "./report-columns.tsx";
import { ReportMenu } from "./report-menu.tsx";
import type { ReportList } from "./use-reports.ts";

const open = ({ id }: ReportRow) => goTo({ screen: "annotate", report: id });
const titleOf = ({ title }: ReportRow) => title;

/** The reports as rows. */
export function ReportTable({ list }: { list: ReportList }) {
  const selection = librarySelection.use();
  const me = useApp((snapshot) => snapshot.app?.annotator ?? null);
  const times = useReadingTimes(list.rows);
  const columns = useMemo(() => reportColumns(me, times), [me, times]);
  const [menu, setMenu] = useState<{ row: ReportRow; x: number; y: number } | null>(null);
  return (
    <>
      <VirtualGrid
        label={t("Reports")}
        columns={columns}
        rows={list.rows}
        total={list.total}
        textOf={titleOf}
        selection={selection}
        onSelect={librarySelection.set}
        onOpen={open}
        onMenu={(row, place) => setMenu({ row, ...place })}
        onNeedMore={list.loadMore}
      />
      <ReportMenu
        target={menu}
        selection={selection}
        total={list.total}
        onClose={() => setMenu(null)}
      />
    </>
  );
}
