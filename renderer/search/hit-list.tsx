import { type RefObject, useMemo } from "react";
import type { SearchGroup, SearchHit } from "../../shared/contract/search.ts";
import { hullOf } from "../../shared/text/offsets.ts";
import { openReportAt } from "../annotate/open-at.ts";
import { type ListRow, VirtualList } from "../look/virtual-list.tsx";
import { t } from "../messages.ts";
import { HitRow, ReportRow } from "./hit-row.tsx";
import { isChosen, searchChosen, searchCurrent, searchFound, toggled } from "./search-state.ts";

/** A line of the list: a report, or a place in it. */
interface Row extends ListRow {
  group: SearchGroup;
  hit: SearchHit | null;
}

const hitHeight = 28;
const reportHeight = 34;

interface HitListProps {
  box: RefObject<HTMLDivElement | null>;
  loadMore: () => void;
}

/** What was found, report by report; it is read on as one comes near its end. */
export function HitList({ box, loadMore }: HitListProps) {
  const { groups, next } = searchFound.use();
  const chosen = searchChosen.use();
  const current = searchCurrent.use();
  const rows = useMemo(() => groups.flatMap(rowsOf), [groups]);
  const selected = useMemo(
    () => new Set(rows.filter(({ id, hit }) => hit && isChosen(chosen, id)).map(({ id }) => id)),
    [rows, chosen],
  );
  const readOn = (element: Element) => {
    const { scrollTop, clientHeight, scrollHeight } = element;
    if (next !== null && scrollTop + 3 * clientHeight > scrollHeight) loadMore();
  };
  return (
    <div
      ref={box}
      className="hit-list"
      onScrollCapture={({ target }) => target instanceof Element && readOn(target)}
    >
      <VirtualList
        label={t("Hits")}
        rows={rows}
        rowHeight={({ hit }) => (hit ? hitHeight : reportHeight)}
        current={current ?? firstOf(rows)}
        onMove={({ id }) => searchCurrent.set(id)}
        onOpen={openRow}
        selected={selected}
        onToggle={({ id, hit }) => hit && searchChosen.set(toggled(searchChosen.get(), id))}
      >
        {drawRow}
      </VirtualList>
    </div>
  );
}

const firstOf = (rows: readonly Row[]) => rows.find(({ isHeading }) => !isHeading)?.id ?? null;

function rowsOf(group: SearchGroup): Row[] {
  const { report, hits } = group;
  // A report without places in it is a line that can be gone to and opened itself.
  return [
    { id: `report ${report}`, group, hit: null, isHeading: hits.length > 0 },
    ...hits.map((hit) => ({ id: hit.id, group, hit })),
  ];
}

const drawRow = ({ group, hit }: Row) => (hit ? <HitRow hit={hit} /> : <ReportRow group={group} />);

/** The reader's own span becomes the chosen one; anything else is selected as a stretch of text. */
function openRow({ id, group, hit }: Row): void {
  searchCurrent.set(id);
  const place = hit && { ...hullOf(hit.ranges), span: hit.span?.id ?? "" };
  openReportAt(group.report, place);
}
