import { FileDown, Highlighter, History, Pencil, TextCursorInput, Trash2 } from "lucide-react";
import { useState } from "react";
import type { ReportRow } from "../../shared/contract/reports.ts";
import { openCorrection } from "../correct/open-correction.ts";
import { openHistory } from "../history/history-about.ts";
import type { GridSelection } from "../look/grid-selection.ts";
import { ContextMenu, MenuItem, MenuSeparator } from "../look/menu.tsx";
import { t } from "../messages.ts";
import { goTo } from "../shell/route.ts";
import { DescribeDialog } from "./describe-dialog.tsx";
import { countSelected, exportSelected, removeSelected } from "./selected.ts";

interface ReportMenuProps {
  /** The row the menu was asked for, and where; null while it is closed. */
  target: { row: ReportRow; x: number; y: number } | null;
  selection: GridSelection;
  total: number;
  onClose: () => void;
}

/** What can be done with a report, or with all that are chosen. */
export function ReportMenu({ target, selection, total, onClose }: ReportMenuProps) {
  const [described, setDescribed] = useState<ReportRow | null>(null);
  const count = countSelected(selection, total);
  const row = target?.row;
  return (
    <>
      <ContextMenu label={row?.title ?? t("Report")} at={target} onClose={onClose}>
        <MenuItem
          label={t("{as, select, action {Open} other {Open}}", { as: "action" })}
          icon={Highlighter}
          keys="Enter"
          onAction={() => row && goTo({ screen: "annotate", report: row.id })}
        />
        <MenuItem
          label={t("Title and case…")}
          icon={Pencil}
          onAction={() => setDescribed(row ?? null)}
        />
        <MenuItem
          label={t("History")}
          icon={History}
          onAction={() => row && openHistory({ report: row.id, span: null, entity: null })}
        />
        <MenuItem
          label={t("Correct the text…")}
          icon={TextCursorInput}
          onAction={() => row && openCorrection({ report: row.id, at: null })}
        />
        <MenuSeparator />
        <MenuItem
          label={count > 1 ? t("Export these {count, number}…", { count }) : t("Export…")}
          icon={FileDown}
          onAction={() => exportSelected(selection)}
        />
        <MenuItem
          label={count > 1 ? t("Remove these {count, number}", { count }) : t("Remove")}
          icon={Trash2}
          danger
          onAction={() => removeSelected(selection)}
        />
      </ContextMenu>
      {described && <DescribeDialog row={described} onClose={() => setDescribed(null)} />}
    </>
  );
}
