import { Scale } from "lucide-react";
import {
  Cell,
  Column,
  Row,
  Table,
  TableBody,
  TableHeader,
  TableLayout,
  Virtualizer,
} from "react-aria-components";
import type { ReportRow } from "../../shared/contract.ts";
import { useEveryReport } from "../library/every-report.ts";
import { StatusMark } from "../library/status-mark.tsx";
import { EmptyState } from "../look/empty-state.tsx";
import { goTo } from "../shell/route.ts";
import { ScreenHeader } from "../shell/screen-header.tsx";
import "../look/collections.css";
import "./review.css";

const none: readonly ReportRow[] = [];
const hasSeveral = ({ layers }: ReportRow) => layers.length > 1;
const addSeveral = (found: readonly ReportRow[], rows: readonly ReportRow[]) => [
  ...found,
  ...rows.filter(hasSeveral),
];

/** The reports that more than one person has marked, their counts side by side. */
export function ReviewScreen() {
  const { value: rows, seen, total, isDone } = useEveryReport(none, addSeveral);
  if (isDone && rows.length === 0) return <NobodyElse />;
  const looked = `looked through ${seen.toLocaleString()} of ${total.toLocaleString()}`;
  return (
    <>
      <ScreenHeader title="Review" detail={isDone ? rows.length.toLocaleString() : looked} />
      <p className="review-note soft">
        Reports with two or more layers. Opening one shows your own layer.
      </p>
      <LayersTable rows={rows} />
    </>
  );
}

const layoutOptions = { rowHeight: 28, headingHeight: 28, padding: 0 };

function LayersTable({ rows }: { rows: readonly ReportRow[] }) {
  const names = [...new Set(rows.flatMap(({ layers }) => layers.map((layer) => layer.annotator)))];
  const columns = [{ name: "Title" }, { name: "Case" }, ...names.sort().map((name) => ({ name }))];
  return (
    <div className="review-table">
      <Virtualizer layout={TableLayout} layoutOptions={layoutOptions}>
        <Table
          aria-label="Reports with several layers"
          selectionMode="single"
          selectionBehavior="replace"
          onRowAction={(key) => goTo({ screen: "annotate", report: String(key) })}
        >
          <TableHeader>
            {columns.map(({ name }, at) => (
              <Column key={name} id={`${at}`} isRowHeader={at === 0} {...widthOf(at)}>
                {name}
              </Column>
            ))}
          </TableHeader>
          <TableBody items={rows} dependencies={[names.join()]}>
            {(row) => (
              <Row id={row.id} textValue={row.title}>
                <Cell>{row.title}</Cell>
                <Cell className="react-aria-Cell soft">{row.case}</Cell>
                {names.map((name) => (
                  <Cell key={name}>
                    <LayerCount layer={row.layers.find((of) => of.annotator === name)} />
                  </Cell>
                ))}
              </Row>
            )}
          </TableBody>
        </Table>
      </Virtualizer>
    </div>
  );
}

function widthOf(at: number): { width: `${number}fr` | number; minWidth?: number } {
  if (at === 0) return { width: "3fr", minWidth: 200 };
  return at === 1 ? { width: "1fr", minWidth: 80 } : { width: 150 };
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

function NobodyElse() {
  return (
    <EmptyState icon={Scale} title="Nothing to compare yet">
      A report appears here as soon as two people have marked it. Let somebody else work in this
      project under their own name, or import their annotations.
    </EmptyState>
  );
}
