import type { ChosenHits, SearchActed } from "../../shared/contract/search.ts";
import type { Input } from "../../shared/contract.ts";
import { AppError } from "../../shared/errors.ts";
import { parseQuery } from "../../shared/search/parse.ts";
import { actOnHits, type Targets } from "../store/search/act.ts";
import { everyHit, findHits } from "../store/search/find.ts";
import type { Found } from "../store/search/hits.ts";
import { namesStarting } from "../store/search/names.ts";
import { forgetSearch, listSaved, saveSearch } from "../store/search/saved.ts";
import type { CallContext, Handlers } from "./context.ts";
import { authorOf } from "./session.ts";

/** What the operations of a search do. */
export const searchHandlers = {
  "search.find": ({ session }, input) => findHits(session.db, authorOf(session).annotator, input),
  "search.names": ({ session }, { of, start }) => ({
    names: namesStarting(session.db, of, start),
  }),
  "search.act": (context, input) => actOnSearch(context, input),
  "search.saved": ({ session }) => ({ searches: listSaved(session.db) }),
  "search.save": ({ session }, input) => {
    refuseProblems(input.query);
    return saveSearch(session.db, authorOf(session), input);
  },
  "search.forget": ({ session }, { search }) => forgetSearch(session.db, authorOf(session), search),
} satisfies Partial<Handlers>;

/** More than this is one step that nobody can look over, and memory for nothing. */
const mostHits = 50_000;
/** Reports that are looked at before others get their turn. */
const batch = 100;

/** Does the same to all chosen hits: they are gathered with progress, then written at once. */
async function actOnSearch(
  context: CallContext,
  { chosen, action }: Input<"search.act">,
): Promise<SearchActed> {
  const { session } = context;
  const author = authorOf(session);
  const targets = chosen.which === "listed" ? chosen : await gather(context, chosen);
  const { change, done, skipped } = actOnHits(session.db, author, targets, action);
  return { ...change, done, skipped };
}

/** Refuses what was not understood whole: acting on half of a query would act on too much. */
function refuseProblems(query: string): void {
  const [problem] = parseQuery(query).problems;
  if (problem) throw new AppError("bad-input", problem.sentence);
}

async function gather(
  { session, signal, progress }: CallContext,
  { query, except }: Extract<ChosenHits, { which: "all" }>,
): Promise<Targets> {
  refuseProblems(query);
  const targets = { spans: [] as string[], texts: [] as Targets["texts"][number][] };
  const left = new Set(except);
  const me = authorOf(session).annotator;
  for (const { report, hits, done, total } of everyHit(session.db, me, query)) {
    for (const hit of hits) if (!left.has(hit.id)) addHit(targets, report, hit);
    if (targets.spans.length + targets.texts.length > mostHits) throw tooMany();
    if (done % batch > 0) continue;
    progress({ done, total, doing: "Looking through the reports" });
    await new Promise(setImmediate);
    if (signal.aborted) throw new AppError("cancelled", "It was cancelled; nothing was changed.");
  }
  return targets;
}

function addHit(
  { spans, texts }: { spans: string[]; texts: Targets["texts"][number][] },
  report: string,
  { id, span, ranges: [range], quote }: Found,
): void {
  if (span) spans.push(id);
  else if (range) texts.push({ report, range, quote });
}

function tooMany(): AppError {
  return new AppError(
    "bad-input",
    `The search finds more than ${mostHits.toLocaleString("en")} places, which is too many for one step; narrow it and go on in parts.`,
  );
}
