import { platform } from "./platform.ts";
import "./key-cap.css";
import { t } from "../messages.ts";

const macSigns: Record<string, string> = { Mod: "⌘", Shift: "⇧", Alt: "⌥", Ctrl: "⌃" };
const signs: Record<string, string> = {
  Mod: t("Ctrl"),
  Ctrl: t("Ctrl"),
  Shift: t("Shift"),
  Enter: t("Enter"),
  Space: t("Space"),
  Escape: t("Esc"),
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  PageUp: t("PgUp"),
  PageDown: t("PgDn"),
  Backspace: "⌫",
  Delete: t("Del"),
  // Signs too small to be read alone.
  "'": t("Apostrophe"),
  '"': t("Quote"),
  ";": t("Semicolon"),
  ",": t("Comma"),
  ".": t("Period"),
};

/** Shows which keys to press: a combination of shared/keys.ts, or a label's key ("D" is Shift and D). */
export function KeyCap({ keys }: { keys: string }) {
  return (
    <span className="key-caps">
      {capsOf(keys).map((cap) => (
        <kbd key={cap}>{cap}</kbd>
      ))}
    </span>
  );
}

/** The same as text, for places that can hold no elements. */
export function keyText(keys: string): string {
  return capsOf(keys).join(" ");
}

function capsOf(keys: string): string[] {
  if (keys.length > 1) return keys.split("+").map(sign);
  return /^\p{Lu}$/u.test(keys) ? [sign("Shift"), keys] : [sign(keys.toUpperCase())];
}

function sign(part: string): string {
  return (platform === "mac" ? macSigns[part] : undefined) ?? signs[part] ?? part;
}
