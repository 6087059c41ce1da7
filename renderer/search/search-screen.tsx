import { CircleAlert, Search, SearchX } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { plainKey } from "../../shared/keys.ts";
import { EmptyState } from "../look/empty-state.tsx";
import { platform } from "../look/platform.ts";
import { useCommands } from "../shell/commands.ts";
import { ScreenHeader } from "../shell/screen-header.tsx";
import { getApp } from "../state/app-store.ts";
import { act } from "./act.ts";
import { HitList } from "./hit-list.tsx";
import { HitTools } from "./hit-tools.tsx";
import { QueryBox } from "./query-box.tsx";
import { QueryChips } from "./query-chips.tsx";
import { SavedMenu } from "./saved-menu.tsx";
import {
  type Found,
  noneChosen,
  searchChosen,
  searchCurrent,
  searchFound,
  searchQuery,
} from "./search-state.ts";
import { useSearch } from "./use-search.ts";
import "../library/library.css";
import "./search.css";
import { t } from "../messages.ts";

/** All reports searched at once: the query, the hits in their lines, and what can be done to them. */
export function SearchScreen() {
  const { loadMore } = useSearch();
  const found = searchFound.use();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const toHits = () => list.current?.querySelector<HTMLElement>("[role=listbox]")?.focus();
  const toQuery = () => input.current?.select();
  useCommands({ find: toQuery, "go.search": toQuery });
  // Back from a report, the keys go on from the line that was opened.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the screen comes
  useEffect(() => (searchCurrent.get() && found.groups.length > 0 ? toHits() : toQuery()), []);
  return (
    <>
      <ScreenHeader title={t("Search")} detail={countOf(found)}>
        <SavedMenu />
      </ScreenHeader>
      <div className="search-query">
        <QueryBox inputRef={input} onGoToHits={toHits} />
        <QueryChips inputRef={input} />
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the list inside has the focus and passes on the keys it does not know */}
      <div className="search-hits" onKeyDown={actByKey}>
        <Hits found={found}>
          <HitList box={list} loadMore={loadMore} />
        </Hits>
      </div>
      <HitTools />
    </>
  );
}

function countOf({ query, groups, next, reports }: Found): string {
  if (query === null || query.trim() === "") return "";
  const isExact = reports.isExact || next === null;
  const count = isExact && !reports.isExact ? groups.length : reports.count;
  return isExact
    ? t("{count, plural, one {in one report} other {in # reports}}", { count })
    : t("{count, plural, one {in up to one report} other {in up to # reports}}", { count });
}

function Hits({ found, children }: { found: Found; children: ReactNode }) {
  const query = searchQuery.use();
  if (found.problem !== null)
    return (
      <EmptyState icon={CircleAlert} title={t("The reports could not be searched")}>
        {found.problem}
      </EmptyState>
    );
  if (found.groups.length > 0) return children;
  if (query.trim() === "")
    return (
      <EmptyState icon={Search} title={t("All reports at once")}>
        {t(
          "Words and “phrases” of the text, spans by label:marker, attr:negated, entity:CD34 or field:result=positive, reports by status:open. Combine them, leave out with -, choose with OR.",
        )}
      </EmptyState>
    );
  // The first answer takes milliseconds; a word that comes and goes would only flicker.
  if (found.query !== query) return null;
  return (
    <EmptyState icon={SearchX} title={t("Nothing fits")}>
      {t(
        "Spans are looked for in your own layer; by:anyone looks in everybody’s. An unfinished word needs a star: leio*",
      )}
    </EmptyState>
  );
}

/** Keys that the list leaves: all, none, remove, and the labels' own. */
function actByKey(event: KeyboardEvent): void {
  if (!(event.target instanceof Element) || !event.target.closest("[role=listbox]")) return;
  const isMod = platform === "mac" ? event.metaKey : event.ctrlKey;
  const key = plainKey(event.nativeEvent, platform);
  if (isMod && event.key.toLowerCase() === "a")
    searchChosen.set({ which: "all", except: new Set() });
  else if (event.key === "Escape") searchChosen.set(noneChosen);
  else if (event.key === "Delete" || event.key === "Backspace") void act({ do: "remove" });
  else if (key === null || !actWithLabel(key)) return;
  event.preventDefault();
}

/** Words are marked with the label of a key, spans get it. */
function actWithLabel(key: string): boolean {
  const label = getApp().scheme?.labels.find((known) => known.key === key)?.name;
  if (label === undefined) return false;
  const isOfSpans = searchFound.get().groups.some(({ hits }) => hits.some(({ span }) => span));
  void act({ do: isOfSpans ? "relabel" : "mark", label });
  return true;
}
