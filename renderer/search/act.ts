import type { SearchAction, SearchGroup } from "../../shared/contract/search.ts";
import type { Asked } from "../../shared/contract.ts";
import { AppError } from "../../shared/errors.ts";
import { call } from "../api.ts";
import { toast, toastError } from "../look/toasts.tsx";
import { sentence, t, wholeSentence } from "../messages.ts";
import { runJob } from "../shell/jobs.ts";
import { offerUndo, publish } from "../state/app-store.ts";
import {
  type ChosenHits,
  noneChosen,
  searchChosen,
  searchCurrent,
  searchFound,
  searchQuery,
} from "./search-state.ts";

type AskedHits = Asked<"search.act">["chosen"];

/** Does something to the chosen hits, or with none chosen to the one that has the keyboard. */
export async function act(action: SearchAction): Promise<void> {
  const chosen = askedHits(orCurrent(searchChosen.get()));
  if (!chosen) return;
  try {
    const acted = await runJob(t("Changing the hits"), (options) =>
      call("search.act", { chosen, action }, options),
    );
    publish(acted);
    searchChosen.set(noneChosen);
    say(acted.summary, acted.done, acted.skipped);
  } catch (error) {
    if (error instanceof AppError && error.code === "cancelled") toast({ text: error.message });
    else toastError(error);
  }
}

function orCurrent(chosen: ChosenHits): ChosenHits {
  if (chosen.which === "all" || chosen.ids.size > 0) return chosen;
  const current = searchCurrent.get() ?? searchFound.get().groups[0]?.hits[0]?.id;
  return { which: "some", ids: new Set(current === undefined ? [] : [current]) };
}

/** The hits as the operation takes them; null for none. */
function askedHits(chosen: ChosenHits): AskedHits | null {
  if (chosen.which === "all")
    return { which: "all", query: searchQuery.get(), except: [...chosen.except] };
  const { groups } = searchFound.get();
  const hits = groups.flatMap((group) => chosenIn(group, chosen.ids));
  if (hits.length === 0) return null;
  return {
    which: "listed",
    spans: hits.flatMap(({ hit: { span } }) => span?.id ?? []),
    texts: hits.flatMap(({ report, hit: { span, ranges, quote } }) =>
      span === null && ranges[0] ? [{ report, range: ranges[0], quote }] : [],
    ),
  };
}

const chosenIn = ({ report, hits }: SearchGroup, ids: ReadonlySet<string>) =>
  hits.filter(({ id }) => ids.has(id)).map((hit) => ({ report, hit }));

function say(summary: string, done: number, skipped: readonly string[]): void {
  const text = `${wholeSentence(summary)}.`;
  const why = skipped.map(sentence);
  if (done > 0) offerUndo([text, ...why].join(" "));
  else toast({ text: [t("Nothing was changed."), ...why].join(" ") });
}
