import { useMemo } from "react";
import { Button } from "../look/button.tsx";
import { t } from "../messages.ts";
import { useCommands } from "../shell/commands.ts";
import { ScreenHeader } from "../shell/screen-header.tsx";
import { FileDetail } from "./file-detail.tsx";
import { FileTable } from "./file-table.tsx";
import { FileTools } from "./file-tools.tsx";
import { discardImport, finishImport } from "./import-flow.ts";
import { ImportNotes } from "./import-notes.tsx";
import { fits, rowsOf } from "./import-rows.ts";
import {
  countJoining,
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
    <section className="import" aria-label={t("Import")}>
      <ScreenHeader title={t("Import")} detail={summaryOf(pending)}>
        <Button onPress={discardImport}>{t("Discard")}</Button>
        <Button variant="primary" isDisabled={count === 0} onPress={finishImport}>
          {actionInWords(count, countJoining(pending))}
        </Button>
      </ScreenHeader>
      <ImportNotes pending={pending} />
      <FileTools rows={all} />
      <FileTable rows={rows} />
      <FileDetail rows={rows} row={rows[selection.at] ?? null} />
    </section>
  );
}

/** @param count all that is wanted, `joined` of which are annotations of reports that are there. */
function actionInWords(count: number, joined: number): string {
  const reports = count - joined;
  if (count === 0) return t("Nothing to import");
  if (joined === 0)
    return t("{count, plural, one {Import one report} other {Import # reports}}", { count });
  if (reports === 0)
    return t("{joined, plural, one {Import one layer} other {Import # layers}}", { joined });
  return t(
    "{reports, plural, one {Import one report} other {Import # reports}} and {joined, plural, one {one layer} other {# layers}}",
    { reports, joined },
  );
}

function summaryOf(pending: PendingImport): string {
  const { files } = pending;
  const spans = countSpans(pending);
  const failed = files.filter(({ report }) => report === null);
  const count = failed.length;
  const sentences = [
    ...(spans > 0 ? [t("{spans, plural, one {# span.} other {# spans.}}", { spans })] : []),
    ...(count > 0 ? [t("{count, number} could not be read.", { count })] : []),
    t("Nothing is in the project yet."),
  ];
  return sentences.join(" ");
}
