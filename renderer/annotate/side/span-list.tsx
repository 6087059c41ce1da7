import { CircleHelp, Flag, NotebookPen } from "lucide-react";
import { useMemo, useState } from "react";
import type { Span } from "../../../shared/model/annotation.ts";
import { Select } from "../../look/choice.tsx";
import { SearchField } from "../../look/fields.tsx";
import { Dot } from "../../look/label-tag.tsx";
import { VirtualList } from "../../look/virtual-list.tsx";
import { sentence, t } from "../../messages.ts";
import { useReport, useSession } from "../session.ts";
import { everySpan, filterSpans, spanFilters } from "./span-filter.ts";

/** All spans in reading order, narrowed by label and by their words. */
export function SpanList() {
  const { scheme, goTo, focusText, actions } = useSession();
  const order = useReport((state) => state.order);
  const active = useReport((state) => state.active);
  const [chosen, setChosen] = useState(everySpan.id);
  const [words, setWords] = useState("");
  const filters = useMemo(() => spanFilters(order, scheme), [order, scheme]);
  // What was chosen may be gone with its label or its last span.
  const filter = filters.find(({ id }) => id === chosen) ?? everySpan;
  const rows = useMemo(() => filterSpans(order, filter, words), [order, filter, words]);
  return (
    <>
      <div className="panel-tools">
        <div className="grow">
          <SearchField
            label={t("Filter spans")}
            placeholder={t("Filter")}
            value={words}
            onChange={setWords}
          />
        </div>
        <div className="grow">
          <Select
            label={t("Only spans of")}
            hideLabel
            options={filters}
            value={filter.id}
            onChange={setChosen}
          />
        </div>
      </div>
      {rows.length === 0 && (
        <p className="panel-empty soft">
          {t(order.length === 0 ? "Nothing is marked yet." : "No span is like this.")}
        </p>
      )}
      <VirtualList
        label={t("Spans")}
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

const drawSpan = (span: Span) => <SpanRowView span={span} />;

function SpanRowView({ span }: { span: Span }) {
  const { scheme } = useSession();
  const colour = scheme.labels.find(({ name }) => name === span.label)?.colour ?? "slate";
  return (
    <>
      <Dot colour={colour} />
      <span className="grow truncate">{span.quote || <em>{sentence(span.flag ?? "")}</em>}</span>
      {span.unsure && <CircleHelp className="span-flag" role="img" aria-label={t("Unsure")} />}
      {span.note && <NotebookPen className="span-noted" role="img" aria-label={span.note} />}
      {span.flag && <Flag className="span-flag" role="img" aria-label={sentence(span.flag)} />}
      <span className="faint small truncate">{span.label}</span>
    </>
  );
}
