import type { ReleaseChanges } from "../../shared/dataset/compare.ts";
import { inNumber, t } from "../messages.ts";

interface ChangesProps {
  changes: ReleaseChanges;
}

/** What became of the spans of each label. */
export function SpanTallies({ changes: { spans } }: ChangesProps) {
  return (
    <TallyTable
      title={t("Spans by label")}
      head={t("Label")}
      foot={t("All labels")}
      rows={spans.map(({ label, ...tally }) => ({ name: label, ...tally }))}
    />
  );
}

/** What became of the entities of each kind, and what of them is other. */
export function EntityTallies({ changes: { entities } }: ChangesProps) {
  return (
    <TallyTable
      title={t("Entities by kind")}
      head={t("Kind")}
      foot={t("All kinds")}
      rows={entities.map(({ kind, ...tally }) => ({ name: kind, ...tally }))}
    />
  );
}

/** What became of the relations, events and groups of each label. */
export function LinkTallies({ changes }: ChangesProps) {
  const lists: [string, ReleaseChanges["relations"]][] = [
    [t("Relations by label"), changes.relations],
    [t("Events by label"), changes.events],
    [t("Groups by label"), changes.groups],
  ];
  return lists.map(([title, list]) => (
    <TallyTable
      key={title}
      title={title}
      head={t("Label")}
      foot={t("All labels")}
      rows={list.map(({ label, ...tally }) => ({ name: label, ...tally }))}
    />
  ));
}

type Tally = Omit<ReleaseChanges["relations"][number], "label">;

interface Row extends Tally {
  name: string;
  /** Of the changed ones, of entities alone. */
  codes?: number;
  fields?: number;
}

interface TallyTableProps {
  title: string;
  head: string;
  foot: string;
  rows: readonly Row[];
}

/** What changed most stands first; nothing at all where there is nothing of the sort. */
function TallyTable({ title, head, foot, rows }: TallyTableProps) {
  if (rows.length === 0) return null;
  const changesIn = ({ added, removed, changed }: Row) => added + removed + changed;
  const sorted = [...rows].sort((a, b) => changesIn(b) - changesIn(a));
  const hasDetails = rows.some(({ codes }) => codes !== undefined);
  return (
    <section className="stack" aria-label={title}>
      <h2>{title}</h2>
      <table className="plain-table numeric">
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col">{t("Added")}</th>
            <th scope="col">{t("Removed")}</th>
            <th scope="col">{t("The same")}</th>
            <th scope="col">{t("Of these, changed")}</th>
            {hasDetails && <th scope="col">{t("With other codes")}</th>}
            {hasDetails && <th scope="col">{t("With other fields")}</th>}
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <tr key={row.name}>
              <th scope="row">{row.name}</th>
              <TallyCells row={row} hasDetails={hasDetails} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{foot}</th>
            <TallyCells row={sumOf(rows)} hasDetails={hasDetails} />
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

interface TallyCellsProps {
  row: Row;
  hasDetails: boolean;
}

function TallyCells({ row, hasDetails }: TallyCellsProps) {
  const { added, removed, same, changed, codes = 0, fields = 0 } = row;
  return (
    <>
      <td className={added > 0 ? "change-added" : "faint"}>{signed("+", added)}</td>
      <td className={removed > 0 ? "change-removed" : "faint"}>{signed("−", removed)}</td>
      <td>{inNumber(same)}</td>
      <CountCell count={changed} />
      {hasDetails && <CountCell count={codes} />}
      {hasDetails && <CountCell count={fields} />}
    </>
  );
}

function CountCell({ count }: { count: number }) {
  return <td className={count > 0 ? undefined : "faint"}>{inNumber(count)}</td>;
}

function sumOf(rows: readonly Row[]): Row {
  const sum = (countOf: (row: Row) => number) =>
    rows.reduce((total, row) => total + countOf(row), 0);
  return {
    ...{ name: "", added: sum(({ added }) => added), removed: sum(({ removed }) => removed) },
    ...{ same: sum(({ same }) => same), changed: sum(({ changed }) => changed) },
    ...{ codes: sum(({ codes = 0 }) => codes), fields: sum(({ fields = 0 }) => fields) },
  };
}

const signed = (sign: string, count: number): string =>
  count === 0 ? inNumber(0) : sign + inNumber(count);
