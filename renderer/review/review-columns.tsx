import type { ReportRow } from "../../shared/contract/reports.ts";
import { StatusMark } from "../library/status-mark.tsx";
import type { GridColumn } from "../look/virtual-grid-line.tsx";
import { inNumber, t } from "../messages.ts";

/** Title and case, how many are done, then everybody's spans in columns of their own. */
export function reviewColumns(annotators: readonly string[]): GridColumn<ReportRow>[] {
  return [
    { title: t("Title"), least: 180, most: "3fr", cell: ({ title }) => title },
    {
      title: t("Case"),
      least: 72,
      most: "1fr",
      cell: (row) => <span className="soft">{row.case}</span>,
    },
    {
      title: t("Done"),
      least: 84,
      isNumeric: true,
      cell: ({ layers }) => <DoneOf layers={layers} />,
    },
    ...annotators.map((name) => ({
      title: name,
      least: 136,
      isNumeric: true,
      cell: ({ layers }: ReportRow) => (
        <LayerCount layer={layers.find(({ annotator }) => annotator === name)} />
      ),
    })),
  ];
}

/** Who is done can be compared; work that is still open would only seem to differ. */
function DoneOf({ layers }: { layers: ReportRow["layers"] }) {
  const done = layers.filter(({ status }) => status !== "open").length;
  const isReady = done === layers.length;
  return (
    <span className={isReady ? "review-ready" : "soft"}>
      {t("{count, number} of {total, number}", { count: done, total: layers.length })}
    </span>
  );
}

function LayerCount({ layer }: { layer: ReportRow["layers"][number] | undefined }) {
  if (!layer) return <span className="faint">–</span>;
  return (
    <span className="layer-count">
      <StatusMark status={layer.status} hideName />
      {inNumber(layer.spans)}
    </span>
  );
}
