import { createValueStore } from "../state/value-store.ts";

const key = "select whole words";

/** Whether what is selected takes words whole; remembered on this machine. */
export const snapping = createValueStore(localStorage.getItem(key) !== "no");

/** Answers whether words are taken whole from now on. */
export function toggleSnapping(): boolean {
  const isOn = !snapping.get();
  localStorage.setItem(key, isOn ? "yes" : "no");
  snapping.set(isOn);
  return isOn;
}
