import { useState } from "react";
import type { TextRange } from "../../shared/model/annotation.ts";
import { closeDialog } from "../dialogs/open-dialog.ts";
import { Button } from "../look/button.tsx";
import { Dialog } from "../look/dialog.tsx";
import { Segments } from "../look/segments.tsx";
import { t, wholeSentence } from "../messages.ts";
import { offerUndo, write } from "../state/app-store.ts";
import { EarlierTexts } from "./earlier-texts.tsx";
import { FoundList } from "./found-list.tsx";
import { TextField } from "./text-field.tsx";
import { TouchedSpans } from "./touched-spans.tsx";
import { type Correction, useCorrection, useTouched } from "./use-correction.ts";
import "./correct.css";

type View = "found" | "text" | "earlier";

interface CorrectDialogProps {
  report: string;
  /** What was selected, or where the caret was. */
  at: TextRange | null;
}

/** Corrects one report's text: by what was found in it, or by hand; and shows the texts it had. */
export function CorrectDialog({ report, at }: CorrectDialogProps) {
  const correction = useCorrection(report);
  const [chosen, setChosen] = useState<View | null>(at && at.start < at.end ? "text" : null);
  const [isApplying, setApplying] = useState(false);
  const edits = correction?.edits ?? [];
  const base = isApplying ? null : (correction?.revision ?? null);
  const touched = useTouched(report, base, edits);
  if (!correction) return null;
  const mayBeFound = correction.isLooking || correction.found.length > 0;
  const view = chosen ?? (mayBeFound ? "found" : "text");
  const apply = async () => {
    setApplying(true);
    const asked = { report, base: correction.revision, edits: [...edits] };
    const change = await write("text.correct", asked);
    if (!change) return setApplying(false);
    closeDialog();
    offerUndo(`${wholeSentence(change.summary)}.`);
  };
  const footer = (
    <>
      <span className="grow soft small">{inWords(edits.length)}</span>
      <Button onPress={closeDialog}>{t("Cancel")}</Button>
      <Button
        variant="primary"
        isDisabled={edits.length === 0 || isApplying}
        onPress={() => void apply()}
      >
        {t("Make the corrections")}
      </Button>
    </>
  );
  return (
    <Dialog
      title={t("Correct the text")}
      isOpen
      // A click beside it would lose what was written.
      isDismissable={edits.length === 0}
      onClose={closeDialog}
      size="large"
      footer={footer}
    >
      <div className="row">
        <Segments
          label={t("What to show")}
          options={viewsOf(correction)}
          value={view}
          onChange={(id) => setChosen(views.find((one) => one === id) ?? null)}
        />
      </div>
      {view === "found" && <FoundList correction={correction} />}
      {view === "text" && <TextField correction={correction} at={at} />}
      {view === "earlier" && <EarlierTexts report={report} />}
      <TouchedSpans spans={touched} />
    </Dialog>
  );
}

const views = ["found", "text", "earlier"] as const satisfies readonly View[];

const viewsOf = ({ found, isLooking }: Correction) => [
  {
    id: "found",
    label: isLooking ? t("Found") : t("Found ({count, number})", { count: found.length }),
  },
  { id: "text", label: t("By hand") },
  { id: "earlier", label: t("Earlier texts") },
];

function inWords(edits: number): string {
  if (edits === 0) return t("Nothing is corrected yet.");
  return t("{count, plural, one {# place to correct} other {# places to correct}}", {
    count: edits,
  });
}
