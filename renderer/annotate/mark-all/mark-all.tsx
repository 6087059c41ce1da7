import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Id, TextRange } from "../../../shared/model/annotation.ts";
import { Button, ToggleButton } from "../../look/button.tsx";
import { Select } from "../../look/choice.tsx";
import { KeyCap } from "../../look/key-cap.tsx";
import { PlaceLine } from "../../look/place-line.tsx";
import { VirtualList } from "../../look/virtual-list.tsx";
import { rich, t } from "../../messages.ts";
import { toggled } from "../entities/toggled.ts";
import { useFloating } from "../floating.ts";
import { planMark } from "../marking.ts";
import { type Session, useReport, useSession } from "../session.ts";
import { markingAll, type SameMarks, typedCount } from "./mark-all-open.ts";
import { contextOf, type Narrowing, samePlaces } from "./same-places.ts";
import "./mark-all.css";

/** The places that say the same words, below the ones that were chosen: looked through and marked by key. */
export function MarkAll() {
  const marks = markingAll.use();
  const text = useReport((state) => state.report.text);
  // Another text has other places.
  // biome-ignore lint/correctness/useExhaustiveDependencies: closes when the text changes
  useEffect(() => closeAndForget, [text]);
  return marks && <OpenMarkAll key={`${marks.at.start} ${marks.at.end}`} marks={marks} />;
}

function closeAndForget(): void {
  markingAll.set(null);
  typedCount.set(null);
}

interface PlaceRow {
  id: string;
  range: TextRange;
}

const mostRows = 10;
const rowHeight = 28;
const topLeft = { left: 24, top: 24 };

const narrowings: { name: keyof Narrowing; key: string; label: string }[] = [
  { name: "matchCase", key: "c", label: t("Same case") },
  { name: "wholeWords", key: "w", label: t("Whole words") },
  { name: "inSection", key: "s", label: t("This section") },
  { name: "unmarked", key: "u", label: t("Unmarked only") },
];
const asOpened: Narrowing = {
  ...{ matchCase: false, wholeWords: true, inSection: false, unmarked: true },
};

