import type { KeyboardEvent } from "react";

/** While a panel is open, a letter that means nothing in it decides nothing either; other keys go on. */
export function keepLetters(event: KeyboardEvent): void {
  const isChord = event.ctrlKey || event.metaKey || event.altKey;
  if (!isChord && /^\p{L}$/u.test(event.key)) event.stopPropagation();
}
