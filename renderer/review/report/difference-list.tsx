import { Check, Clock, RotateCcw } from "lucide-react";
import { useCallback, useMemo } from "react";
import { type Difference, type Stage, stages } from "../../../shared/review/difference.ts";
import { hullOf } from "../../../shared/text/offsets.ts";
import { Segments } from "../../look/segments.tsx";
import { type ListRow, VirtualList } from "../../look/virtual-list.tsx";
import { inNumber, t } from "../../messages.ts";
import { stageNames, stateNames, typeNames } from "../difference-words.ts";
import { personIn } from "../people.ts";
import { PersonDot } from "../person-dot.tsx";
import { useDesk } from "./desk-session.ts";
import { countsOf, goTo, type Listed, type ReviewRow, rowsOf } from "./review-state.ts";

type Row = ListRow & (({ stage: Stage; count: number } & { row: null }) | { row: ReviewRow });

const rowHeight = (row: Row) => (row.isHeading ? 30 : 44);

/** The report's differences in reading order, stage after stage; those that are decided have a tick. */
export function DifferenceList() {
  const { state, store, editor, people } = useDesk();
  const rows = useMemo(() => withHeadings(rowsOf(state)), [state]);
  const counts = countsOf(state);
  const drawRow = useCallback(
    (row: Row) => (row.row ? <Line row={row.row} people={people} /> : <Heading row={row} />),
    [people],
  );
  const show = (key: string) => {
    const next = goTo(store.get(), key);
    if (next) store.set(next);
  };
  const options = [
    { id: "open", label: t("Open {count, number}", { count: counts.open + counts.later }) },
    { id: "all", label: t("All {count, number}", { count: counts.all }) },
    {
      id: "agreed",
      label: t("Agreed {count, number}", { count: counts.agreed + counts.accepted }),
    },
  ];
  return (
    <nav className="difference-list" aria-label={t("Differences of the report")}>
      <div className="difference-list-head">
        <Segments
          label={t("Which")}
          options={options}
          value={state.listed}
          onChange={(id) => store.set({ ...store.get(), listed: listedOf(id) })}
        />
      </div>
      {rows.length === 0 ? (
        <p className="panel-empty soft">{emptyWords(state.listed)}</p>
      ) : (
        <VirtualList
          label={t("Differences of the report")}
          rows={rows}
          rowHeight={rowHeight}
          current={state.current}
          onMove={({ id }) => show(id)}
          onOpen={({ row }) => row && editor.current?.reveal(hullOf([row.difference]))}
        >
          {drawRow}
        </VirtualList>
      )}
    </nav>
  );
}

const listedOf = (id: string): Listed => (id === "all" || id === "agreed" ? id : "open");

function emptyWords(listed: Listed): string {
  if (listed === "open") return t("Everything is decided.");
  return listed === "all" ? t("There are no differences.") : t("Nothing is agreed.");
}

function withHeadings(rows: readonly ReviewRow[]): Row[] {
  return stages.flatMap((stage): Row[] => {
    const own = rows.filter(({ difference }) => difference.stage === stage);
    if (own.length === 0) return [];
    const heading: Row = { id: stage, isHeading: true, row: null, stage, count: own.length };
    return [heading, ...own.map((row): Row => ({ id: row.id, row }))];
  });
}

function Heading({ row }: { row: Row }) {
  if (row.row) return null;
  return (
    <>
      <span className="grow">{stageNames[row.stage]}</span>
      <span className="faint numeric">{inNumber(row.count)}</span>
    </>
  );
}

function Line({ row, people }: { row: ReviewRow; people: Parameters<typeof personIn>[0] }) {
  const { difference, standing } = row;
  return (
    <>
      <span className="difference-line grow">
        <span className={standing.state === "decided" ? "truncate soft" : "truncate"}>
          {difference.words || t("The report as a whole")}
        </span>
        <span className="small soft truncate">{typesOf(difference)}</span>
      </span>
      <span className="difference-who">
        {difference.missing.map((name) => (
          <PersonDot key={name} person={personIn(people, name)} hideName isMissing />
        ))}
      </span>
      <StateSign state={standing.state} />
    </>
  );
}

const typesOf = ({ types, versions }: Difference): string => {
  const names = types.map((type) => typeNames[type]).join(", ");
  const labels = [...new Set(versions.map(({ label }) => label))].join(" / ");
  return `${names} · ${labels}`;
};

const signs = { decided: Check, later: Clock, stale: RotateCcw } as const;

function StateSign({ state }: { state: ReviewRow["standing"]["state"] }) {
  if (state === "open" || state === "moot") return <span className="difference-sign" />;
  const Sign = signs[state];
  return <Sign className={`difference-sign ${state}`} role="img" aria-label={stateNames[state]} />;
}