function OpenMarkAll({ marks }: { marks: SameMarks }) {
  const session = useSession();
  const box = useRef<HTMLElement>(null);
  useFloating(session.editor, marks.at, box, topLeft);
  const [label, setLabel] = useState(marks.label ?? session.scheme.labels[0]?.name ?? null);
  const [narrowing, setNarrowing] = useState(asOpened);
  const [current, setCurrent] = useState<string | null>(null);
  const rows = usePlaces(marks, label, narrowing);
  const [left, setLeft] = useState<ReadonlySet<string>>(() => leftAtFirst(rows, marks));
  const chosen = rows.filter(({ id }) => !left.has(id));
  useEffect(() => box.current?.querySelector<HTMLElement>("[role=listbox]")?.focus(), []);

  const toggle = ({ id }: PlaceRow) => setLeft(toggled(left, id));
  const mark = () => {
    if (label !== null && chosen.length > 0) void markPlaces(session, marks, label, chosen);
    close(session);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const narrowed = narrowings.find(({ key }) => key === event.key);
    if (event.key === "Escape") close(session);
    else if (narrowed && isOnList(event))
      setNarrowing({ ...narrowing, [narrowed.name]: !narrowing[narrowed.name] });
    else if (event.key === "a" && isOnList(event))
      setLeft(new Set(chosen.length > 0 ? rows.map(({ id }) => id) : []));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const drawRow = useCallback((row: PlaceRow) => <Place range={row.range} />, []);
  return (
    <section
      className="floating mark-all"
      ref={box}
      aria-label={t("Mark the same words")}
      onKeyDown={onKeyDown}
    >
      <header className="row">
        <span className="grow truncate strong">{marks.quote.replace(/\s+/g, " ")}</span>
        <Select
          label={t("Label")}
          hideLabel
          size="small"
          options={session.scheme.labels.map(({ name, colour }) => ({
            id: name,
            label: name,
            colour,
          }))}
          value={label}
          onChange={setLabel}
        />
      </header>
      <div className="row mark-all-narrow">
        {narrowings.map(({ name, key, label: title }) => (
          <ToggleButton
            key={name}
            label={title}
            keys={key}
            isSelected={narrowing[name]}
            onChange={(isOn) => setNarrowing({ ...narrowing, [name]: isOn })}
          />
        ))}
      </div>
      <div
        className="mark-all-rows place-rows"
        style={{ height: Math.max(1, Math.min(mostRows, rows.length)) * rowHeight }}
      >
        <VirtualList
          label={t("Places")}
          rows={rows}
          rowHeight={rowHeight}
          current={current ?? rows[0]?.id ?? null}
          onMove={({ id }) => setCurrent(id)}
          onOpen={mark}
          selected={new Set(chosen.map(({ id }) => id))}
          onToggle={toggle}
          togglesOnClick
        >
          {drawRow}
        </VirtualList>
        {rows.length === 0 && <p className="faint small">{t("No other place says this.")}</p>}
      </div>
      <footer className="row small soft">
        {rich("<key></key> leave out or take", { key: () => <KeyCap keys="Space" /> })}
        {rich("<key></key> all or none", { key: () => <KeyCap keys="a" /> })}
        <span className="grow" />
        <Button variant="quiet" keys="Escape" onPress={() => close(session)}>
          {t("Close")}
        </Button>
        <Button variant="primary" keys="Enter" onPress={mark} isDisabled={chosen.length === 0}>
          {markWords(chosen.length, rows.length)}
        </Button>
      </footer>
    </section>
  );
}

/** What a count leaves out: it takes places from the chosen words on, and then from the beginning. */
function leftAtFirst(rows: readonly PlaceRow[], { at, count }: SameMarks): ReadonlySet<string> {
  if (count === null) return new Set();
  const behind = rows.filter(({ range }) => range.start >= at.start);
  const before = rows.filter(({ range }) => range.start < at.start);
  return new Set([...behind, ...before].slice(count).map(({ id }) => id));
}

function usePlaces(
  { quote, at }: SameMarks,
  label: string | null,
  narrowing: Narrowing,
): PlaceRow[] {
  const report = useReport((state) => state.report);
  const order = useReport((state) => state.order);
  return useMemo(() => {
    const { text, sections } = report;
    const places = samePlaces({ text, sections, order }, quote, at, label, narrowing);
    return places.map((range) => ({ id: `${range.start}`, range }));
  }, [report, order, quote, at, label, narrowing]);
}

/** The letters that narrow are typed in the list only, and not in the choice of a label. */
const isOnList = ({ target }: KeyboardEvent) =>
  target instanceof Element && target.closest(".select") === null;

const markWords = (chosen: number, all: number) =>
  t(chosen === all ? "Mark all {all, number}" : "Mark {chosen, number} of {all, number}", {
    chosen,
    all,
  });

function close({ focusText }: Session): void {
  markingAll.set(null);
  focusText();
}

/** One write for all of them, and one step of undo; the caret and the choice stay where they are. */
async function markPlaces(
  { store, scheme, writes, editor }: Session,
  { at, attributes, entity }: SameMarks,
  label: string,
  places: readonly PlaceRow[],
): Promise<void> {
  const { active } = store.state();
  const caret = editor.current?.caret() ?? at.end;
  await writes.write("span.addMany", () => {
    const { text, id } = store.state().report;
    const plan = planMark(store.state(), scheme, label, at);
    const fitting: Id | null = plan.suggestions[0]?.entity ?? plan.draft.entity;
    return {
      report: id,
      draft: { label, attributes, entity: entity === "fitting" ? fitting : entity },
      places: places.map(({ range }) => ({ range, quote: text.slice(range.start, range.end) })),
    };
  });
  // A single one was taken for a mark that the person made at the caret.
  if (store.state().active === active) return;
  store.dispatch({ type: "activated", span: active });
  editor.current?.select({ start: caret, end: caret });
}

function Place({ range }: { range: TextRange }) {
  const text = useReport((state) => state.report.text);
  return <PlaceLine {...contextOf(text, range, 60, 60)} />;
}
