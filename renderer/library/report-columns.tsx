import { CircleAlert } from "lucide-react";
import type { ReportRow } from "../../shared/contract.ts";
import type { GridColumn } from "../look/virtual-grid-line.tsx";
import { StatusMark } from "./status-mark.tsx";

/** What the library says of a report; `me` is whose spans have a column of their own. */
export function reportColumns(me: string | null): GridColumn<ReportRow>[] {
  return [
    {
      title: "Title",
      width: "minmax(180px, 3fr)",
      cell: ({ title, source }) => <span title={source}>{title}</span>,
    },
    {
      title: "Case",
      width: "minmax(72px, 1fr)",
      cell: (row) => <span className="soft">{row.case}</span>,
    },
    { title: "Status", width: "84px", cell: ({ status }) => <StatusMark status={status} /> },
    {
      title: "Spans",
      width: "68px",
      isNumeric: true,
      cell: ({ spans }) => (spans > 0 ? spans.toLocaleString() : ""),
    },
    {
      title: "Others",
      width: "minmax(90px, 1fr)",
      cell: (row) => <span className="soft">{othersOf(row, me)}</span>,
    },
    {
      title: "Length",
      width: "76px",
      isNumeric: true,
      cell: ({ characters }) => <span className="faint">{inThousands(characters)}</span>,
    },
    {
      title: "Warnings",
      width: "44px",
      hideTitle: true,
      cell: ({ warnings }) => warnings > 0 && <Warnings count={warnings} />,
    },
  ];
}

function Warnings({ count }: { count: number }) {
  const text = count === 1 ? "One warning from its import" : `${count} warnings from its import`;
  return (
    <span className="warnings" title={text}>
      <CircleAlert aria-label={text} />
    </span>
  );
}

/** Who else has marked it; the current person's layer has columns of its own. */
function othersOf({ layers }: ReportRow, me: string | null): string {
  return layers
    .filter(({ annotator }) => annotator !== me)
    .map(({ annotator, spans }) => `${annotator} ${spans.toLocaleString()}`)
    .join(", ");
}

function inThousands(characters: number): string {
  return characters < 1000 ? `${characters}` : `${(characters / 1000).toFixed(1)} k`;
}
