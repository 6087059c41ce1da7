import { ChevronRight } from "lucide-react";
import type { EntityRow } from "./entity-rows.ts";

interface EntityRowViewProps {
  row: EntityRow;
  isSelected: boolean;
  onToggle: () => void;
  onOpen: () => void;
}

/** One line, as in the table of an immunohistochemistry report: name, what is known of it, how often. */
export function EntityRowView({ row, isSelected, onToggle, onOpen }: EntityRowViewProps) {
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
      <input
        type="checkbox"
        tabIndex={-1}
        aria-label={`Choose ${entity.name}`}
        checked={isSelected}
        onChange={onToggle}
        onClick={(event) => event.stopPropagation()}
      />
      <span className="entity-name truncate">{entity.name}</span>
      <span className="entity-line truncate soft">{line}</span>
      <span className="faint small numeric">{count === 1 ? "" : `×${count}`}</span>
      <button
        type="button"
        className="row-open"
        tabIndex={-1}
        aria-label={`Open ${entity.name}`}
        onClick={(event) => {
          event.stopPropagation();
          onOpen();
        }}
      >
        <ChevronRight aria-hidden />
      </button>
    </>
  );
}
