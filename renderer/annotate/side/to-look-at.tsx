import { CircleAlert } from "lucide-react";
import { useState } from "react";
import { VirtualList } from "../../look/virtual-list.tsx";
import { sentence, t } from "../../messages.ts";
import type { Problem } from "../problems/problems.ts";
import { showProblem } from "../problems/step-to-problem.ts";
import { useProblems } from "../problems/use-problems.ts";
import { useSession } from "../session.ts";

/** What does not keep to the scheme and what a correction touched, in reading order. */
export function ToLookAt() {
  const session = useSession();
  const rows = useProblems((problems) => problems.list());
  const [current, setCurrent] = useState<string | null>(null);
  const move = (problem: Problem) => {
    setCurrent(problem.id);
    showProblem(session, problem);
  };
  if (rows.length === 0)
    return <p className="panel-empty soft">{t("Nothing is to be looked at.")}</p>;
  return (
    <VirtualList
      label={t("To look at")}
      rows={rows}
      rowHeight={46}
      current={current}
      onMove={move}
      onOpen={(problem) => session.focusInspector(problem.attribute ?? undefined)}
    >
      {drawProblem}
    </VirtualList>
  );
}

const drawProblem = (problem: Problem) => <ProblemRow problem={problem} />;

function ProblemRow({ problem }: { problem: Problem }) {
  return (
    <>
      <CircleAlert className="span-flag" aria-hidden />
      <span className="problem-words">
        <span className="truncate">
          <NameOf problem={problem} />
        </span>
        <span className="soft small truncate">{sentence(problem.sentence)}</span>
      </span>
    </>
  );
}

function NameOf({ problem: { what, of } }: { problem: Problem }) {
  const { spans, entities, relations } = useSession().store.state();
  switch (what) {
    case "span":
      return spans.get(of)?.quote || <em>{t("No words left")}</em>;
    case "entity":
      return entities.get(of)?.name;
    case "relation":
      return relations.get(of)?.label;
    case "report":
      return t("The report");
    default:
      return what satisfies never;
  }
}
