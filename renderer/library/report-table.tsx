import { CircleAlert } from "lucide-react";
import { type MouseEvent, useState } from "react";
import {
  Cell,
  Collection,
  Column,
  Row,
  type Selection,
  Table,
  TableBody,
  TableHeader,
  TableLayout,
  TableLoadMoreItem,
  Virtualizer,
} from "react-aria-components";
import type { ReportRow } from "../../shared/contract.ts";
import { goTo } from "../shell/route.ts";
import { useApp } from "../state/app-store.ts";
import { ReportMenu } from "./report-menu.tsx";
import { StatusMark } from "./status-mark.tsx";
import type { ReportList } from "./use-reports.ts";
import "../look/collections.css";

interface ReportTableProps {
  list: ReportList;
  selection: Selection;
  onSelect: (selection: Selection) => void;
}

const layoutOptions = { rowHeight: 28, headingHeight: 28, padding: 0 };
const open = (report: string) => goTo({ screen: "annotate", report });

/** The reports as rows; only those in view are on the page. */
export function ReportTable({ list, selection, onSelect }: ReportTableProps) {
  const [menu, setMenu] = useState<{ row: ReportRow; x: number; y: number } | null>(null);
  const showMenu = (event: MouseEvent) => {
    const row = rowAt(event.target, list.rows);
    if (!row) return;
    event.preventDefault();
    if (selection !== "all" && !selection.has(row.id)) onSelect(new Set([row.id]));
    setMenu({ row, ...placeOf(event) });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the rows inside have the focus and the menu key
    <div className="report-table" onContextMenu={showMenu}>
      <Virtualizer layout={TableLayout} layoutOptions={layoutOptions}>
        <Table
          aria-label="Reports"
          selectionMode="multiple"
          selectionBehavior="replace"
          selectedKeys={selection}
          onSelectionChange={onSelect}
          onRowAction={(key) => open(String(key))}
        >
          <TableHeader>
            <Column isRowHeader minWidth={200} width="3fr">
              Title
            </Column>
            <Column minWidth={70} width="1fr">
              Case
            </Column>
            <Column width={80}>Status</Column>
            <Column width={72} className="react-aria-Column figure">
              Spans
            </Column>
            <Column minWidth={80} width="1fr">
              Others
            </Column>
            <Column width={84} className="react-aria-Column figure">
              Length
            </Column>
            <Column width={40}>
              <span className="visually-hidden">Warnings</span>
            </Column>
          </TableHeader>
          <TableBody>
            <Collection items={list.rows}>{(row) => <ReportLine row={row} />}</Collection>
            <TableLoadMoreItem onLoadMore={list.loadMore} isLoading={list.hasMore}>
              <span className="faint">Reading more…</span>
            </TableLoadMoreItem>
          </TableBody>
        </Table>
      </Virtualizer>
      <ReportMenu target={menu} selection={selection} list={list} onClose={() => setMenu(null)} />
    </div>
  );
}

function ReportLine({ row }: { row: ReportRow }) {
  const me = useApp((snapshot) => snapshot.app?.annotator ?? null);
  return (
    <Row id={row.id} textValue={row.title}>
      <Cell>
        <span title={row.source}>{row.title}</span>
      </Cell>
      <Cell className="react-aria-Cell soft">{row.case}</Cell>
      <Cell>
        <StatusMark status={row.status} />
      </Cell>
      <Cell className="react-aria-Cell numeric figure">
        {row.spans > 0 ? row.spans.toLocaleString() : ""}
      </Cell>
      <Cell className="react-aria-Cell soft">{othersOf(row, me)}</Cell>
      <Cell className="react-aria-Cell numeric figure faint">{inThousands(row.characters)}</Cell>
      <Cell>{row.warnings > 0 && <Warnings count={row.warnings} />}</Cell>
    </Row>
  );
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

function rowAt(target: EventTarget, rows: readonly ReportRow[]): ReportRow | undefined {
  const row = target instanceof Element ? target.closest("[role=row]") : null;
  const key = row?.getAttribute("data-key");
  return rows.find(({ id }) => id === key);
}

/** The menu key has no place of its own; the row's lower left corner stands for it. */
function placeOf(event: MouseEvent): { x: number; y: number } {
  if (event.clientX > 0 || event.clientY > 0) return { x: event.clientX, y: event.clientY };
  const box = event.target instanceof Element ? event.target.getBoundingClientRect() : null;
  return { x: (box?.left ?? 0) + 16, y: box?.bottom ?? 0 };
}
