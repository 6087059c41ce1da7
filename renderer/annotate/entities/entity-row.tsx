import { CircleHelp, NotebookPen } from "lucide-react";
import { RowCheck } from "../../look/row-check.tsx";
import { t } from "../../messages.ts";
import type { EntityRow } from "./entity-rows.ts";

interface EntityRowViewProps {
  row: EntityRow;
  onToggle: () => void;
}

/** One line, as in the table of an immunohistochemistry report: name, what is known of it, how often. */
export function EntityRowView({ row, onToggle }: EntityRowViewProps) {
  const { entity, kind, line, count } = row;
  if (!entity)
    return (
      <>
        <span className="grow">{kind}</span>
        <span className="numeric">{count}</span>
      </>
    );
  return (
    <>
      <RowCheck onToggle={onToggle} />
      <span className="entity-name truncate">
        {entity.name}{" "}
        {entity.unsure && <CircleHelp className="span-flag" role="img" aria-label={t("Unsure")} />}
        {entity.note && <NotebookPen className="span-noted" role="img" aria-label={entity.note} />}
      </span>
      <span className="entity-line truncate soft">{line}</span>
      <span className="faint small numeric">{count === 1 ? "" : `×${count}`}</span>
    </>
  );
}
