import type { ReadingTime } from "../../shared/contract/reading.ts";
import type { ReportRow } from "../../shared/contract/reports.ts";
import type { GridColumn } from "../look/virtual-grid-line.tsx";
import { WarningMark } from "../look/warning-mark.tsx";
import { inNumber, t, toOneDecimal } from "../messages.ts";
import { durationOf, type Times } from "./reading-times.ts";
import { StatusMark } from "./status-mark.tsx";

/** What the library says of a report; `me` is whose spans have a column of their own. */
export function reportColumns(me: string | null, times: Times | null): GridColumn<ReportRow>[] {
  return [
    {
      title: t("Title"),
      least: 180,
      most: "3fr",
      cell: ({ title, source }) => <span title={source}>{title}</span>,
    },
    {
      title: t("Case"),
      least: 72,
      most: "1fr",
      cell: (row) => <span className="soft">{row.case}</span>,
    },
    { title: t("Status"), least: 100, cell: ({ status }) => <StatusMark status={status} /> },
    {
      title: t("Spans"),
      least: 80,
      isNumeric: true,
      cell: ({ spans, status }) => (spans > 0 ? inNumber(spans) : nothingIn(status)),
    },
    ...(times === null ? [] : timeColumns(times)),
    {
      title: t("Others"),
      least: 90,
      most: "1fr",
      cell: (row) => <Others layers={row.layers.filter(({ annotator }) => annotator !== me)} />,
    },
    {
      title: t("Length"),
      least: 80,
      isNumeric: true,
      cell: ({ characters }) => <span className="faint">{inThousands(characters)}</span>,
    },
    {
      title: t("Warnings"),
      least: 44,
      hideTitle: true,
      cell: ({ warnings }) => warnings > 0 && <Warnings count={warnings} />,
    },
  ];
}

/** A report that is done and has no spans was read, and there was nothing to mark. */
const nothingIn = (status: ReportRow["status"]) =>
  status === "done" || status === "locked" ? <span title={t("Nothing to mark")}>–</span> : "";

function timeColumns(times: Times): GridColumn<ReportRow>[] {
  return [
    {
      title: t("Read"),
      least: 60,
      isNumeric: true,
      cell: ({ id }) => <span className="soft">{percentOf(times.get(id))}</span>,
    },
    {
      title: t("Time"),
      least: 92,
      isNumeric: true,
      cell: ({ id }) => <span className="soft">{timeOf(times.get(id))}</span>,
    },
  ];
}

const percentOf = (time: ReadingTime | undefined) => (time ? `${time.percent} %` : "");
const timeOf = (time: ReadingTime | undefined) => (time ? durationOf(time.seconds) : "");

function Warnings({ count }: { count: number }) {
  const label = t(
    "{count, plural, one {One warning from its import} other {# warnings from its import}}",
    { count },
  );
  return <WarningMark label={label} />;
}

/** Who else has marked it; the current person's layer has columns of its own. */
function Others({ layers }: { layers: ReportRow["layers"] }) {
  const named = layers.map(({ annotator, spans }) => `${annotator} ${inNumber(spans)}`);
  return (
    <span className="soft" title={named.join(", ")}>
      {named.length > 1 ? t("{count, number} people", { count: named.length }) : named[0]}
    </span>
  );
}

function inThousands(characters: number): string {
  return characters < 1000
    ? `${characters}`
    : t("{thousands} k", { thousands: toOneDecimal(characters / 1000) });
}
