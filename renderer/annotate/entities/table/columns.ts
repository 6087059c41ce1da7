import type { Entity, Id, Span } from "../../../../shared/model/annotation.ts";
import type { AttributeValue } from "../../../../shared/model/attributes.ts";
import type { AttributeDefinition, KindDefinition } from "../../../../shared/model/scheme.ts";
import { pageLanguage, t } from "../../../messages.ts";
import { startOf } from "../../../state/report-index.ts";

/** A column of the table of one kind: its name, one of its fields, or what cannot be written in there. */
export type Column = { id: string; title: string } & (
  | { is: "name" | "codes" | "marks" }
  | { is: "field"; definition: AttributeDefinition }
);

/** One entity with what the table shows beside its own values. */
export interface TableRow {
  id: Id;
  entity: Entity;
  /** How many spans speak of it. */
  marks: number;
  /** Where the first of them stands; after all others where there is none. */
  place: number;
}

/** Name, the kind's fields as the scheme has them, codes where it has any, marks. */
export function columnsOf(kind: KindDefinition): Column[] {
  return [
    { id: "name", title: kind.name, is: "name" },
    ...kind.fields.map((definition) => ({
      id: `field ${definition.name}`,
      title: definition.unit === "" ? definition.name : `${definition.name} (${definition.unit})`,
      is: "field" as const,
      definition,
    })),
    ...(kind.codes.length > 0 ? [{ id: "codes", title: t("codes"), is: "codes" as const }] : []),
    { id: "marks", title: t("marks"), is: "marks" },
  ];
}

export interface Sorting {
  /** The id of a column; null: as they come in the text. */
  by: string | null;
  isDescending: boolean;
}

/** The entities of a kind as the table shows them. */
export function rowsOf(
  kind: string,
  entities: ReadonlyMap<Id, Entity>,
  entitySpans: ReadonlyMap<Id, readonly Span[]>,
): TableRow[] {
  return Array.from(entities.values())
    .filter((entity) => entity.kind === kind)
    .map((entity) => {
      const spans = entitySpans.get(entity.id);
      const first = spans?.[0];
      const place = first ? startOf(first) : Number.MAX_SAFE_INTEGER;
      return { id: entity.id, entity, marks: spans?.length ?? 0, place };
    })
    .sort((a, b) => a.place - b.place);
}

const collator = new Intl.Collator(pageLanguage, { numeric: true, sensitivity: "base" });

/** The rows, given in the order of the text, in the order that is asked for; what is not said comes last. */
export function sorted(
  rows: readonly TableRow[],
  columns: readonly Column[],
  { by, isDescending }: Sorting,
): readonly TableRow[] {
  const column = columns.find(({ id }) => id === by);
  if (!column) return rows;
  const order = column.is === "field" ? orderOf(column.definition) : collator.compare;
  const direction = isDescending ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [one, other] = [cellText(a, column), cellText(b, column)];
    if (one === "" || other === "") return Number(one === "") - Number(other === "");
    return direction * order(one, other);
  });
}

/** Choices stand in the scheme's order, "positive" before "negative". */
function orderOf({ choices, type }: AttributeDefinition): (a: string, b: string) => number {
  if (type !== "choice") return collator.compare;
  return (a, b) => choices.indexOf(a) - choices.indexOf(b) || collator.compare(a, b);
}

/** What a cell says, as it is copied and sorted. */
export function cellText({ entity, marks }: TableRow, column: Column): string {
  switch (column.is) {
    case "name":
      return entity.name;
    case "codes":
      return entity.codes.map(({ code, display }) => `${code} ${display}`.trim()).join("; ");
    case "marks":
      return String(marks);
    case "field":
      return valueAsText(entity.fields[column.definition.name]);
    default:
      return column satisfies never;
  }
}

function valueAsText(value: AttributeValue | undefined): string {
  if (value === undefined) return "";
  if (value === true) return t("yes");
  return Array.isArray(value) ? value.join(", ") : String(value);
}

/** The table as spreadsheets take it: a line of titles, tabs between the cells. */
export function asTabs(columns: readonly Column[], rows: readonly TableRow[]): string {
  const plain = (text: string) => text.replace(/[\t\r\n]+/g, " ");
  const lines = rows.map((row) => columns.map((column) => plain(cellText(row, column))));
  return [columns.map(({ title }) => plain(title)), ...lines]
    .map((cells) => cells.join("\t"))
    .join("\n");
}

/** What a person wrote into a cell: a value, null for nothing, or undefined where it is not to be understood. */
export function readValue(
  { type, choices }: AttributeDefinition,
  written: string,
): AttributeValue | null | undefined {
  const text = written.trim();
  if (text === "") return null;
  switch (type) {
    case "text":
      return text;
    case "number": {
      const number = Number(text.replace(",", ".").replace(/\s*%$/, ""));
      return Number.isFinite(number) ? number : undefined;
    }
    case "choice":
      return choices.find((choice) => choice.toLowerCase() === text.toLowerCase());
    case "choices":
      return text
        .split(",")
        .map((part) => part.trim())
        .filter(Boolean);
    case "flag":
      return true;
    default:
      return type satisfies never;
  }
}

/** The choice that a typed letter means: the next that begins with it after the one that is chosen. */
export function choiceFor(
  choices: readonly string[],
  chosen: string,
  letter: string,
): string | null {
  const signs: Record<string, string> = { "+": "positive", "-": "negative", "=": "equivocal" };
  const meant = signs[letter];
  if (meant !== undefined) return choices.includes(meant) ? meant : null;
  const from = choices.indexOf(chosen) + 1;
  const inTurn = [...choices.slice(from), ...choices.slice(0, from)];
  return inTurn.find((choice) => choice.toLowerCase().startsWith(letter.toLowerCase())) ?? null;
}
