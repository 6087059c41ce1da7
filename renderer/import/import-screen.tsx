import { useMemo } from "react";
import { Button } from "../look/button.tsx";
import { useCommands } from "../shell/commands.ts";
import { ScreenHeader } from "../shell/screen-header.tsx";
import { FileDetail } from "./file-detail.tsx";
import { FileTable } from "./file-table.tsx";
import { FileTools } from "./file-tools.tsx";
import { discardImport, finishImport, reportsInWords } from "./import-flow.ts";
import { ImportNotes } from "./import-notes.tsx";
import { fits, rowsOf } from "./import-rows.ts";
import {
  countSpans,
  countWanted,
  importFilter,
  importSelection,
  type PendingImport,
} from "./import-state.ts";

/** Everything that was read, before any of it is in the project. */
export function ImportScreen({ pending }: { pending: PendingImport }) {
  const { files, staged } = pending;
  const filter = importFilter.use();
  const selection = importSelection.use();
  const all = useMemo(() => rowsOf(files, staged), [files, staged]);
  const rows = useMemo(() => all.filter((row) => fits(row, filter)), [all, filter]);
  const count = countWanted(pending);
  useCommands(count > 0 ? { "report.finish": finishImport } : {});
  return (
    <section className="import" aria-label="Import">
      <ScreenHeader title="Import" detail={summaryOf(pending)}>
        <Button onPress={discardImport}>Discard</Button>
        <Button variant="primary" isDisabled={count === 0} onPress={finishImport}>
          {count === 0 ? "Nothing to import" : `Import ${reportsInWords(count)}`}
        </Button>
      </ScreenHeader>
      <ImportNotes pending={pending} />
      <FileTools rows={all} />
      <FileTable rows={rows} />
      <FileDetail rows={rows} row={rows[selection.at] ?? null} />
    </section>
  );
}

function summaryOf(pending: PendingImport): string {
  const { files } = pending;
  const spans = countSpans(pending);
  const failed = files.filter(({ report }) => report === null);
  const marks = spans > 0 ? `${spans.toLocaleString()} spans. ` : "";
  const bad = failed.length > 0 ? `${failed.length.toLocaleString()} could not be read. ` : "";
  return `${marks}${bad}Nothing is in the project yet.`;
}
