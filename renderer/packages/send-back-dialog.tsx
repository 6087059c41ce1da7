import { useState } from "react";
import { call } from "../api.ts";
import { download } from "../dialogs/use-export.ts";
import type { CallOptions } from "../doors/door.ts";
import { TextField } from "../look/fields.tsx";
import { t } from "../messages.ts";
import { useApp } from "../state/app-store.ts";
import { openToAll, sealingOf, sealingProblem } from "./sealing-draft.ts";
import { SealingFields } from "./sealing-fields.tsx";
import { WritingDialog } from "./writing-dialog.tsx";

/** Writes one package of the person's own layers, for whoever hands out the work. */
export function SendBackDialog() {
  const annotator = useApp(({ app }) => app?.annotator ?? null);
  const [sealing, setSealing] = useState(openToAll);
  const [note, setNote] = useState("");
  const write = async (ticket: string | null, options: CallOptions) => {
    const annotators = annotator === null ? [] : [annotator];
    const wanted = { annotators, note, sealing: sealingOf(sealing), ticket };
    const made = await call(
      "packages.write",
      // Whoever gets it has the originals.
      { ...wanted, purpose: "return", originals: false },
      options,
    );
    download(made);
    return made;
  };
  return (
    <WritingDialog
      title={t("Send my work back")}
      problem={annotator === null ? t("Say who you are first.") : sealingProblem(sealing)}
      action={t("Write the package")}
      write={write}
    >
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
    </WritingDialog>
  );
}
