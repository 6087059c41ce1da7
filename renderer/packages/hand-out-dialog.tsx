import { useState } from "react";
import type { WrittenPackages } from "../../shared/contract/packages.ts";
import { call } from "../api.ts";
import { closeDialog } from "../dialogs/open-dialog.ts";
import { download, pickPlace } from "../dialogs/use-export.ts";
import { Button } from "../look/button.tsx";
import { t } from "../messages.ts";
import { AllotmentTable } from "./allotment-table.tsx";
import { handOutProblem, newHandOut, writtenBy } from "./hand-out-draft.ts";
import { HandOutForm } from "./hand-out-form.tsx";
import { useAllotment } from "./use-allotment.ts";
import { useWork } from "./use-work.ts";
import { WorkDialog } from "./work-dialog.tsx";
import { WrittenList } from "./written-list.tsx";

/** Chooses who gets which reports and writes a package for each; the preview says what each would get. */
export function HandOutDialog({ reports }: { reports: readonly string[] | null }) {
  const [draft, setDraft] = useState(() => newHandOut(reports));
  const [written, setWritten] = useState<WrittenPackages | null>(null);
  const work = useWork();
  const { allotment, problem: misfit } = useAllotment(draft);
  const problem = handOutProblem(draft) ?? misfit;
  const start = () =>
    work.run(async (options) => {
      const ticket = await pickPlace();
      if (ticket === undefined) return;
      const made = await call("packages.write", { ...writtenBy(draft), ticket }, options);
      download(made);
      setWritten(made);
    });
  if (written) return <Written written={written} />;
  const count = allotment?.people.filter((one) => one.reports.length > 0).length ?? 0;
  const footer = (
    <>
      <p className="grow soft small" role="status">
        {problem}
      </p>
      <Button onPress={closeDialog}>{t("Cancel")}</Button>
      <Button variant="primary" isDisabled={problem !== null || count === 0} onPress={start}>
        {t(
          "{count, plural, =0 {Write packages} one {Write one package} other {Write # packages}}",
          {
            count,
          },
        )}
      </Button>
    </>
  );
  return (
    <WorkDialog title={t("Hand out reports")} size="large" work={work} footer={footer}>
      <HandOutForm draft={draft} onChange={setDraft} />
      {allotment && <AllotmentTable allotment={allotment} />}
    </WorkDialog>
  );
}

function Written({ written }: { written: WrittenPackages }) {
  const work = useWork();
  const footer = (
    <Button variant="primary" onPress={closeDialog} autoFocus>
      {t("Done")}
    </Button>
  );
  return (
    <WorkDialog title={t("Packages written")} work={work} footer={footer}>
      <WrittenList written={written} />
      <p className="small faint">
        {t("Send each person theirs. What they send back is merged by “Merge Packages…”.")}
      </p>
    </WorkDialog>
  );
}
