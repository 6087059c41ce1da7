import { Minus, Pencil, Plus, Undo2 } from "lucide-react";
import { useMemo } from "react";
import type { Difference } from "../../shared/history/differences.ts";
import type { Id } from "../../shared/model/annotation.ts";
import { type ListRow, VirtualList } from "../annotate/virtual-list.tsx";
import { Button } from "../look/button.tsx";

interface DifferenceListProps {
  differences: readonly Difference[];
  current: Id | null;
  onMove: (id: Id) => void;
  onRestore: (ids: readonly Id[]) => void;
}

interface Row extends ListRow {
  difference: Difference;
}

/** What is other now than it was; Enter brings one thing back. */
export function DifferenceList({ differences, current, onMove, onRestore }: DifferenceListProps) {
  const rows = useMemo(() => differences.map(rowOf), [differences]);
  const lost = differences.filter(({ since }) => since !== "added").map(({ id }) => id);
  const canRestore = current !== null && lost.includes(current);
  if (rows.length === 0)
    return <p className="panel-empty soft">Nothing is other than it was then.</p>;
  return (
    <>
      <VirtualList
        label="What is other now"
        rows={rows}
        rowHeight={44}
        current={current}
        onMove={({ id }) => onMove(id)}
        onOpen={({ id }) => onRestore([id])}
      >
        {drawRow}
      </VirtualList>
      <div className="history-actions row">
        <Button
          icon={Undo2}
          keys="Enter"
          isDisabled={!canRestore}
          onPress={() => current !== null && onRestore([current])}
        >
          Bring back
        </Button>
        <Button variant="quiet" isDisabled={lost.length === 0} onPress={() => onRestore(lost)}>
          All {lost.length.toLocaleString()}
        </Button>
      </div>
    </>
  );
}

/** What came since was not there then: it can be gone to, and there is nothing to bring back. */
const rowOf = (difference: Difference): Row => ({
  id: difference.id,
  difference,
  isDisabled: difference.since === "added",
});

const icons = { removed: Minus, changed: Pencil, added: Plus } as const;

const nouns: Record<Difference["what"], string> = {
  spans: "span",
  entities: "entity",
  relations: "relation",
  events: "event",
  groups: "group",
  report: "report",
};

function drawRow({ difference }: Row) {
  const { what, since, name, label, parts } = difference;
  const Icon = icons[since];
  const change = since === "changed" ? `changed since: ${parts.join(", ")}` : `${since} since`;
  return (
    <>
      <Icon aria-hidden className={`history-${since}`} />
      <span className="history-step grow">
        <span className="truncate">{name || label || "What is said of the report"}</span>
        <span className="small soft truncate">
          {[label, nouns[what]].filter(Boolean).join(" ")}, {change}
        </span>
      </span>
    </>
  );
}
