import type { ProjectAgreement } from "../../../shared/agreement/study/study.ts";
import { byteOrderMark, csvLine, csvText } from "../../../shared/formats/tables/csv.ts";
import { figureCells, figureColumns } from "../../../shared/review-report/figure-rows.ts";
import { saveText } from "../../import/save-text.ts";
import { toast, toastError } from "../../look/toasts.tsx";
import { t } from "../../messages.ts";

/** Puts the figures on the clipboard, for a spreadsheet: a row a line, a tab between cells. */
export async function copyFigures({ measures }: ProjectAgreement): Promise<void> {
  const rows = [figureColumns, ...measures.map(figureCells)];
  const text = rows.map((cells) => cells.map(onOneLine).join("\t")).join("\n");
  try {
    await navigator.clipboard.writeText(text);
    toast({ tone: "success", text: t("The figures are copied.") });
  } catch (error) {
    toastError(error);
  }
}

/** As a CSV file has it: nothing that a spreadsheet would take for a formula. */
const onOneLine = (cell: Parameters<typeof csvText>[0]) => csvText(cell).replace(/[\t\r\n]+/g, " ");

export function saveFigures({ measures }: ProjectAgreement): void {
  const lines = [figureColumns, ...measures.map(figureCells)].map((cells) => csvLine(cells));
  saveText("agreement.csv", "text/csv", byteOrderMark + lines.join(""));
}
