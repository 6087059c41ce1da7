import { useEffect, useRef, useState } from "react";
import { call } from "../api.ts";
import { SearchField } from "../look/fields.tsx";
import { Segments } from "../look/segments.tsx";
import { toastError } from "../look/toasts.tsx";
import { t } from "../messages.ts";
import { useCommands } from "../shell/commands.ts";
import { goTo } from "../shell/route.ts";
import {
  clearSelection,
  type LibraryFilter,
  libraryFilter,
  lookFor,
  type StatusFilter,
} from "./library-state.ts";
import { WorkListSelect } from "./work-list-select.tsx";

const statuses: { id: StatusFilter; label: string }[] = [
  { id: "any", label: t("All") },
  { id: "new", label: t("New") },
  { id: "open", label: t("Open") },
  { id: "done", label: t("Done") },
  { id: "locked", label: t("Locked") },
];

// Long enough to swallow fast typing, short enough to feel at once.
const typingPause = 120;

/** The search box and the status filter. */
export function FilterTools() {
  const filter = libraryFilter.use();
  const [search, setSearch] = useState(filter.search);
  const input = useRef<HTMLInputElement>(null);
  const focus = () => input.current?.select();
  useCommands({ find: focus });
  useSlash(focus);
  // The filter may be emptied from elsewhere.
  useEffect(() => setSearch(filter.search), [filter.search]);
  useEffect(() => {
    if (search === filter.search) return;
    const timer = setTimeout(() => lookFor({ ...filter, search }), typingPause);
    return () => clearTimeout(timer);
  }, [search, filter]);
  const choose = (id: string) => {
    const status = statuses.find((known) => known.id === id);
    if (status) lookFor({ ...filter, status: status.id });
  };
  return (
    <>
      <WorkListSelect />
      <Segments label={t("Status")} options={statuses} value={filter.status} onChange={choose} />
      <div className="library-search">
        <SearchField
          label={t("Search in titles and texts")}
          placeholder={t("Search titles and texts")}
          keys="/"
          value={search}
          onChange={setSearch}
          onKeyDown={goToResults}
          onSubmit={(text) => openFirst({ ...filter, search: text })}
          inputRef={input}
        />
      </div>
    </>
  );
}

interface Press {
  key: string;
  target: EventTarget;
  preventDefault(): void;
}

/** Down leads from the search to what it found, at its first row; the table does the rest. */
function goToResults(press: Press): void {
  const { key, target } = press;
  if (key !== "ArrowDown" || !(target instanceof Element)) return;
  press.preventDefault();
  clearSelection();
  target.closest("main")?.querySelector<HTMLElement>("[role=grid]")?.focus();
}

/** Enter opens what was looked for, without waiting for the table to show it. */
async function openFirst(filter: LibraryFilter): Promise<void> {
  if (filter.search.trim() === "") return;
  try {
    const [first] = (await call("report.list", { ...filter, limit: 1 })).rows;
    if (first) goTo({ screen: "annotate", report: first.id });
  } catch (error) {
    toastError(error);
  }
}

/** "/" goes to the search, unless it is being typed somewhere. */
function useSlash(focus: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof HTMLElement && event.target.matches("input, textarea");
      if (event.key !== "/" || event.ctrlKey || event.metaKey || isTyping) return;
      event.preventDefault();
      focus();
    };
    // Before the table, whose type-ahead would take the key.
    addEventListener("keydown", listen, { capture: true });
    return () => removeEventListener("keydown", listen, { capture: true });
  });
}
