import { type FormEvent, useId, useState } from "react";
import type { ReportRow } from "../../shared/contract/reports.ts";
import { Button } from "../look/button.tsx";
import { Dialog } from "../look/dialog.tsx";
import { TextField } from "../look/fields.tsx";
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
  const form = useId();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const described = { report: row.id, title: title.trim(), case: caseName.trim() };
    if (await write("report.describe", described)) onClose();
  };
  const footer = (
    <>
      <Button onPress={onClose}>{t("Cancel")}</Button>
      <Button
        variant="primary"
        type="submit"
        form={form}
        isDisabled={!title.trim() || !caseName.trim()}
      >
        {t("Save")}
      </Button>
    </>
  );
  return (
    <Dialog title={t("Title and case")} isOpen onClose={onClose} size="small" footer={footer}>
      <form id={form} onSubmit={submit} className="stack">
        <TextField label={t("Title")} value={title} onChange={setTitle} selectsAll autoFocus />
        <TextField
          label={t("Case")}
          description={t(
            "Reports about the same patient share a case; they stay together in a split.",
          )}
          value={caseName}
          onChange={setCase}
        />
      </form>
    </Dialog>
  );
}
