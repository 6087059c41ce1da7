import { FileSearch, FileX, Undo2 } from "lucide-react";
import { Button } from "../look/button.tsx";
import { t } from "../messages.ts";
import { goTo } from "../shell/route.ts";
import { areLeftOut, chosenReports } from "./chosen.ts";
import { EncodingSelect, encodingCertainty } from "./encoding-select.tsx";
import { canPreview, type ImportRow, sentencesOf } from "./import-rows.ts";
import { importSelection } from "./import-state.ts";
import { setLeftOut } from "./leave-out.ts";
import { ScanDetail } from "./scan-tools.tsx";

interface FileDetailProps {
  rows: readonly ImportRow[];
  /** The row that the keyboard is at. */
  row: ImportRow | null;
}

const tones = { problem: "danger", warning: "import-warning", note: "soft" } as const;

/** What is to be known of the file that the keyboard is at, and what can be done with the chosen ones. */
export function FileDetail({ rows, row }: FileDetailProps) {
  const chosen = chosenReports(rows, importSelection.use());
  const areOut = areLeftOut(rows, chosen);
  const sentences = row ? sentencesOf(row) : [];
  return (
    <footer className="import-detail">
      <div className="grow import-sentences" role="status">
        {row && <p className="strong truncate">{row.file}</p>}
        {sentences.map((sentence) => (
          <p key={sentence.text} className={tones[sentence.tone]}>
            {sentence.text}
          </p>
        ))}
        {row && sentences.length === 0 && <p className="faint">{t("Read without a remark.")}</p>}
      </div>
      {row?.encoding && (
        <div className="import-encoding">
          <EncodingSelect file={row} />
          <span className="small faint">{encodingCertainty(row.encoding)}</span>
        </div>
      )}
      {row?.ocr && <ScanDetail row={row} />}
      {row && canPreview(row) && (
        <Button
          icon={FileSearch}
          keys="Enter"
          onPress={() => goTo({ screen: "import", report: row.report })}
        >
          {t("Look at the text")}
        </Button>
      )}
      {chosen.length > 0 && (
        <Button icon={areOut ? Undo2 : FileX} onPress={() => setLeftOut(chosen, !areOut)}>
          {t(
            areOut
              ? "{count, plural, one {Take in again} other {Take # in again}}"
              : "{count, plural, one {Leave out} other {Leave # out}}",
            { count: chosen.length },
          )}
        </Button>
      )}
    </footer>
  );
}
