// biome-ignore-all lint/a11y/useSemanticElements: see entity-table.tsx
// biome-ignore-all lint/a11y/useFocusableInteractive: see entity-table.tsx
import { ArrowDown, ArrowUp } from "lucide-react";
import type { Column, Sorting } from "./columns.ts";

interface TableHeadProps {
  id: string;
  columns: readonly Column[];
  /** The tracks of a CSS grid. */
  template: string;
  sorting: Sorting;
  /** The column in which the keyboard is; -1 while it is below. */
  current: number;
  onSort: (column: string) => void;
}

/** The titles; a click, or Enter on one, sorts. */
export function TableHead({ id, columns, template, sorting, current, onSort }: TableHeadProps) {
  return (
    <div role="rowgroup" className="grid-head">
      <div role="row" aria-rowindex={1} style={{ gridTemplateColumns: template }}>
        {columns.map((column, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the grid hears the keys
          <div
            key={column.id}
            id={`${id}--1-${at}`}
            role="columnheader"
            className={classOf(column, at === current)}
            aria-sort={sortOf(column, sorting)}
            onClick={() => onSort(column.id)}
          >
            {column.title}
            <SortMark column={column} sorting={sorting} />
          </div>
        ))}
      </div>
    </div>
  );
}

const classOf = (column: Column, isCurrent: boolean) =>
  ["entity-head", isCurrent && "current", isFigure(column) && "figure"].filter(Boolean).join(" ");

/** Figures stand at the right of their column. */
export const isFigure = (column: Column): boolean =>
  column.is === "marks" || (column.is === "field" && column.definition.type === "number");

function sortOf({ id }: Column, { by, isDescending }: Sorting) {
  if (by !== id) return "none";
  return isDescending ? "descending" : "ascending";
}

function SortMark({ column, sorting }: { column: Column; sorting: Sorting }) {
  if (sorting.by !== column.id) return null;
  return sorting.isDescending ? <ArrowDown aria-hidden /> : <ArrowUp aria-hidden />;
}
