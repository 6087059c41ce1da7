import { keyCaps } from "../../shared/keys.ts";
import { platform } from "./platform.ts";
import "./key-cap.css";

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

function capsOf(keys: string): string[] {
  if (/^\p{Lu}$/u.test(keys)) return keyCaps(`Shift+${keys}`, platform);
  return /^\p{Ll}$/u.test(keys) ? [keys.toUpperCase()] : keyCaps(keys, platform);
}
