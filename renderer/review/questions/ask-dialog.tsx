import { useId, useState } from "react";
import { closeDialog } from "../../dialogs/open-dialog.ts";
import { Button } from "../../look/button.tsx";
import { Select } from "../../look/choice.tsx";
import { Dialog } from "../../look/dialog.tsx";
import { TextField } from "../../look/fields.tsx";
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
  const form = useId();
  const ask = async () => {
    const { pattern, examples } = about;
    if (!(await write("questions.ask", { label, text, pattern, examples }))) return;
    closeDialog();
    offerUndo(t("Asked; it stands among the guideline questions of Review."));
  };
  const footer = (
    <>
      <Button onPress={closeDialog}>{t("Cancel")}</Button>
      <Button
        variant="primary"
        type="submit"
        form={form}
        isDisabled={text.trim() === "" || label === ""}
      >
        {t("Ask")}
      </Button>
    </>
  );
  return (
    <Dialog title={t("Guideline question")} isOpen onClose={closeDialog} footer={footer}>
      <form
        id={form}
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void ask();
        }}
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
      </form>
      <p className="small faint">
        {t(
          "{count, plural, =0 {No place goes with it.} one {The place goes with it as an example.} other {# places go with it as examples.}}",
          { count: about.examples.length },
        )}
      </p>
    </Dialog>
  );
}
