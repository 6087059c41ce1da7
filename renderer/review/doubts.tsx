import { CircleAlert, CircleHelp } from "lucide-react";
import { useMemo, useState } from "react";
import type { DoubtRow } from "../../shared/contract/review.ts";
import { openReportAt } from "../annotate/open-at.ts";
import { useSummary } from "../datasets/use-summary.ts";
import { Select } from "../look/choice.tsx";
import { EmptyState } from "../look/empty-state.tsx";
import { noSelection } from "../look/grid-selection.ts";
import { Segments } from "../look/segments.tsx";
import { VirtualGrid } from "../look/virtual-grid.tsx";
import { inNumber, t } from "../messages.ts";
import { useApp } from "../state/app-store.ts";
import { doubtColumns } from "./doubt-columns.tsx";
import { type DoubtFilter, useDoubts } from "./use-doubts.ts";
import { useShownNames } from "./use-shown-names.ts";

const everybody = "";
const kinds: { id: NonNullable<DoubtFilter["only"]>; label: string }[] = [
  { id: "all", label: t("All") },
  { id: "unsure", label: t("Unsure") },
  { id: "noted", label: t("With a note") },
];

/** What annotators are unsure of and what they noted, in all reports; Enter opens one where it stands. */
export function Doubts() {
  const [filter, setFilter] = useState<DoubtFilter>({ annotator: null, only: "all" });
  const { rows, total, isLoading, problem, loadMore } = useDoubts(filter);
  const [selection, setSelection] = useState(noSelection);
  const labels = useApp(({ scheme }) => scheme?.labels);
  const nameOf = useShownNames();
  const columns = useMemo(() => doubtColumns(labels ?? [], nameOf), [labels, nameOf]);
  const choose = (id: string) => {
    const only = kinds.find((kind) => kind.id === id)?.id;
    if (only) setFilter({ ...filter, only });
  };
  return (
    <>
      <div className="doubt-tools">
        <Segments
          label={t("Which")}
          options={kinds}
          value={filter.only ?? "all"}
          onChange={choose}
        />
        <Who
          value={filter.annotator ?? everybody}
          nameOf={nameOf}
          onChange={(name) => setFilter({ ...filter, annotator: name === everybody ? null : name })}
        />
        {total !== null && <span className="faint numeric">{inNumber(total)}</span>}
      </div>
      {problem !== null && (
        <EmptyState icon={CircleAlert} title={t("The list could not be read")}>
          {problem}
        </EmptyState>
      )}
      {problem === null && !isLoading && total === 0 && <Nothing />}
      {rows.length > 0 && (
        <VirtualGrid
          label={t("Unsure and noted")}
          columns={columns}
          rows={rows}
          total={Math.max(rows.length, total ?? 0)}
          textOf={textOf}
          selection={selection}
          onSelect={setSelection}
          onOpen={open}
          onNeedMore={loadMore}
        />
      )}
    </>
  );
}

const open = ({ report, place }: DoubtRow) => openReportAt(report, place);
const textOf = ({ words, title }: DoubtRow) => words || title;

interface WhoProps {
  value: string;
  nameOf: (annotator: string) => string;
  onChange: (name: string) => void;
}

function Who({ value, nameOf, onChange }: WhoProps) {
  const summary = useSummary();
  const names = summary?.layers.map(({ annotator }) => annotator) ?? [];
  const options = [
    { id: everybody, label: t("Everybody") },
    ...names.map((name) => ({ id: name, label: nameOf(name) })),
  ];
  return (
    <div className="doubt-who">
      <Select
        label={t("Whose")}
        hideLabel
        size="small"
        options={options}
        value={value}
        onChange={onChange}
      />
    </div>
  );
}

function Nothing() {
  return (
    <EmptyState icon={CircleHelp} title={t("Nothing here")}>
      {t(
        "Nobody is unsure of anything like this, and nobody left a note. While annotating, say so of a span, an entity or the whole report, and it is listed here.",
      )}
    </EmptyState>
  );
}
