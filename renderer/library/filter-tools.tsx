import { useEffect, useRef, useState } from "react";
import { SearchField } from "../look/fields.tsx";
import { Segments } from "../look/segments.tsx";
import { useCommands } from "../shell/commands.ts";
import { libraryFilter, lookFor, type StatusFilter } from "./library-state.ts";

const statuses: { id: StatusFilter; label: string }[] = [
  { id: "any", label: "All" },
  { id: "new", label: "New" },
  { id: "open", label: "Open" },
  { id: "done", label: "Done" },
  { id: "locked", label: "Locked" },
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
      <Segments label="Status" options={statuses} value={filter.status} onChange={choose} />
      <div className="library-search">
        <SearchField
          label="Search in titles and texts"
          placeholder="Search titles and texts"
          keys="/"
          value={search}
          onChange={setSearch}
          onKeyDown={goToResults}
          inputRef={input}
        />
      </div>
    </>
  );
}

/** Down leads from the search to what it found. */
function goToResults({ key, target }: { key: string; target: EventTarget }): void {
  if (key !== "ArrowDown" || !(target instanceof Element)) return;
  target.closest("main")?.querySelector<HTMLElement>("[role=grid]")?.focus();
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
