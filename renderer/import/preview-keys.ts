/** What a key press in the preview asks for. */
export type PreviewIntent =
  | { kind: "stop" | "block" | "move"; by: 1 | -1 }
  | { kind: "select"; by: 1 | -1 }
  | { kind: "toggle" | "all" | "all-of-kind" | "take-out" | "leave" };

interface Press {
  key: string;
  altKey: boolean;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
}

const sideways: Readonly<Record<string, 1 | -1>> = { ArrowLeft: -1, ArrowRight: 1 };
const upright: Readonly<Record<string, 1 | -1>> = { ArrowUp: -1, ArrowDown: 1 };
const plain: Readonly<Record<string, "toggle" | "all-of-kind" | "take-out" | "leave">> = {
  " ": "toggle",
  a: "all-of-kind",
  Delete: "take-out",
  Backspace: "take-out",
  Escape: "leave",
};

/** Null when the press is not for the preview. */
export function previewIntent({ key, altKey, shiftKey, ctrlKey, metaKey }: Press) {
  if (ctrlKey || metaKey) return null;
  const intent = (found: PreviewIntent | null) => found;
  const [across, along] = [sideways[key], upright[key]];
  if (altKey) return along ? intent({ kind: "move", by: along }) : null;
  if (across) return intent({ kind: shiftKey ? "select" : "stop", by: across });
  if (along) return intent({ kind: "block", by: along });
  if (key === "A" && shiftKey) return intent({ kind: "all" });
  const kind = plain[key.length === 1 ? key.toLowerCase() : key];
  return kind ? intent({ kind }) : null;
}
