import { type ChosenKeys, type CommandId, commandFor, keyOf } from "../../shared/commands.ts";
import type { KeyPress } from "../../shared/keys.ts";
import { call } from "../api.ts";
import { platform } from "../look/platform.ts";
import { createValueStore } from "./value-store.ts";

const chosen = createValueStore<ChosenKeys>({});

/** Draws a component again when the keys change; the whole page hangs on one such call. */
export const useChosenKeys = chosen.use;
export const chosenKeys = chosen.get;

/** The key to show for a command as it is now, undefined where it has none. */
export const shownKey = (id: CommandId): string | undefined =>
  keyOf(id, platform, chosen.get()) || undefined;

/** The command that a key press asks for as the keys are now, among those given; null for none. */
export const commandPressed = <Id extends CommandId>(press: KeyPress, among: readonly Id[]) =>
  commandFor(press, platform, among, chosen.get());

export async function readKeys(): Promise<void> {
  chosen.set((await call("keys.read", {})).keys);
}

/** Keeps the person's choice and lives by it at once. @throws AppError when it cannot be kept. */
export async function changeKeys(keys: ChosenKeys): Promise<void> {
  const asked = Object.fromEntries(Object.entries(keys).map(([id, own]) => [id, [...own]]));
  chosen.set((await call("keys.change", { keys: asked })).keys);
}
