import { usualMeasureIds } from "../../shared/agreement/study/measure-ids.ts";
import type { ProjectAgreement } from "../../shared/agreement/study/study.ts";
import type { Input } from "../../shared/contract.ts";
import { AppError } from "../../shared/errors.ts";
import { parseQuery } from "../../shared/search/parse.ts";
import { measureInThread } from "../agreement/in-thread.ts";
import type { ReadDb } from "../store/database.ts";
import { listAnnotators } from "../store/layers.ts";
import { listAnnotatorStates, listPairStates } from "../store/review/layer-states.ts";
import type { CallContext, Handlers } from "./context.ts";

/** What the operations of agreement do. */
export const agreementHandlers = {
  "agreement.annotators": ({ session: { db } }) => ({
    annotators: listAnnotatorStates(db),
    pairs: listPairStates(db),
  }),
  "agreement.measure": ({ session, ...watch }, input) =>
    measureAgreement(session.db, session.annotator ?? "", input, watch),
} satisfies Partial<Handlers>;

/**
 * Measures agreement over the project as it is on the disk now.
 * @param me whose search it is.
 * @throws AppError "not-found" for an annotator whom nobody knows, "bad-input" for a query that is not
 * understood, "cancelled".
 */
export async function measureAgreement(
  db: ReadDb,
  me: string,
  input: Input<"agreement.measure">,
  watch: Pick<CallContext, "signal" | "progress">,
): Promise<ProjectAgreement> {
  const { annotators, measures, by, bootstrap, seed, overlap, reports, search } = input;
  const { unfinished } = input;
  refuseUnknown(listAnnotators(db), annotators ?? []);
  const [problem] = search === null ? [] : parseQuery(search).problems;
  if (problem) throw new AppError("bad-input", problem.sentence);
  const request = {
    file: db.name,
    annotators: annotators && [...new Set(annotators)],
    measures: measures ?? usualMeasureIds,
    bootstrap: bootstrap === 0 ? null : { seed, rounds: bootstrap },
    search: search === null ? null : { query: search, me },
    ...{ by, overlap, reports, seed, unfinished },
  };
  return measureInThread(request, watch);
}

function refuseUnknown(known: readonly string[], asked: readonly string[]): void {
  const unknown = asked.find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const others = known.length === 0 ? "nobody has begun yet" : `there are ${known.join(", ")}`;
  throw new AppError("not-found", `There is no annotator "${unknown}" in the project; ${others}.`);
}
