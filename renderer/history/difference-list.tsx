import { Minus, Pencil, Plus, Undo2 } from "lucide-react";
import { useMemo } from "react";
import type { Difference } from "../../shared/history/differences.ts";
import type { Id } from "../../shared/model/annotation.ts";
import { Button } from "../look/button.tsx";
import { type ListRow, VirtualList } from "../look/virtual-list.tsx";
import { inNumber, t } from "../messages.ts";

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
    return <p className="panel-empty soft">{t("Nothing is other than it was then.")}</p>;
  return (
    <>
      <VirtualList
        label={t("What is other now")}
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
          {t("Bring back")}
        </Button>
        <Button variant="quiet" isDisabled={lost.length === 0} onPress={() => onRestore(lost)}>
          {t("All {count}", { count: inNumber(lost.length) })}
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

function drawRow({ difference }: Row) {
  const { since, name, label } = difference;
  const Icon = icons[since];
  return (
    <>
      <Icon aria-hidden className={`history-${since}`} />
      <span className="history-step grow">
        <span className="truncate">{name || label || t("What is said of the report")}</span>
        <span className="small soft truncate">{changeInWords(difference)}</span>
      </span>
    </>
  );
}

function changeInWords({ what, since, label, parts }: Difference): string {
  const thing =
    label === ""
      ? t(
          "{what, select, spans {span} entities {entity} relations {relation} events {event} groups {group} other {report}}",
          { what },
        )
      : t(
          "{what, select, spans {{label} span} entities {{label} entity} relations {{label} relation} events {{label} event} groups {{label} group} other {{label} report}}",
          { what, label },
        );
  switch (since) {
    case "removed":
      return t("{thing}, removed since", { thing });
    case "added":
      return t("{thing}, added since", { thing });
    case "changed":
      return t("{thing}, changed since: {parts}", {
        thing,
        parts: parts.map((part) => partNames[part] ?? part).join(", "),
      });
    default:
      return since satisfies never;
  }
}

/** The parts of annotations, as differences name them. */
const partNames: Record<string, string> = {
  label: t("label"),
  place: t("place"),
  link: t("link"),
  attributes: t("attributes"),
  note: t("note"),
  unsure: t("unsure"),
  kind: t("kind"),
  name: t("name"),
  codes: t("codes"),
  fields: t("fields"),
  from: t("from"),
  to: t("to"),
  trigger: t("trigger"),
  arguments: t("arguments"),
  members: t("members"),
  labels: t("labels"),
};
