import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { AlikeRow } from "../../../shared/contract/review.ts";
import { AlikeChoice } from "../../../shared/review/decision.ts";
import { toggled } from "../../annotate/entities/toggled.ts";
import { Button, ToggleButton } from "../../look/button.tsx";
import { PlaceLine } from "../../look/place-line.tsx";
import { toast } from "../../look/toasts.tsx";
import { VirtualList } from "../../look/virtual-list.tsx";
import { t } from "../../messages.ts";
import { choiceWords } from "./choice-words.ts";
import { useDesk } from "./desk-session.ts";
import { keepLetters } from "./keep-letters.ts";
import { differenceOf, type LastDecided, type ReviewState, standingOf } from "./review-state.ts";
import { useAlike } from "./use-alike.ts";

type Row = AlikeRow & { id: string };

// In pixels.
const rowHeight = 28;
const mostRows = 7;
const heightFor = (rows: number) => Math.min(mostRows, Math.max(1, rows)) * rowHeight + 4;

const none: ReadonlySet<string> = new Set();

/** The others like the one that was decided, in context: looked through, ticked, and decided alike in one step. */
export function AlikePanel({ onClose }: { onClose: () => void }) {
  const { state, actions, people } = useDesk();
  // What it is about stays the same, whatever is looked at meanwhile.
  const [subject] = useState(() => subjectOf(state));
  const [sameWords, setSameWords] = useState(false);
  const [everywhere, setEverywhere] = useState(false);
  const [left, setLeft] = useState(none);
  const [current, setCurrent] = useState<string | null>(null);
  const { rows, total } = useAlike(subject?.key ?? null, sameWords, everywhere);
  const choice = AlikeChoice.safeParse(subject?.choice);
  const chosen = useMemo(() => rows?.filter(({ id }) => !left.has(id)) ?? [], [rows, left]);
  const panel = useRef<HTMLElement>(null);
  const list = rows !== null && rows.length > 0;
  useEffect(() => {
    if (list) panel.current?.querySelector<HTMLElement>("[role=listbox]")?.focus();
    else panel.current?.focus();
  }, [list]);

  const decide = () => {
    if (!subject || !choice.success || chosen.length === 0) return;
    const differences = chosen.map(({ report, difference }) => ({ report, key: difference.key }));
    const { reason, note } = subject;
    void actions.decideMany(differences, choice.data, { reason, note });
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") onClose();
    else if (event.key === "w") setSameWords(!sameWords);
    else if (event.key === "r") setEverywhere(!everywhere);
    else if (event.key === "a")
      setLeft(chosen.length > 0 ? new Set(rows?.map(({ id }) => id)) : none);
    else return keepLetters(event);
    event.preventDefault();
    event.stopPropagation();
  };
  const drawRow = useCallback(
    (row: Row) => <AlikeLine row={row} withTitle={everywhere} />,
    [everywhere],
  );
  const words = subject && differenceOf(state, subject.key)?.words;
  useEffect(() => {
    if (subject && choice.success) return;
    toast({ text: t("What was edited by hand can not be decided the same way elsewhere.") });
    onClose();
  }, [subject, choice.success, onClose]);
  if (!subject || !choice.success) return null;
  return (
    <section
      className="desk-panel alike"
      ref={panel}
      tabIndex={-1}
      aria-label={t("The others like this")}
      onKeyDown={onKeyDown}
    >
      <header className="row">
        <span className="strong truncate">
          {t("Like “{words}”: {choice}", {
            words: words ?? "",
            choice: choiceWords(choice.data, people),
          })}
        </span>
        <span className="grow" />
        <ToggleButton
          label={t("Same words")}
          keys="w"
          isSelected={sameWords}
          onChange={setSameWords}
        />
        <ToggleButton
          label={t("All reports")}
          keys="r"
          isSelected={everywhere}
          onChange={setEverywhere}
        />
      </header>
      <div className="alike-rows place-rows" style={{ height: heightFor(rows?.length ?? 1) }}>
        {list ? (
          <VirtualList
            label={t("Others like this")}
            rows={rows}
            rowHeight={rowHeight}
            current={current ?? rows[0]?.id ?? null}
            onMove={({ id }) => setCurrent(id)}
            onOpen={decide}
            selected={new Set(chosen.map(({ id }) => id))}
            onToggle={({ id }) => setLeft(toggled(left, id))}
            togglesOnClick
          >
            {drawRow}
          </VirtualList>
        ) : (
          <p className="panel-empty soft">
            {rows === null ? t("Looking…") : t("No other open difference is like this.")}
          </p>
        )}
      </div>
      <footer className="row">
        {rows !== null && total > rows.length && (
          <span className="soft small">
            {t("The first {shown, number} of {total, number}.", { shown: rows.length, total })}
          </span>
        )}
        <span className="grow" />
        <Button variant="quiet" keys="Escape" onPress={onClose}>
          {t("Close")}
        </Button>
        <Button variant="primary" keys="Enter" isDisabled={chosen.length === 0} onPress={decide}>
          {t("Decide {count, number} of {all, number} like this", {
            count: chosen.length,
            all: rows?.length ?? 0,
          })}
        </Button>
      </footer>
    </section>
  );
}

/** The one that is looked at if it was decided, else the one that was decided last. */
function subjectOf(state: ReviewState): LastDecided | null {
  const { current, last } = state;
  const { decision } = current === null ? { decision: null } : standingOf(state, current);
  if (current === null || !decision) return last;
  return { ...decision, key: current };
}

function AlikeLine({ row, withTitle }: { row: Row; withTitle: boolean }) {
  const { before, said, after } = row.context ?? {
    before: "",
    said: row.difference.words,
    after: "",
  };
  return (
    <PlaceLine before={before} words={said} after={after}>
      {withTitle && <span className="faint small truncate alike-title">{row.title}</span>}
    </PlaceLine>
  );
}
