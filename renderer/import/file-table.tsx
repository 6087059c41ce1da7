import { FileSearch, FileX, Undo2 } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { EmptyState } from "../look/empty-state.tsx";
import { ContextMenu, MenuItem } from "../look/menu.tsx";
import { toast } from "../look/toasts.tsx";
import { VirtualGrid } from "../look/virtual-grid.tsx";
import { t } from "../messages.ts";
import { goTo } from "../shell/route.ts";
import { areLeftOut, chosenReports } from "./chosen.ts";
import { importColumns } from "./import-columns.tsx";
import { canPreview, type ImportRow, sentencesOf } from "./import-rows.ts";
import { importSelection } from "./import-state.ts";
import { setLeftOut } from "./leave-out.ts";

const fileOf = ({ file }: ImportRow) => file;

/** Shows the text of a report, or says why there is nothing to show. */
function open(row: ImportRow): void {
  if (canPreview(row)) goTo({ screen: "import", report: row.report });
  else if (row.report === null)
    toast({
      text: sentencesOf(row)
        .map(({ text }) => text)
        .join(" "),
    });
  else
    toast({
      text: t("Its annotations hold on to the text as it is; there is nothing to repair."),
    });
}

/** The files as rows. Enter shows a text; Delete leaves reports out, or takes them in again. */
export function FileTable({ rows }: { rows: readonly ImportRow[] }) {
  const selection = importSelection.use();
  const [menu, setMenu] = useState<{ row: ImportRow; x: number; y: number } | null>(null);
  const toggle = () => {
    const chosen = chosenReports(rows, selection);
    setLeftOut(chosen, !areLeftOut(rows, chosen));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Delete" && event.key !== "Backspace") return;
    event.preventDefault();
    toggle();
  };
  if (rows.length === 0)
    return <EmptyState title={t("No file fits")}>{t("Choose another filter.")}</EmptyState>;
  const isOut = menu?.row.isLeftOut === true;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears what the table does not use
    <div className="import-table" onKeyDown={onKeyDown}>
      <VirtualGrid
        label={t("Files")}
        columns={importColumns}
        rows={rows}
        total={rows.length}
        textOf={fileOf}
        selection={selection}
        onSelect={importSelection.set}
        onOpen={open}
        onMenu={(row, place) => setMenu({ row, ...place })}
      />
      <ContextMenu label={menu?.row.file ?? t("File")} at={menu} onClose={() => setMenu(null)}>
        <MenuItem
          label={t("Look at the text")}
          icon={FileSearch}
          keys="Enter"
          onAction={() => menu && open(menu.row)}
        />
        <MenuItem
          label={t(isOut ? "Take in again" : "Leave out")}
          icon={isOut ? Undo2 : FileX}
          keys="Delete"
          onAction={toggle}
        />
      </ContextMenu>
    </div>
  );
}
