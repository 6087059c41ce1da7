import { CircleCheck } from "lucide-react";
import type { ReportProgress } from "../../../shared/contract/review.ts";
import type { GridColumn } from "../../look/virtual-grid-line.tsx";
import { inNumber, t } from "../../messages.ts";
import { type Person, personIn } from "../people.ts";
import { PersonDot } from "../person-dot.tsx";

type Row = ReportProgress & { id: string };

/** Title, who is compared, then what waits and what is decided, and whether it is finished. */
export function reportColumns(people: readonly Person[]): GridColumn<Row>[] {
  return [
    { title: t("Title"), least: 200, most: "4fr", cell: ({ title }) => title },
    {
      title: t("Annotators"),
      least: 120,
      most: "1fr",
      cell: ({ annotators }) => (
        <span className="row">
          {annotators.map((name) => (
            <PersonDot key={name} person={personIn(people, name)} />
          ))}
        </span>
      ),
    },
    figure(t("Open"), ({ open, stale }) => open + stale),
    figure(t("Later"), ({ later }) => later),
    figure(t("Decided"), ({ decided }) => decided),
    figure(t("To accept"), ({ agreed }) => agreed),
    { title: t("State"), least: 150, most: "1fr", cell: (row) => <State row={row} /> },
  ];
}

const figure = (title: string, count: (row: Row) => number): GridColumn<Row> => ({
  title,
  least: 84,
  isNumeric: true,
  cell: (row) => <Count count={count(row)} />,
});

function Count({ count }: { count: number }) {
  return count === 0 ? <span className="faint">–</span> : inNumber(count);
}

const reasons = {
  "no-layers": t("nobody is done"),
  "one-annotator": t("one annotator only"),
  "nothing-marked": t("nothing is marked"),
  "all-agreed": t("no differences"),
};

function State({ row }: { row: Row }) {
  if (row.isFinished)
    return (
      <span className="row review-ready">
        <CircleCheck aria-hidden />
        {t("finished")}
      </span>
    );
  return <span className="soft">{row.nothing ? reasons[row.nothing] : t("under review")}</span>;
}
