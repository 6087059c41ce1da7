import { FileDown } from "lucide-react";
import { Button, IconButton } from "../look/button.tsx";
import { Segments } from "../look/segments.tsx";
import { inNumber, t } from "../messages.ts";
import { CasesMenu } from "./cases-menu.tsx";
import { filesAsCsv } from "./files-csv.ts";
import { Remarks } from "./import-notes.tsx";
import { type FileFilter, fileFilters, fits, type ImportRow } from "./import-rows.ts";
import { importFilter, importSelection } from "./import-state.ts";
import { setLeftOut } from "./leave-out.ts";
import { saveText } from "./save-text.ts";
import { ScanTools } from "./scan-tools.tsx";

const words: Readonly<Record<FileFilter, string>> = {
  all: t("All"),
  problems: t("Problems"),
  duplicates: t("Duplicates"),
  repaired: t("Repaired"),
};

/** The filter, the cases, and the list as a file. */
export function FileTools({ rows }: { rows: readonly ImportRow[] }) {
  const filter = importFilter.use();
  const options = fileFilters.map((id) => ({ id, label: `${words[id]} ${countOf(rows, id)}` }));
  const choose = (id: string) => {
    const chosen = fileFilters.find((known) => known === id);
    if (!chosen) return;
    importFilter.set(chosen);
    importSelection.set({ at: 0, anchor: 0, chosen: new Set() });
  };
  const doubles = rows.flatMap(({ state, report }) => (state === "same" ? (report ?? []) : []));
  return (
    <div className="import-tools">
      <Segments label={t("Files")} options={options} value={filter} onChange={choose} />
      <Remarks rows={rows} />
      <span className="grow" />
      <ScanTools rows={rows} />
      {doubles.length > 0 && (
        <Button onPress={() => setLeftOut(doubles, true)}>{t("Leave duplicates out")}</Button>
      )}
      <CasesMenu />
      <IconButton
        label={t("Save this list as CSV")}
        icon={FileDown}
        onPress={() => saveText("import.csv", "text/csv", filesAsCsv(rows))}
      />
    </div>
  );
}

const countOf = (rows: readonly ImportRow[], filter: FileFilter) =>
  inNumber(rows.filter((row) => fits(row, filter)).length);
