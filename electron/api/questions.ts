import { setImmediate } from "node:timers/promises";
import type {
  ChangedRow,
  ChangedWork,
  RecurrentDifference,
} from "../../shared/contract/questions.ts";
import type { Input, Output } from "../../shared/contract.ts";
import { AppError } from "../../shared/errors.ts";
import { ReviewFilter } from "../../shared/review/filter.ts";
import {
  isOfAttributes,
  labelsOf,
  type Occurrence,
  type Recurrent,
  startGathering,
} from "../../shared/review/questions.ts";
import type { ReadDb } from "../store/database.ts";
import { readAssignable } from "../store/packing/assignable.ts";
import { listReportIds } from "../store/reports.ts";
import { differingFacts } from "../store/review/differing-facts.ts";
import { agreeToChange, listReviewedWork, readChanged } from "../store/review/feedback.ts";
import {
  answerQuestion,
  askQuestion,
  listQuestions,
  removeQuestion,
  withWords,
} from "../store/review/questions.ts";
import type { CallContext, Handlers } from "./context.ts";
import { lookThrough } from "./review.ts";
import { authorOf } from "./session.ts";

/** What was changed of the current annotator's work, report after report; others are answered between them. */
async function changedOfMine(
  { session, signal, progress }: CallContext,
  { limit }: Input<"feedback.mine">,
): Promise<ChangedWork> {
  const { annotator } = authorOf(session);
  const work = listReviewedWork(session.db, annotator);
  const all: ChangedRow[] = [];
  for (const [done, { report }] of work.entries()) {
    if (signal.aborted) throw new AppError("cancelled", "Cancelled.");
    progress({ done, total: work.length, doing: "Comparing with what was decided" });
    all.push(...readChanged(session.db, report, annotator));
    await setImmediate();
  }
  return {
    ...{ annotator, rows: all.slice(0, limit), total: all.length, reports: work.length },
    byType: counted(all.flatMap(({ difference }) => difference.types)).map(([type, count]) => ({
      type,
      count,
    })),
    byLabel: counted(all.flatMap(({ difference }) => labelsSaid(difference))).map(
      ([label, count]) => ({ label, count }),
    ),
    byReport: counted(all.map(({ report }) => report)).map(([report, count]) => ({
      ...{ report, count },
      title: all.find((row) => row.report === report)?.title ?? "",
    })),
  };
}

const labelsSaid = (difference: ChangedRow["difference"]) =>
  labelsOf(difference).filter((label) => label !== "");

/** Each value with how often it is there, the most frequent first. */
function counted<Value extends string>(values: readonly Value[]): [Value, number][] {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

const pageSize = 1000;

/** Looks through the differences of all reports, page after page, for those that come up again and again. */
async function gatherQuestions(
  context: CallContext,
  { least, per, limit }: Input<"questions.gather">,
): Promise<Output<"questions.gather">> {
  const { db } = context.session;
  const cases = new Map(readAssignable(db, listReportIds(db)).map((one) => [one.id, one.case]));
  const gathering = startGathering();
  const filter = ReviewFilter.parse({});
  let after: string | null = null;
  do {
    const input: Input<"review.list"> = { filter, after, limit: pageSize };
    const page: Output<"review.list"> = await lookThrough(context, { name: "review.list", input });
    for (const { report, title, difference } of page.rows)
      gathering.add({
        ...{ report, title, difference, case: cases.get(report) ?? report },
        attributes: isOfAttributes(difference.types) ? differingFacts(db, difference) : [],
      });
    after = page.next;
  } while (after !== null);
  const found = gathering.found({ least, per });
  const asked = new Map(listQuestions(db).map(({ pattern, id }) => [pattern, id]));
  return {
    recurrent: found
      .slice(0, limit)
      .map((one) => inContext(db, one, asked.get(one.pattern) ?? null)),
    total: found.length,
  };
}

function inContext(
  db: ReadDb,
  { examples, ...rest }: Recurrent,
  question: string | null,
): RecurrentDifference {
  return { ...rest, question, examples: examples.map((one) => withWords(db, placeOf(one))) };
}

const placeOf = ({ report, difference }: Occurrence) => ({
  ...{ report, start: difference.start, end: difference.end },
  labels: labelsOf(difference),
});

/** By annotator, the reports that both they and a reviewer have worked on. */
function recipientsIn(db: ReadDb): Output<"feedback.recipients"> {
  const byAnnotator = Map.groupBy(listReviewedWork(db, null), ({ annotator }) => annotator);
  return {
    recipients: [...byAnnotator].map(([annotator, work]) => ({
      annotator,
      reports: work.map(({ report }) => report),
    })),
  };
}

/** What the operations of feedback and of guideline questions do. */
export const questionHandlers = {
  "feedback.mine": (context, input) => changedOfMine(context, input),
  "feedback.agree": ({ session }, input) => agreeToChange(session.db, authorOf(session), input),
  "feedback.recipients": ({ session }) => recipientsIn(session.db),
  "questions.gather": (context, input) => gatherQuestions(context, input),
  "questions.list": ({ session }) => ({ questions: listQuestions(session.db) }),
  "questions.ask": ({ session }, input) => askQuestion(session.db, authorOf(session), input),
  "questions.answer": ({ session }, input) => answerQuestion(session.db, authorOf(session), input),
  "questions.remove": ({ session }, input) => removeQuestion(session.db, authorOf(session), input),
} satisfies Partial<Handlers>;
