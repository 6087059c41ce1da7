import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from "react";
import { Button } from "../../../look/button.tsx";
import { KeyCap } from "../../../look/key-cap.tsx";
import { VirtualList } from "../../../look/virtual-list.tsx";
import { rich, t } from "../../../messages.ts";
import { useCommands } from "../../../shell/commands.ts";
import { useReport, useSession } from "../../session.ts";
import { ListLineView } from "./list-line.tsx";
import {
  changeLines,
  type Listing,
  type ListLine,
  listing,
  openListing,
  takeListing,
  withResult,
} from "./listing.ts";
import { useBeside } from "./use-beside.ts";
import "./list-float.css";

/** What a list in the text says, right below it: gone through, mended and taken in by key. */
export function ListFloat() {
  const session = useSession();
  const now = listing.use();
  const text = useReport((state) => state.report.text);
  useCommands({ "entity.list": () => openListing(session) });
  useEffect(() => () => listing.set(null), []);
  if (now?.text !== text) return null;
  return <OpenList key={`${now.range.start} ${now.range.end}`} now={now} />;
}

const results = new Map([
  ["+", "positive"],
  ["-", "negative"],
  ["=", "equivocal"],
]);
const mostRows = 9;
const rowHeight = 28;

function OpenList({ now }: { now: Listing }) {
  const session = useSession();
  const { editor, focusText } = session;
  const box = useRef<HTMLElement>(null);
  const [current, setCurrent] = useState<string>(now.lines[0]?.id ?? "");
  const line = now.lines.find(({ id }) => id === current);
  useBeside(editor, now.range, line?.range ?? now.range, box);
  useEffect(() => box.current?.querySelector<HTMLElement>("[role=listbox]")?.focus(), []);

  const taken = now.lines.filter(({ isTaken }) => isTaken);
  const selected = new Set(taken.map(({ id }) => id));
  const move = (line: ListLine) => {
    setCurrent(line.id);
    editor.current?.reveal(line.range);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!pressed(event.key, current, session, () => focusText())) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const drawRow = useCallback((line: ListLine) => <ListLineView line={line} />, []);
  return (
    <section className="floating list-float" ref={box} aria-label={t("List")} onKeyDown={onKeyDown}>
      <div
        className="list-float-rows"
        style={{ height: Math.min(mostRows, now.lines.length) * rowHeight }}
      >
        <VirtualList
          label={t("What the list says")}
          rows={now.lines}
          rowHeight={rowHeight}
          current={current}
          onMove={move}
          onOpen={() => void takeListing(session)}
          selected={selected}
          onToggle={({ id }) =>
            changeLines((line) => (line.id === id ? { ...line, isTaken: !line.isTaken } : line))
          }
          togglesOnClick
        >
          {drawRow}
        </VirtualList>
      </div>
      <footer className="list-float-keys small soft">
        {rich("<key></key> take", { key: () => <KeyCap keys="Space" /> })}
        {rich("<keys></keys> result", { keys: resultKeys })}
        {rich("<key></key> new", { key: () => <KeyCap keys="0" /> })}
        <span className="grow" />
        <Button variant="quiet" keys="Escape" onPress={() => close(focusText)}>
          {t("Leave")}
        </Button>
        <Button variant="primary" keys="Enter" onPress={() => void takeListing(session)}>
          {t("{count, plural, =0 {Take none} other {Take # in}}", { count: taken.length })}
        </Button>
      </footer>
    </section>
  );
}

const resultKeys = () => (
  <>
    {Array.from(results.keys(), (key) => (
      <KeyCap key={key} keys={key} />
    ))}
  </>
);

/** What was selected stays so, to be read again or marked otherwise. */
function close(focusText: () => void): void {
  listing.set(null);
  focusText();
}

/** The keys that change a line; the list itself has the arrows, Space and Enter. */
function pressed(
  key: string,
  current: string,
  session: ReturnType<typeof useSession>,
  focusText: () => void,
): boolean {
  const change = (to: (line: ListLine) => ListLine) =>
    changeLines((line) => (line.id === current ? to(line) : line));
  const result = results.get(key.replace("−", "-"));
  if (result !== undefined) change((line) => withResult(line, result, session));
  else if (key === "0")
    change((line) => ({ ...line, entity: line.entity === "new" ? line.found : "new" }));
  else if (key === "a") changeLines((line) => ({ ...line, isTaken: true }));
  else if (key === "Escape") close(focusText);
  else return false;
  return true;
}
