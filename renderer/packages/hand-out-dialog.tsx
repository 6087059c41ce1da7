import { useState } from "react";
import { call } from "../api.ts";
import { download } from "../dialogs/use-export.ts";
import type { CallOptions } from "../doors/door.ts";
import { t } from "../messages.ts";
import { AllotmentTable } from "./allotment-table.tsx";
import { handOutProblem, newHandOut, writtenBy } from "./hand-out-draft.ts";
import { HandOutForm } from "./hand-out-form.tsx";
import { useAllotment } from "./use-allotment.ts";
import { WritingDialog, writeInWords } from "./writing-dialog.tsx";

/** Chooses who gets which reports and writes a package for each; the preview says what each would get. */
export function HandOutDialog({ reports }: { reports: readonly string[] | null }) {
  const [draft, setDraft] = useState(() => newHandOut(reports));
  const { allotment, problem: misfit } = useAllotment(draft);
  const count = allotment?.people.filter((one) => one.reports.length > 0).length ?? 0;
  const write = async (ticket: string | null, options: CallOptions) => {
    const made = await call("packages.write", { ...writtenBy(draft), ticket }, options);
    download(made);
    return made;
  };
  return (
    <WritingDialog
      title={t("Hand out reports")}
      size="large"
      problem={handOutProblem(draft) ?? misfit}
      action={writeInWords(count)}
      isReady={count > 0}
      write={write}
      next={t("Send each person theirs. What they send back is merged by “Merge Packages…”.")}
    >
      <HandOutForm draft={draft} onChange={setDraft} />
      {allotment && <AllotmentTable allotment={allotment} />}
    </WritingDialog>
  );
}
