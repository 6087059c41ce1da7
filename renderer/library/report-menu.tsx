import { FileDown, Highlighter, History, Pencil, TextCursorInput, Trash2 } from "lucide-react";
import { useState } from "react";
import type { ReportRow } from "../../shared/contract/reports.ts";
import { openCorrection } from "../correct/open-correction.ts";
import { openHistory } from "../history/history-about.ts";
import type { GridSelection } from "../look/grid-selection.ts";
import { ContextMenu, MenuItem, MenuSeparator } from "../look/menu.tsx";
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
  const these = count > 1 ? ` these ${count.toLocaleString()}` : "";
  const row = target?.row;
  return (
    <>
      <ContextMenu label={row?.title ?? "Report"} at={target} onClose={onClose}>
        <MenuItem
          label="Open"
          icon={Highlighter}
          keys="Enter"
          onAction={() => row && goTo({ screen: "annotate", report: row.id })}
        />
        <MenuItem
          label="Title and case…"
          icon={Pencil}
          onAction={() => setDescribed(row ?? null)}
        />
        <MenuItem
          label="History"
          icon={History}
          onAction={() => row && openHistory({ report: row.id, span: null, entity: null })}
        />
        <MenuItem
          label="Correct the text…"
          icon={TextCursorInput}
          onAction={() => row && openCorrection({ report: row.id, at: null })}
        />
        <MenuSeparator />
        <MenuItem
          label={`Export${these}…`}
          icon={FileDown}
          onAction={() => exportSelected(selection)}
        />
        <MenuItem
          label={`Remove${these}`}
          icon={Trash2}
          danger
          onAction={() => removeSelected(selection)}
        />
      </ContextMenu>
      {described && <DescribeDialog row={described} onClose={() => setDescribed(null)} />}
    </>
  );
}
