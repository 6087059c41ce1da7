import { useState } from "react";
import type { ReportRow } from "../../shared/contract/reports.ts";
import { TextField } from "../look/fields.tsx";
import { FormDialog } from "../look/form-dialog.tsx";
import { t } from "../messages.ts";
import { write } from "../state/app-store.ts";

interface DescribeDialogProps {
  row: Pick<ReportRow, "id" | "title" | "case">;
  onClose: () => void;
}

/** Changes a report's title and the case it belongs to. */
export function DescribeDialog({ row, onClose }: DescribeDialogProps) {
  const [title, setTitle] = useState(row.title);
  const [caseName, setCase] = useState(row.case);
  const save = async () => {
    const described = { report: row.id, title: title.trim(), case: caseName.trim() };
    if (await write("report.describe", described)) onClose();
  };
  return (
    <FormDialog
      title={t("Title and case")}
      size="small"
      action={t("Save")}
      isReady={title.trim() !== "" && caseName.trim() !== ""}
      onSubmit={save}
      onClose={onClose}
    >
      <TextField label={t("Title")} value={title} onChange={setTitle} selectsAll autoFocus />
      <TextField
        label={t("Case")}
        description={t(
          "Reports about the same patient share a case; they stay together in a split.",
        )}
        value={caseName}
        onChange={setCase}
      />
    </FormDialog>
  );
}
