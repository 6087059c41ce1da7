import type { ReportRow } from "../../shared/contract.ts";
import { StatusMark } from "../library/status-mark.tsx";
import type { GridColumn } from "../look/virtual-grid-line.tsx";

/** Title and case, then a column for everybody who has a layer in one of the reports. */
export function reviewColumns(rows: readonly ReportRow[]): GridColumn<ReportRow>[] {
  const names = new Set(rows.flatMap(({ layers }) => layers.map(({ annotator }) => annotator)));
  return [
    { title: "Title", least: 180, most: "3fr", cell: ({ title }) => title },
    {
      title: "Case",
      least: 72,
      most: "1fr",
      cell: (row) => <span className="soft">{row.case}</span>,
    },
    ...[...names].sort().map((name) => ({
      title: name,
      least: 104,
      most: "144px",
      cell: ({ layers }: ReportRow) => (
        <LayerCount layer={layers.find(({ annotator }) => annotator === name)} />
      ),
    })),
  ];
}

function LayerCount({ layer }: { layer: ReportRow["layers"][number] | undefined }) {
  if (!layer) return null;
  return (
    <span className="layer-count numeric">
      <span>{layer.spans.toLocaleString()}</span>
      <StatusMark status={layer.status} />
    </span>
  );
}
