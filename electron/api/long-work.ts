import { inThread } from "../store/in-thread.ts";
import { carryOut, type LongAnswers, type LongWork, mayBeLong } from "../store/long-work.ts";
import type { CallContext } from "./context.ts";
import { authorOf } from "./session.ts";
import { inOwnTurn } from "./turns.ts";

/** Does work at once where it is soon done, and else in a thread, with progress, while others go on reading. */
export async function doLongWork<Work extends LongWork>(
  context: CallContext,
  work: Work,
): Promise<LongAnswers[Work["do"]]> {
  const { db } = context.session;
  const author = authorOf(context.session);
  if (!db.readonly && mayBeLong(db, author, work))
    return inOwnTurn(context, () => inThread(db.name, author.annotator, work, context));
  // Which answer belongs to which work is said by carryOut.
  return carryOut(db, author, work) as LongAnswers[Work["do"]];
}
