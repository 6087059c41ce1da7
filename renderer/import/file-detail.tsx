import { FileSearch, FileX, Undo2 } from "lucide-react";
import { Button } from "../look/button.tsx";
import { goTo } from "../shell/route.ts";
import { chosenReports } from "./chosen.ts";
import { canPreview, type ImportRow, sentencesOf } from "./import-rows.ts";
import { importSelection, type PendingImport, setLeftOut } from "./import-state.ts";

interface FileDetailProps {
  pending: PendingImport;
  rows: readonly ImportRow[];
  /** The row that the keyboard is at. */
  row: ImportRow | null;
}

/** What is to be known of the file that the keyboard is at, and what can be done with the chosen ones. */
export function FileDetail({ pending: { leftOut }, rows, row }: FileDetailProps) {
  const chosen = chosenReports(rows, importSelection.use());
  const areOut = chosen.length > 0 && chosen.every((id) => leftOut.has(id));
  const count = chosen.length > 1 ? ` ${chosen.length.toLocaleString()}` : "";
  const sentences = row ? sentencesOf(row) : [];
  return (
    <footer className="import-detail">
      <div className="grow import-sentences" role="status">
        {row && <p className="strong truncate">{row.file}</p>}
        {sentences.map((sentence) => (
          <p key={sentence} className={row?.problem === sentence ? "danger" : "soft"}>
            {sentence}
          </p>
        ))}
        {row && sentences.length === 0 && <p className="faint">Read without a remark.</p>}
      </div>
      {row && canPreview(row) && (
        <Button
          icon={FileSearch}
          keys="Enter"
          onPress={() => goTo({ screen: "import", report: row.id })}
        >
          Look at the text
        </Button>
      )}
      {chosen.length > 0 && (
        <Button icon={areOut ? Undo2 : FileX} onPress={() => setLeftOut(chosen, !areOut)}>
          {areOut ? `Take${count} in again` : `Leave${count} out`}
        </Button>
      )}
    </footer>
  );
}
