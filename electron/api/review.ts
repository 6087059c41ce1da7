import { acceptAgreed, decide, decideMany, finishGold, withdraw } from "../store/decisions.ts";
import { listDoubts } from "../store/doubts.ts";
import { readReviewed } from "../store/reviewing.ts";
import type { Handlers } from "./context.ts";
import { authorOf } from "./session.ts";

/** What the operations of review do. */
export const reviewHandlers = {
  "review.doubts": ({ session }, input) => listDoubts(session.db, input),
  "review.open": ({ session }, { report, annotators }) =>
    readReviewed(session.db, report, annotators),
  "review.decide": ({ session }, input) => decide(session.db, authorOf(session), input),
  "review.decideMany": ({ session }, input) => decideMany(session.db, authorOf(session), input),
  "review.withdraw": ({ session }, input) => withdraw(session.db, authorOf(session), input),
  "review.acceptAgreed": ({ session }, input) => acceptAgreed(session.db, authorOf(session), input),
  "review.finish": ({ session }, input) => finishGold(session.db, authorOf(session), input),
} satisfies Partial<Handlers>;
