import { useState } from "react";
import type { GuidelineQuestion, QuestionExample } from "../../../shared/contract/questions.ts";
import { closeDialog } from "../../dialogs/open-dialog.ts";
import { Select } from "../../look/choice.tsx";
import { TextField } from "../../look/fields.tsx";
import { FormDialog } from "../../look/form-dialog.tsx";
import { t } from "../../messages.ts";
import { offerUndo, useApp, write } from "../../state/app-store.ts";
import "./questions.css";

/** What becomes of a place in the guideline. */
type Fate = "none" | "good" | "bad";

const fates = [
  { id: "none", label: t("not in the guideline") },
  { id: "good", label: t("to be marked with it") },
  { id: "bad", label: t("not to be marked with it") },
] as const;

/** Answers a question in the guideline of a label; its places may become the guideline's examples. */
export function AnswerDialog({ question }: { question: GuidelineQuestion }) {
  const known = useApp(({ scheme }) => scheme?.labels) ?? [];
  const [label, setLabel] = useState(question.label);
  const [answer, setAnswer] = useState("");
  const [chosen, setChosen] = useState<Readonly<Record<number, Fate>>>({});
  const definition = known.find(({ name }) => name === label);
  const send = async () => {
    const examples = question.examples.flatMap(({ said }, at) => {
      const fate = chosen[at] ?? "none";
      return fate === "none" ? [] : { text: said, isGood: fate === "good", note: "" };
    });
    const asked = { question: question.id, label, answer, examples };
    if (!(await write("questions.answer", asked))) return;
    closeDialog();
    offerUndo(t("The guideline of {label} answers it now.", { label }));
  };
  return (
    <FormDialog
      title={t("Answer in the guideline")}
      size="large"
      action={t("Add to the guideline")}
      isReady={answer.trim() !== "" && definition !== undefined}
      onSubmit={send}
      onClose={closeDialog}
    >
      <p className="strong">{question.text}</p>
      <Select
        label={t("Guideline of")}
        options={known.map(({ name, colour }) => ({ id: name, label: name, colour }))}
        value={label}
        onChange={setLabel}
      />
      {definition?.guideline && <p className="question-guideline soft">{definition.guideline}</p>}
      <TextField
        label={t("What is added to it")}
        value={answer}
        onChange={setAnswer}
        multiline
        rows={4}
        autoFocus
      />
      <Places examples={question.examples} chosen={chosen} onChange={setChosen} />
    </FormDialog>
  );
}

interface PlacesProps {
  examples: readonly QuestionExample[];
  chosen: Readonly<Record<number, Fate>>;
  onChange: (chosen: Readonly<Record<number, Fate>>) => void;
}

function Places({ examples, chosen, onChange }: PlacesProps) {
  const choose = (at: number, id: string) => {
    const fate = fates.find((one) => one.id === id)?.id;
    if (fate) onChange({ ...chosen, [at]: fate });
  };
  return (
    <ul className="question-examples">
      {examples.map(({ report, start, before, said, after }, at) => (
        <li key={`${report} ${start}`} className="question-place">
          <p className="change-context grow">
            <span className="faint">…{before}</span>
            <mark>{said}</mark>
            <span className="faint">{after}…</span>
          </p>
          <Select
            label={t("“{words}” in the guideline", { words: said })}
            hideLabel
            size="small"
            options={fates}
            value={chosen[at] ?? "none"}
            onChange={(id) => choose(at, id)}
          />
        </li>
      ))}
    </ul>
  );
}
