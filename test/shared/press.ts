import type { KeyPress } from "../../shared/keys.ts";

/** A key pressed alone, or with what `more` says. */
export const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: "",
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});
