import type { ReadingTime } from "../../shared/contract/reading.ts";
import type { ReportRow } from "../../shared/contract/reports.ts";
import type { GridColumn } from "../look/virtual-grid-line.tsx";
import { WarningMark } from "../look/warning-mark.tsx";
import { durationOf, type Times } from "./reading-times.ts";
import { StatusMark } from "./status-mark.tsx";

/** What the library says of a report; `me` is whose spans have a column of their own. */
export function reportColumns(me: string | null, times: Times | null): GridColumn<ReportRow>[] {
  return [
    {
      title: "Title",
      least: 180,
      most: "3fr",
      cell: ({ title, source }) => <span title={source}>{title}</span>,
    },
    {
      title: "Case",
      least: 72,
      most: "1fr",
      cell: (row) => <span className="soft">{row.case}</span>,
    },
    { title: "Status", least: 84, cell: ({ status }) => <StatusMark status={status} /> },
    {
      title: "Spans",
      least: 68,
      isNumeric: true,
      cell: ({ spans, status }) => (spans > 0 ? spans.toLocaleString() : nothingIn(status)),
    },
    ...(times === null ? [] : timeColumns(times)),
    {
      title: "Others",
      least: 90,
      most: "1fr",
      cell: (row) => <Others layers={row.layers.filter(({ annotator }) => annotator !== me)} />,
    },
    {
      title: "Length",
      least: 76,
      isNumeric: true,
      cell: ({ characters }) => <span className="faint">{inThousands(characters)}</span>,
    },
    {
      title: "Warnings",
      least: 44,
      hideTitle: true,
      cell: ({ warnings }) => warnings > 0 && <Warnings count={warnings} />,
    },
  ];
}

/** A report that is done and has no spans was read, and there was nothing to mark. */
const nothingIn = (status: ReportRow["status"]) =>
  status === "done" || status === "locked" ? <span title="Nothing to mark">–</span> : "";

function timeColumns(times: Times): GridColumn<ReportRow>[] {
  return [
    {
      title: "Read",
      least: 60,
      isNumeric: true,
      cell: ({ id }) => <span className="soft">{percentOf(times.get(id))}</span>,
    },
    {
      title: "Time",
      least: 92,
      isNumeric: true,
      cell: ({ id }) => <span className="soft">{timeOf(times.get(id))}</span>,
    },
  ];
}

const percentOf = (time: ReadingTime | undefined) => (time ? `${time.percent} %` : "");
const timeOf = (time: ReadingTime | undefined) => (time ? durationOf(time.seconds) : "");

function Warnings({ count }: { count: number }) {
  const text = count === 1 ? "One warning from its import" : `${count} warnings from its import`;
  return <WarningMark label={text} />;
}

/** Who else has marked it; the current person's layer has columns of its own. */
function Others({ layers }: { layers: ReportRow["layers"] }) {
  const named = layers.map(({ annotator, spans }) => `${annotator} ${spans.toLocaleString()}`);
  return (
    <span className="soft" title={named.join(", ")}>
      {named.length > 1 ? `${named.length} people` : named[0]}
    </span>
  );
}

function inThousands(characters: number): string {
  return characters < 1000 ? `${characters}` : `${(characters / 1000).toFixed(1)} k`;
}
