import { useLayoutEffect, useRef } from "react";
import { type CommandId, commandIds, isMotion } from "../../shared/commands.ts";
import { door } from "../api.ts";
import { commandPressed } from "../state/command-keys.ts";

export type CommandHandlers = Partial<Record<CommandId, () => void>>;

/** Newest last: a screen's handlers win over the shell's. */
const registered: { current: CommandHandlers }[] = [];

function handlerOf(id: CommandId): (() => void) | undefined {
  return registered.findLast(({ current }) => current[id])?.current[id];
}

/** Whether anything on the page can carry out the command now. */
export const canRun = (id: CommandId): boolean => handlerOf(id) !== undefined;

/** Carries out a command if anything on the page can; answers whether it did. */
export function runCommand(id: CommandId): boolean {
  const handler = handlerOf(id);
  handler?.();
  return handler !== undefined;
}

/** These commands can be carried out, by their keys and from the menu, while the component is there. */
export function useCommands(handlers: CommandHandlers, rank: "screen" | "shell" = "screen"): void {
  const latest = useRef(handlers);
  latest.current = handlers;
  // Before anything is painted: a key that is pressed as soon as the screen is seen must not be lost.
  useLayoutEffect(() => {
    // React mounts a screen before the shell around it, so the order alone does not say who wins.
    if (rank === "shell") registered.unshift(latest);
    else registered.push(latest);
    return () => {
      registered.splice(registered.indexOf(latest), 1);
    };
  }, [rank]);
}

/** Listens to the keyboard and to the host's menu; called once. */
export function listenForCommands(): void {
  addEventListener("keydown", onKeyDown);
  door.onMenu((name) => {
    const id = commandIds.find((known) => known === name);
    if (!id) return;
    // The menu's key reaches us here even while somebody types in a field, whose undo is its own.
    if (isUndo(id) && isTypedField(document.activeElement)) document.execCommand(id);
    else runCommand(id);
  });
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const possible = commandIds.filter((id) => handlerOf(id) && !belongsToField(event, id));
  const id = commandPressed(event, possible);
  if (id && runCommand(id)) event.preventDefault();
}

/** A field undoes its own typing, and plain keys are for typing; the report's text is no field. */
function belongsToField(event: KeyboardEvent, id: CommandId): boolean {
  // The text moves its own caret, as every field does.
  if (isMotion(id)) return true;
  const target = event.target;
  if (pressesButton(event)) return true;
  if (!isTypedField(target)) return isInOverlay(target) && id !== "help.keys";
  const hasModifier = event.ctrlKey || event.metaKey || event.altKey;
  return isUndo(id) || !hasModifier;
}

/** Enter and Space press the button that has the focus, whatever else they do. */
function pressesButton({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey) return false;
  return target instanceof HTMLButtonElement && (key === "Enter" || key === " ");
}

function isUndo(id: CommandId): boolean {
  return id === "undo" || id === "redo";
}

function isTypedField(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true;
  const unTyped = ["checkbox", "radio", "button", "range"];
  return target instanceof HTMLInputElement && !target.readOnly && !unTyped.includes(target.type);
}

/** What stands in a dialog or a menu has the keyboard to itself. */
function isInOverlay(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("[role=dialog], [role=menu]") !== null;
}
