import { useState } from "react";
import type { Exported } from "../../shared/contract/exports.ts";
import type { AppState } from "../../shared/contract/session.ts";
import type { Loss } from "../../shared/formats/losses.ts";
import { Button } from "../look/button.tsx";
import { Dialog } from "../look/dialog.tsx";
import { Progress } from "../look/progress.tsx";
import { sentence, t } from "../messages.ts";
import { getApp } from "../state/app-store.ts";
import { ExportForm } from "./export-form.tsx";
import { ExportLosses } from "./export-losses.tsx";
import { ExportResult } from "./export-result.tsx";
import { closeDialog } from "./open-dialog.ts";
import { type ExportChoice, useExport } from "./use-export.ts";

/** Writes reports and layers to files; first the choice, then the progress, then what came of it. */
export function ExportDialog({ reports }: { reports: readonly string[] | null }) {
  const [choice, setChoice] = useState<ExportChoice>(() => ({
    format: "brat",
    annotator: whoHasMarked(getApp().app),
    reports: reports && [...reports],
    offsets: "native",
  }));
  const { state, start, write, back, cancel } = useExport();
  if (state.step === "done") return <Done result={state.result} />;
  if (state.step === "losing")
    return <Losing losses={state.losses} onBack={back} onWrite={() => void write(state.choice)} />;
  if (state.step === "running")
    return (
      <Dialog
        title={t("Exporting")}
        isOpen
        onClose={cancel}
        isDismissable={false}
        footer={<Button onPress={cancel}>{t("Cancel")}</Button>}
      >
        <Progress
          label={sentence(state.progress.doing) || t("Writing the files")}
          done={state.progress.done}
          total={state.progress.total}
        />
      </Dialog>
    );
  const footer = (
    <>
      <Button onPress={closeDialog}>{t("Cancel")}</Button>
      <Button variant="primary" onPress={() => start(choice)} autoFocus>
        {t("Export")}
      </Button>
    </>
  );
  return (
    <Dialog title={t("Export")} isOpen onClose={closeDialog} footer={footer}>
      <ExportForm chosen={reports} choice={choice} onChange={setChoice} />
    </Dialog>
  );
}

/** The person themselves where they have marked anything; everybody else otherwise. */
function whoHasMarked(app: AppState | null): string | null {
  const annotator = app?.annotator ?? null;
  return annotator !== null && app?.annotators.includes(annotator) ? annotator : null;
}

interface LosingProps {
  losses: readonly Loss[];
  onBack: () => void;
  onWrite: () => void;
}

/** What would be lost, before anything is written. */
function Losing({ losses, onBack, onWrite }: LosingProps) {
  const footer = (
    <>
      <Button onPress={onBack}>{t("Back")}</Button>
      <Button variant="primary" onPress={onWrite} autoFocus>
        {t("Export without it")}
      </Button>
    </>
  );
  return (
    <Dialog title={t("This format cannot hold everything")} isOpen onClose={onBack} footer={footer}>
      <ExportLosses losses={losses} />
    </Dialog>
  );
}

function Done({ result }: { result: Exported }) {
  const footer = (
    <Button variant="primary" onPress={closeDialog} autoFocus>
      {t("Done")}
    </Button>
  );
  return (
    <Dialog title={t("Exported and verified")} isOpen onClose={closeDialog} footer={footer}>
      <ExportResult result={result} />
    </Dialog>
  );
}
