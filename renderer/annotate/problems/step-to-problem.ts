import { sentence, t } from "../../messages.ts";
import { startOf } from "../../state/report-index.ts";
import type { Session } from "../session.ts";
import { showReportTab } from "../side/show-report-tab.ts";
import { type Problem, type Problems, spanOf } from "./problems.ts";

/** Goes to the next thing to look at behind the active span or the caret; after the last to the first again. */
export function stepToProblem(session: Session): void {
  const { problems, say } = session;
  problems.catchUp();
  problems.ask(false);
  const next = nextProblem(session, problems.list());
  if (next) showProblem(session, next);
  else say(t("Nothing is to be looked at."));
}

/** Whether the layer may be finished; the first time with something to look at, says so instead. */
export function mayFinishWith(problems: Problems): boolean {
  problems.catchUp();
  if (problems.list().length === 0 || problems.isAsking()) return true;
  problems.ask(true);
  return false;
}

/** Brings what a problem is about into view, and says what it is. */
export function showProblem(session: Session, problem: Problem): void {
  const span = spanOf(problem, session.store.state());
  if (span !== null) session.goTo(span);
  else if (problem.what === "report") showReportTab();
  session.say(sentence(problem.sentence));
}

/** Several problems of one span are one stop: its fields show them all. */
function nextProblem({ store, editor }: Session, list: readonly Problem[]): Problem | undefined {
  const state = store.state();
  const { active, spans } = state;
  const caret = editor.current?.caret() ?? 0;
  const at = list.findLastIndex((problem) => active !== null && spanOf(problem, state) === active);
  if (at >= 0) return list[at + 1] ?? list[0];
  const isBehind = (problem: Problem) => {
    const span = spans.get(spanOf(problem, state) ?? "");
    return span !== undefined && startOf(span) >= caret;
  };
  return list.find(isBehind) ?? list[0];
}
