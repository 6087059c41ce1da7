import { createValueStore } from "../state/value-store.ts";

const key = "labels over the text";

/** Whether labels stand over their spans, or only over the chosen one; remembered on this machine. */
export const areTagsShown = createValueStore(localStorage.getItem(key) !== "no");

export function toggleTags(): void {
  const next = !areTagsShown.get();
  localStorage.setItem(key, next ? "yes" : "no");
  areTagsShown.set(next);
}
