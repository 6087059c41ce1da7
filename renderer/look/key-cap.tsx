import "./key-cap.css";

const isMac = /Mac|iP(hone|ad)/.test(navigator.platform);
const macSigns: Record<string, string> = { Mod: "⌘", Shift: "⇧", Alt: "⌥", Ctrl: "⌃" };
const signs: Record<string, string> = {
  Mod: "Ctrl",
  Enter: "↵",
  Escape: "Esc",
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  Backspace: "⌫",
  Delete: "Del",
};

/** The caps of a key combination in this system's signs: "Mod+Z" is ⌘ Z or Ctrl Z; "D" is ⇧ D. */
export function keyCaps(keys: string): string[] {
  const parts = keys === "+" ? ["+"] : keys.split("+");
  const [only] = parts;
  if (parts.length === 1 && only && /^\p{Lu}$/u.test(only)) return [sign("Shift"), only];
  return parts.map((part) => (/^\p{Ll}$/u.test(part) ? part.toUpperCase() : sign(part)));
}

function sign(part: string): string {
  return (isMac ? macSigns[part] : undefined) ?? signs[part] ?? part;
}

/** Shows which keys to press. */
export function KeyCap({ keys }: { keys: string }) {
  return (
    <span className="key-caps">
      {keyCaps(keys).map((cap) => (
        <kbd key={cap}>{cap}</kbd>
      ))}
    </span>
  );
}
