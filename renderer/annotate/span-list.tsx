import { CircleHelp, Flag, NotebookPen } from "lucide-react";
import { useMemo, useState } from "react";
import type { Span } from "../../shared/model/annotation.ts";
import { Select } from "../look/choice.tsx";
import { SearchField } from "../look/fields.tsx";
import { Dot } from "../look/label-tag.tsx";
import { useReport, useSession } from "./session.ts";
import { VirtualList } from "./virtual-list.tsx";

const everyLabel = "";
/** What spans may be looked for besides their labels; no label may have a line end in its name. */
const facts: readonly { id: string; title: string; has: (span: Span) => boolean }[] = [
  { id: "\nflagged", title: "To look at", has: ({ flag }) => Boolean(flag) },
  { id: "\nunsure", title: "Unsure", has: ({ unsure }) => unsure === true },
  { id: "\nnoted", title: "With a note", has: ({ note }) => note !== "" },
];

/** All spans in reading order, narrowed by label and by their words. */
export function SpanList() {
  const { scheme, goTo, focusText, actions } = useSession();
  const order = useReport((state) => state.order);
  const active = useReport((state) => state.active);
  const [label, setLabel] = useState(everyLabel);
  const [words, setWords] = useState("");
  const rows = useMemo(() => filterSpans(order, label, words), [order, label, words]);
  const factOptions = useMemo(() => optionsIn(order), [order]);
  const options = [
    { id: everyLabel, label: "All labels" },
    ...factOptions,
    ...scheme.labels.map(({ name, colour }) => ({ id: name, label: name, colour })),
  ];
  return (
    <>
      <div className="panel-tools">
        <div className="grow">
          <SearchField
            label="Filter spans"
            placeholder="Filter"
            value={words}
            onChange={setWords}
          />
        </div>
        <div className="grow">
          <Select
            label="Only spans of"
            hideLabel
            options={options}
            value={label}
            onChange={setLabel}
          />
        </div>
      </div>
      {rows.length === 0 && (
        <p className="panel-empty soft">
          {order.length === 0 ? "Nothing is marked yet." : "No span is like this."}
        </p>
      )}
      <VirtualList
        label="Spans"
        rows={rows}
        rowHeight={28}
        current={active}
        onMove={({ id }) => goTo(id)}
        onOpen={focusText}
        onDelete={({ id }) => actions.removeSpan(id)}
      >
        {drawSpan}
      </VirtualList>
    </>
  );
}

/** One for each fact that some span has. */
function optionsIn(order: readonly Span[]) {
  return facts.flatMap(({ id, title, has }) => {
    const count = order.filter(has).length;
    return count === 0 ? [] : [{ id, label: `${title} (${count.toLocaleString()})` }];
  });
}

const drawSpan = (span: Span) => <SpanRowView span={span} />;

function SpanRowView({ span }: { span: Span }) {
  const { scheme } = useSession();
  const colour = scheme.labels.find(({ name }) => name === span.label)?.colour ?? "slate";
  return (
    <>
      <Dot colour={colour} />
      <span className="grow truncate">{span.quote || <em>{span.flag}</em>}</span>
      {span.unsure && <CircleHelp className="span-flag" role="img" aria-label="Unsure" />}
      {span.note && <NotebookPen className="span-noted" role="img" aria-label={span.note} />}
      {span.flag && <Flag className="span-flag" role="img" aria-label={span.flag} />}
      <span className="faint small truncate">{span.label}</span>
    </>
  );
}

function filterSpans(order: readonly Span[], label: string, words: string): readonly Span[] {
  const wanted = words.trim().toLocaleLowerCase();
  if (label === everyLabel && wanted === "") return order;
  const fact = facts.find(({ id }) => id === label);
  const isMeant = (span: Span) =>
    fact ? fact.has(span) : label === everyLabel || span.label === label;
  return order.filter((span) => isMeant(span) && span.quote.toLocaleLowerCase().includes(wanted));
}
