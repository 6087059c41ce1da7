import { Database, FileDown } from "lucide-react";
import { keyOf } from "../../shared/commands.ts";
import { openDialog } from "../dialogs/open-dialog.ts";
import { useEveryReport } from "../library/every-report.ts";
import { Button } from "../look/button.tsx";
import { EmptyState } from "../look/empty-state.tsx";
import { platform } from "../look/platform.ts";
import { ScreenHeader } from "../shell/screen-header.tsx";
import { addHoldings, type Holdings, type LayerTotals, noHoldings } from "./holdings.ts";
import "./datasets.css";

/** What the project holds, and the way out of it. */
export function DatasetsScreen() {
  const { value, seen, total, isDone } = useEveryReport(noHoldings, addHoldings);
  if (isDone && total === 0) return <NothingToExport />;
  return (
    <>
      <ScreenHeader
        title="Datasets"
        detail={
          isDone ? undefined : `counting, ${seen.toLocaleString()} of ${total.toLocaleString()}`
        }
      >
        <Button
          variant="primary"
          icon={FileDown}
          keys={keyOf("export", platform)}
          onPress={() => openDialog({ kind: "export", reports: null })}
        >
          Export…
        </Button>
      </ScreenHeader>
      <div className="datasets">
        <Figures holdings={value} />
        <LayerTable layers={[...value.layers.values()]} />
      </div>
    </>
  );
}

function Figures({ holdings }: { holdings: Holdings }) {
  const { reports, characters, layers, cases } = holdings;
  const spans = [...layers.values()].reduce((sum, layer) => sum + layer.spans, 0);
  const figures: [string, number][] = [
    ["Reports", reports],
    ["Cases", cases.size],
    ["Characters", characters],
    ["Annotators", layers.size],
    ["Spans", spans],
  ];
  return (
    <dl className="figures">
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="numeric">{value.toLocaleString()}</dd>
        </div>
      ))}
    </dl>
  );
}

function LayerTable({ layers }: { layers: LayerTotals[] }) {
  if (layers.length === 0)
    return (
      <p className="soft">Nobody has marked anything yet; exported now, there is only text.</p>
    );
  return (
    <table className="plain-table numeric">
      <caption className="visually-hidden">What each annotator has done</caption>
      <thead>
        <tr>
          <th scope="col">Annotator</th>
          <th scope="col">Reports with spans</th>
          <th scope="col">Done</th>
          <th scope="col">Spans</th>
          <th scope="col">Spans per report</th>
        </tr>
      </thead>
      <tbody>
        {layers.map(({ annotator, reports, done, spans }) => (
          <tr key={annotator}>
            <th scope="row">{annotator}</th>
            <td>{reports.toLocaleString()}</td>
            <td>{done.toLocaleString()}</td>
            <td>{spans.toLocaleString()}</td>
            <td>{(spans / reports).toFixed(1)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function NothingToExport() {
  return (
    <EmptyState icon={Database} title="Nothing to export yet">
      A dataset is made of reports and the work on them. Import reports first.
    </EmptyState>
  );
}
