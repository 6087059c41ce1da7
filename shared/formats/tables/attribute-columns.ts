import type { Attributes, AttributeValue } from "../../model/attributes.ts";
import type { AttributeDefinition } from "../../model/scheme.ts";
import type { ColumnNames } from "./column-names.ts";
import { type Cell, type Column, type ColumnType, jsonCell } from "./table.ts";

/** Columns for the attributes of a scheme, and one behind them for all that does not fit there. */
export interface AttributeColumns {
  columns: Column[];
  /** The cells of something with this label or of this kind; the last is JSON of the rest. */
  cells(owner: string, attributes: Attributes): Cell[];
}

/** An attribute, and the labels or kinds that may have it; null where all may. */
export interface OwnedDefinition {
  definition: AttributeDefinition;
  owners: readonly string[] | null;
}

interface AttributeColumn {
  attribute: string;
  type: AttributeDefinition["type"];
  column: Column;
  owners: Set<string> | null;
}

/** Definitions of one name and type share a column; those of another type have one of their own. */
export function attributeColumns(
  definitions: readonly OwnedDefinition[],
  names: ColumnNames,
  { prefix, rest }: { prefix: string; rest: string },
): AttributeColumns {
  const found = new Map<string, AttributeColumn>();
  for (const { definition, owners } of definitions) {
    const { name, type } = definition;
    const key = JSON.stringify([name, type]);
    const known = found.get(key);
    if (known === undefined) {
      const column = { name: names.nameFor(name, prefix), type: columnTypes[type] };
      found.set(key, { attribute: name, type, column, owners: owners && new Set(owners) });
    } else if (owners === null) known.owners = null;
    else for (const owner of owners) known.owners?.add(owner);
  }
  const all = [...found.values()];
  return {
    columns: [...all.map(({ column }) => column), { name: rest, type: "text" }],
    cells: (owner, attributes) => cellsOf(all, owner, attributes),
  };
}

const columnTypes: Record<AttributeDefinition["type"], ColumnType> = {
  flag: "boolean",
  number: "number",
  choice: "text",
  text: "text",
  choices: "text",
};

function cellsOf(all: readonly AttributeColumn[], owner: string, attributes: Attributes): Cell[] {
  const rest = { ...attributes };
  const cells = all.map(({ attribute, type, owners }): Cell => {
    const isMeant = owners === null || owners.has(owner);
    const value = Object.hasOwn(rest, attribute) ? rest[attribute] : undefined;
    // A flag that is not set says no, where it could have been set.
    if (value === undefined) return type === "flag" && isMeant ? false : null;
    const cell = cellOf(type, value);
    if (cell !== null) delete rest[attribute];
    return cell;
  });
  return [...cells, jsonCell(rest)];
}

/** Several values are a JSON list; null where the value is of another type than it should be. */
function cellOf(type: AttributeDefinition["type"], value: AttributeValue): Cell {
  switch (type) {
    case "flag":
      return value === true ? true : null;
    case "number":
      return typeof value === "number" ? value : null;
    case "choices":
      return Array.isArray(value) ? JSON.stringify(value) : null;
    case "choice":
    case "text":
      return typeof value === "string" ? value : null;
    default:
      return type satisfies never;
  }
}
