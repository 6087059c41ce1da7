import { t } from "../../../messages.ts";
import type { Session } from "../../session.ts";
import { type Column, cellText, choiceFor, readValue, type TableRow } from "./columns.ts";
import type { TableAction } from "./table-keys.ts";

/** A letter chooses where there are choices and begins to write where there are none. */
export function changeCell(
  session: Session,
  row: TableRow,
  column: Column,
  action: TableAction,
  write: (draft: string) => void,
): void {
  if (column.is === "codes" || column.is === "marks") return;
  const definition = column.is === "field" ? column.definition : null;
  if (action.do === "clear") {
    if (definition) session.actions.setField(row.id, definition.name, null);
  } else if (definition?.type === "flag") toggleFlag(session, row, definition.name);
  else if (action.do === "edit") write(cellText(row, column));
  else if (action.do === "type") type(session, row, column, action.character, write);
}

function type(
  { actions, say }: Session,
  row: TableRow,
  column: Column,
  character: string,
  write: (draft: string) => void,
): void {
  if (column.is !== "field" || column.definition.type !== "choice") {
    if (character !== " ") write(character);
    return;
  }
  const { name, choices } = column.definition;
  const choice = choiceFor(choices, cellText(row, column), character);
  if (choice !== null) actions.setField(row.id, name, choice);
  else say(t("No choice of {name} begins with {character}.", { name, character }));
}

function toggleFlag({ actions }: Session, { id, entity }: TableRow, name: string): void {
  actions.setField(id, name, entity.fields[name] === undefined ? true : null);
}

/** Keeps what was written into a cell; what is no value of its field is said and not kept. */
export function writeCell(
  { actions, say }: Session,
  row: TableRow,
  column: Column,
  text: string,
): void {
  if (text.trim() === cellText(row, column)) return;
  if (column.is === "name" && text.trim() !== "")
    actions.updateEntity(row.id, { name: text.trim() });
  if (column.is !== "field") return;
  const value = readValue(column.definition, text);
  if (value === undefined) say(t("{column} cannot be “{text}”.", { column: column.title, text }));
  else actions.setField(row.id, column.definition.name, value);
}

/** Shows the first place where the text speaks of the entity. */
export function goToEntity(
  { store, goTo, focusText, say }: Session,
  { id, entity }: TableRow,
): void {
  const first = store.state().entitySpans.get(id)?.[0];
  if (!first) {
    say(t("Nothing in the text speaks of {name}.", { name: entity.name }));
    return;
  }
  goTo(first.id);
  focusText();
}
