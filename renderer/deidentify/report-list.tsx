import { Check } from "lucide-react";
import { useMemo } from "react";
import type { IdentifierRow } from "../../shared/contract/deidentify.ts";
import { type ListRow, VirtualList } from "../look/virtual-list.tsx";
import { t } from "../messages.ts";

interface ReportListProps {
  rows: readonly IdentifierRow[];
  current: string | null;
  onMove: (report: string) => void;
  onOpen: () => void;
}

interface Row extends ListRow {
  row: IdentifierRow;
}

/** Every report with how many of its candidates wait; Enter goes to them. */
export function ReportList({ rows, current, onMove, onOpen }: ReportListProps) {
  const listed = useMemo(() => rows.map((row): Row => ({ id: row.report, row })), [rows]);
  return (
    <VirtualList
      label={t("Reports")}
      rows={listed}
      rowHeight={44}
      current={current}
      onMove={({ id }) => onMove(id)}
      onOpen={onOpen}
    >
      {drawRow}
    </VirtualList>
  );
}

function drawRow({ row }: Row) {
  return (
    <>
      <span className="deidentify-row grow">
        <span className="truncate">{row.title}</span>
        <span className="small soft truncate">{stateOf(row)}</span>
      </span>
      {row.isScanned && row.open === 0 && <Check className="deidentify-done" aria-hidden />}
    </>
  );
}

function stateOf({ isScanned, open, accepted, refused }: IdentifierRow): string {
  if (!isScanned) return t("Not looked through as it is now");
  if (open > 0) return t("{open, plural, one {# waits} other {# wait}}", { open });
  return accepted + refused === 0 ? t("Nothing found") : t("All decided");
}
