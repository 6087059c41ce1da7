import { useState } from "react";
import { closeDialog } from "../../dialogs/open-dialog.ts";
import { Select } from "../../look/choice.tsx";
import { TextField } from "../../look/fields.tsx";
import { FormDialog } from "../../look/form-dialog.tsx";
import { t } from "../../messages.ts";
import { offerUndo, useApp, write } from "../../state/app-store.ts";
import type { QuestionAbout } from "./about.ts";
import "./questions.css";

/** Puts a question that the guideline of a label is to answer. */
export function AskDialog({ about }: { about: QuestionAbout }) {
  const known = useApp(({ scheme }) => scheme?.labels) ?? [];
  const [first = known[0]?.name ?? ""] = about.labels.filter((name) =>
    known.some((label) => label.name === name),
  );
  const [label, setLabel] = useState(first);
  const [text, setText] = useState(about.text);
  const ask = async () => {
    const { pattern, examples } = about;
    if (!(await write("questions.ask", { label, text, pattern, examples }))) return;
    closeDialog();
    offerUndo(t("Asked; it stands among the guideline questions of Review."));
  };
  return (
    <FormDialog
      title={t("Guideline question")}
      action={t("Ask")}
      isReady={text.trim() !== "" && label !== ""}
      onSubmit={ask}
      onClose={closeDialog}
    >
      <Select
        label={t("Guideline of")}
        options={known.map(({ name, colour }) => ({ id: name, label: name, colour }))}
        value={label}
        onChange={setLabel}
      />
      <TextField
        label={t("Question")}
        value={text}
        onChange={setText}
        multiline
        rows={3}
        autoFocus
      />
      <p className="small faint">
        {t(
          "{count, plural, =0 {No place goes with it.} one {The place goes with it as an example.} other {# places go with it as examples.}}",
          { count: about.examples.length },
        )}
      </p>
    </FormDialog>
  );
}
