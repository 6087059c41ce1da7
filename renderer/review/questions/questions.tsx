import { useState } from "react";
import { Segments } from "../../look/segments.tsx";
import { t } from "../../messages.ts";
import { QuestionList } from "./question-list.tsx";
import { RecurrentList } from "./recurrent-list.tsx";
import { useQuestions } from "./use-questions.ts";
import "../mine/mine.css";
import "./questions.css";

const views = ["recurrent", "open", "answered"] as const;
type View = (typeof views)[number];

/** What guidelines should settle: differences that recur, questions that wait, and those with an answer. */
export function Questions() {
  const [view, setView] = useState<View>("recurrent");
  const { questions, problem } = useQuestions();
  const count = (state: "open" | "answered") =>
    questions?.filter((one) => one.state === state).length ?? 0;
  const options = [
    { id: "recurrent", label: t("Recurrent differences") },
    { id: "open", label: t("Open {count, number}", { count: count("open") }) },
    { id: "answered", label: t("Answered {count, number}", { count: count("answered") }) },
  ];
  const choose = (id: string) => {
    const next = views.find((known) => known === id);
    if (next) setView(next);
  };
  return (
    <>
      <div className="review-tools">
        <Segments label={t("Which")} options={options} value={view} onChange={choose} />
      </div>
      {problem !== null && (
        <p className="danger review-tools" role="alert">
          {problem}
        </p>
      )}
      {view === "recurrent" ? (
        <RecurrentList />
      ) : (
        <QuestionList
          key={view}
          state={view}
          questions={questions?.filter(({ state }) => state === view) ?? null}
        />
      )}
    </>
  );
}
