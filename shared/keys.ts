/** Keys are written as "Mod+Shift+Z", "Alt+ArrowDown", "Escape", "[": modifiers, then one key. `Mod` is Cmd on a Mac, else Ctrl. */
export type Platform = "mac" | "other";

/** What a key press says of itself; a KeyboardEvent is one. */
export interface KeyPress {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

interface Combination {
  mod: boolean;
  alt: boolean;
  shift: boolean;
  key: string;
}

/** Whether this press is that combination, on a keyboard of any layout. */
export function matchesKey(press: KeyPress, combination: string, platform: Platform): boolean {
  const wanted = parse(combination);
  if (!wanted.mod && !wanted.alt && isSymbol(wanted.key))
    return press.key === wanted.key && isUnmodified(press, platform);
  const [mod, other] =
    platform === "mac" ? [press.metaKey, press.ctrlKey] : [press.ctrlKey, press.metaKey];
  return (
    mod === wanted.mod &&
    !other &&
    press.altKey === wanted.alt &&
    press.shiftKey === wanted.shift &&
    isKey(press, wanted.key)
  );
}

/** The one character a press would type; null for chords and for named keys such as Enter. */
export function plainKey(press: KeyPress, platform: Platform): string | null {
  return press.key.length === 1 && isUnmodified(press, platform) ? press.key : null;
}

const modifierKeys = ["Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock", "Dead", "Process"];

/** What was pressed, as a combination that `matchesKey` knows again; null while only modifiers are down. */
export function combinationOf(press: KeyPress, platform: Platform): string | null {
  if (modifierKeys.includes(press.key)) return null;
  const typed = plainKey(press, platform);
  if (typed !== null && typed !== " " && isSymbol(typed)) return typed;
  const [mod, other] =
    platform === "mac" ? [press.metaKey, press.ctrlKey] : [press.ctrlKey, press.metaKey];
  if (other) return null;
  const modifiers = [mod && "Mod", press.altKey && "Alt", press.shiftKey && "Shift"];
  const chord = modifiers.filter(Boolean);
  const name = nameOfKey(press);
  // A letter alone is written small, for a large one is typed with Shift.
  return chord.length === 0 && name.length === 1 ? name.toLowerCase() : [...chord, name].join("+");
}

/** The combination as Electron's menus write it; null for plain keys, which belong to the text and not to a menu. */
export function acceleratorOf(combination: string): string | null {
  const { mod, alt, shift, key } = parse(combination);
  if (!mod && !alt && !/^F\d+$/.test(key)) return null;
  const modifiers = [mod && "CommandOrControl", alt && "Alt", shift && "Shift"];
  return [...modifiers.filter(Boolean), key.replace("Arrow", "")].join("+");
}

function parse(combination: string): Combination {
  const parts = combination.split("+");
  const key = parts.pop() || "+";
  return {
    mod: parts.includes("Mod"),
    alt: parts.includes("Alt"),
    shift: parts.includes("Shift"),
    key,
  };
}

function isKey(press: KeyPress, key: string): boolean {
  if (press.key === (key === "Space" ? " " : key)) return true;
  if (key.length !== 1) return false;
  if (press.key.toLowerCase() === key.toLowerCase()) return true;
  // A Greek or Russian layout, or Option on a Mac, makes other characters of the same keys.
  return !/^[a-z]$/i.test(press.key) && press.code === codeOf(key);
}

/** Letters are written large; those that another layout makes something else of, as their places. */
function nameOfKey({ key, code }: KeyPress): string {
  if (key === " ") return "Space";
  if (key.length !== 1) return key;
  const place = /^(?:Key|Digit)(.)$/.exec(code)?.[1];
  return !/^[a-z\d]$/i.test(key) && place ? place : key.toUpperCase();
}

function codeOf(key: string): string {
  return /\d/.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}`;
}

function isSymbol(key: string): boolean {
  return key.length === 1 && !/[a-z]/i.test(key);
}

/** AltGr (Ctrl and Alt at once) and, on a Mac, Option are how many layouts type brackets. */
function isUnmodified(press: KeyPress, platform: Platform): boolean {
  if (press.metaKey) return false;
  return press.ctrlKey === press.altKey || (platform === "mac" && !press.ctrlKey);
}
