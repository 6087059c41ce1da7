import { MessageCircleQuestion, PenLine, Trash2 } from "lucide-react";
import { useState } from "react";
import type { GuidelineQuestion } from "../../../shared/contract/questions.ts";
import { openDialog } from "../../dialogs/open-dialog.ts";
import { Button } from "../../look/button.tsx";
import { EmptyState } from "../../look/empty-state.tsx";
import { noSelection } from "../../look/grid-selection.ts";
import { VirtualGrid } from "../../look/virtual-grid.tsx";
import type { GridColumn } from "../../look/virtual-grid-line.tsx";
import { inNumber, pageLanguage, t } from "../../messages.ts";
import { offerUndo, write } from "../../state/app-store.ts";
import { ExampleLines } from "./example-lines.tsx";

interface QuestionListProps {
  state: GuidelineQuestion["state"];
  /** Null until they are read. */
  questions: readonly GuidelineQuestion[] | null;
}

/** Questions that wait, or those that have an answer; Enter answers one. */
export function QuestionList({ state, questions }: QuestionListProps) {
  const [selection, setSelection] = useState(noSelection);
  if (!questions) return null;
  if (questions.length === 0)
    return (
      <EmptyState icon={MessageCircleQuestion} title={t("No questions here")}>
        {state === "open"
          ? t("Ask one of a recurrent difference, of a difference under review, or of a change.")
          : t("No question has been answered in a guideline yet.")}
      </EmptyState>
    );
  const question = questions[Math.min(selection.at, questions.length - 1)];
  return (
    <>
      <VirtualGrid
        label={t("Guideline questions")}
        columns={state === "open" ? openColumns : answeredColumns}
        rows={questions}
        total={questions.length}
        textOf={null}
        selection={selection}
        onSelect={setSelection}
        onOpen={answer}
      />
      {question && <QuestionDetail question={question} />}
    </>
  );
}

function answer(question: GuidelineQuestion): void {
  if (question.state === "open") openDialog({ kind: "answer-question", question });
}

async function remove({ id: question }: GuidelineQuestion): Promise<void> {
  if (await write("questions.remove", { question })) offerUndo(t("Removed the question."));
}

const when = (at: string) => new Date(at).toLocaleDateString(pageLanguage, { dateStyle: "medium" });

const about: GridColumn<GuidelineQuestion>[] = [
  { title: t("Question"), least: 240, most: "4fr", cell: ({ text }) => text },
  { title: t("Guideline of"), least: 110, most: "1fr", cell: ({ label }) => label },
];

const openColumns: GridColumn<GuidelineQuestion>[] = [
  ...about,
  {
    title: t("Examples"),
    least: 76,
    isNumeric: true,
    cell: ({ examples }) => inNumber(examples.length),
  },
  { title: t("Asked by"), least: 130, most: "1fr", cell: ({ askedBy }) => askedBy },
  { title: t("On"), least: 116, cell: ({ askedAt }) => when(askedAt) },
];

const answeredColumns: GridColumn<GuidelineQuestion>[] = [
  ...about,
  { title: t("Answer"), least: 200, most: "4fr", cell: ({ answer: text }) => text },
  { title: t("By"), least: 120, most: "1fr", cell: ({ answeredBy }) => answeredBy },
  {
    title: t("In version"),
    least: 80,
    isNumeric: true,
    cell: ({ schemeVersion }) => (schemeVersion === null ? "" : inNumber(schemeVersion)),
  },
];

function QuestionDetail({ question }: { question: GuidelineQuestion }) {
  const { text, examples, state, answer: answered, schemeVersion } = question;
  return (
    <footer className="question-detail">
      <div className="grow stack" role="status">
        <p className="strong">{text}</p>
        {state === "answered" && (
          <p>
            {answered}{" "}
            <span className="faint">
              {t("(version {version, number} of the scheme)", { version: schemeVersion ?? 0 })}
            </span>
          </p>
        )}
        <ExampleLines examples={examples} />
      </div>
      <div className="change-actions">
        {state === "open" && (
          <Button icon={PenLine} keys="Enter" onPress={() => answer(question)}>
            {t("Answer…")}
          </Button>
        )}
        <Button icon={Trash2} onPress={() => void remove(question)}>
          {t("Remove")}
        </Button>
      </div>
    </footer>
  );
}
