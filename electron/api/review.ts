import { AppError } from "../../shared/errors.ts";
import type { Answers, Question } from "../review/answer.ts";
import { type ReviewThread, startReviewThread } from "../review/review-thread.ts";
import { decide, finishGold, withdraw } from "../store/review/decisions.ts";
import { listDoubts } from "../store/review/doubts.ts";
import { listReasons } from "../store/review/reasons.ts";
import { readReviewed } from "../store/review/reviewing.ts";
import type { CallContext, Handlers } from "./context.ts";
import { doLongWork } from "./long-work.ts";
import { authorOf, type Session } from "./session.ts";

/** What each session's thread keeps of the reports that it has compared. */
const threads = new WeakMap<Session, ReviewThread>();

/**
 * Asks the session's thread. One that is of another project gives way to a new one, and so does one that came
 * to an end since it was last asked, as threads do where memory grows short.
 */
export async function lookThrough<Q extends Question>(
  context: CallContext,
  question: Q,
): Promise<Answers[Q["name"]]> {
  const { session } = context;
  const known = threads.get(session);
  const isOwn = known?.file === session.db.name;
  if (!isOwn) known?.end();
  const thread = known && isOwn ? known : startReviewThread(session.db.name);
  threads.set(session, thread);
  try {
    return await thread.ask(question, context);
  } catch (error) {
    if (error instanceof AppError) throw error;
    thread.end();
    if (threads.get(session) === thread) threads.delete(session);
    if (thread !== known) throw error;
    return lookThrough(context, question);
  }
}

/** What the operations of review do. */
export const reviewHandlers = {
  "review.doubts": ({ session }, input) => listDoubts(session.db, input),
  "review.open": ({ session }, { report, annotators }) =>
    readReviewed(session.db, report, annotators),
  "review.reasons": ({ session }) => listReasons(session.db),
  "review.decide": ({ session }, input) => decide(session.db, authorOf(session), input),
  "review.decideMany": (context, input) => doLongWork(context, { do: "decideMany", input }),
  "review.withdraw": ({ session }, input) => withdraw(session.db, authorOf(session), input),
  "review.acceptAgreed": (context, input) => doLongWork(context, { do: "acceptAgreed", input }),
  "review.finish": ({ session }, input) => finishGold(session.db, authorOf(session), input),
  "review.alike": (context, input) => lookThrough(context, { name: "review.alike", input }),
  "review.list": (context, input) => lookThrough(context, { name: "review.list", input }),
  "review.survey": (context, input) => lookThrough(context, { name: "review.survey", input }),
  "review.progress": (context, input) => lookThrough(context, { name: "review.progress", input }),
} satisfies Partial<Handlers>;
