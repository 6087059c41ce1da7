import { useState } from "react";
import type { WrittenPackages } from "../../shared/contract/packages.ts";
import { call } from "../api.ts";
import { closeDialog } from "../dialogs/open-dialog.ts";
import { download, pickPlace } from "../dialogs/use-export.ts";
import { Button } from "../look/button.tsx";
import { TextField } from "../look/fields.tsx";
import { t } from "../messages.ts";
import { useApp } from "../state/app-store.ts";
import { openToAll, sealingOf, sealingProblem } from "./sealing-draft.ts";
import { SealingFields } from "./sealing-fields.tsx";
import { useWork } from "./use-work.ts";
import { WorkDialog } from "./work-dialog.tsx";
import { WrittenList } from "./written-list.tsx";

/** Writes one package of the person's own layers, for whoever hands out the work. */
export function SendBackDialog() {
  const annotator = useApp(({ app }) => app?.annotator ?? null);
  const [sealing, setSealing] = useState(openToAll);
  const [note, setNote] = useState("");
  const [written, setWritten] = useState<WrittenPackages | null>(null);
  const work = useWork();
  const problem = annotator === null ? t("Say who you are first.") : sealingProblem(sealing);
  const start = () =>
    work.run(async (options) => {
      const ticket = await pickPlace();
      if (ticket === undefined || annotator === null) return;
      const wanted = { annotators: [annotator], note, sealing: sealingOf(sealing), ticket };
      const made = await call(
        "packages.write",
        // Whoever gets it has the originals.
        { ...wanted, purpose: "return", originals: false },
        options,
      );
      download(made);
      setWritten(made);
    });
  const footer = written ? (
    <Button variant="primary" onPress={closeDialog} autoFocus>
      {t("Done")}
    </Button>
  ) : (
    <>
      <p className="grow soft small" role="status">
        {problem}
      </p>
      <Button onPress={closeDialog}>{t("Cancel")}</Button>
      <Button variant="primary" isDisabled={problem !== null} onPress={start}>
        {t("Write the package")}
      </Button>
    </>
  );
  return (
    <WorkDialog title={t("Send my work back")} work={work} footer={footer}>
      {written ? (
        <WrittenList written={written} />
      ) : (
        <>
          <p className="soft">
            {t(
              "One package of all that {name} has marked, and of nobody else’s work. It can be sent again at any time: only what is new counts.",
              { name: annotator ?? "" },
            )}
          </p>
          <TextField
            label={t("Note to its reader")}
            value={note}
            onChange={setNote}
            multiline
            rows={2}
            autoFocus
          />
          <SealingFields draft={sealing} onChange={setSealing} />
        </>
      )}
    </WorkDialog>
  );
}
