import { useId, useState } from "react";
import type { LookedAt } from "../../shared/contract/packages.ts";
import { call } from "../api.ts";
import { closeDialog, openDialog } from "../dialogs/open-dialog.ts";
import { Button } from "../look/button.tsx";
import { t } from "../messages.ts";
import { offerUndo, publish } from "../state/app-store.ts";
import { MergePreview } from "./merge-preview.tsx";
import { PassphraseForm } from "./passphrase-form.tsx";
import { useLook } from "./use-look.ts";
import { useWork } from "./use-work.ts";
import { WorkDialog } from "./work-dialog.tsx";

/** Says what packages would bring, and merges them in one step once the person has seen it. */
export function MergeDialog({ ticket }: { ticket: string }) {
  const { work: looking, packages, passphrase, open } = useLook(ticket);
  const merging = useWork();
  const [form, work] = [useId(), merging.progress ? merging : withProblem(looking, merging)];
  const [isMerged, setMerged] = useState(false);
  const locked = packages?.find((one) => one.isLocked);
  const strange = packages?.find((one) => !one.isLocked && !one.isOfThisProject);
  const isReady = packages?.some(isNews) === true && !locked && !strange && !isMerged;
  const merge = () =>
    merging.run(async (options) => {
      const { change, merged } = await call("packages.merge", { ticket, passphrase }, options);
      setMerged(true);
      publish(change);
      closeDialog();
      const conflicts = merged.reduce((sum, { report }) => sum + report.conflicts, 0);
      if (change.history !== null) offerUndo(mergedInWords(merged.length));
      if (conflicts > 0) openDialog({ kind: "conflicts" });
    });
  const footer = (
    <>
      <Button onPress={closeDialog}>{isReady || locked ? t("Cancel") : t("Close")}</Button>
      {strange && (
        <Button variant="primary" onPress={() => openDialog({ kind: "open-package", ticket })}>
          {t("Open it as a project")}
        </Button>
      )}
      {locked?.needs === "passphrase" && (
        <Button variant="primary" type="submit" form={form}>
          {t("Unlock")}
        </Button>
      )}
      {isReady && (
        <Button variant="primary" onPress={merge} autoFocus>
          {t("Merge")}
        </Button>
      )}
    </>
  );
  return (
    <WorkDialog title={t("Merge packages")} size="large" work={work} footer={footer}>
      {locked && <PassphraseForm id={form} needs={locked.needs} onPassphrase={open} />}
      {strange && <p>{t("“{file}” is of another project.", { file: strange.file })}</p>}
      {!locked && packages?.map((one) => <Looked key={one.file} package={one} />)}
    </WorkDialog>
  );
}

const isNews = (one: LookedAt) => !one.isLocked && one.report?.isNews === true;

/** One place says what went wrong, whichever of the two it was. */
const withProblem = (looking: ReturnType<typeof useWork>, merging: ReturnType<typeof useWork>) => ({
  ...looking,
  problem: merging.problem ?? looking.problem,
});

const mergedInWords = (count: number) =>
  t("{count, plural, one {Merged one package.} other {Merged # packages.}}", { count });

function Looked({ package: one }: { package: LookedAt }) {
  if (one.isLocked) return null;
  return <MergePreview file={one.file} facts={one.facts} report={one.report} />;
}
