import { flushSync } from "react-dom";

const waiting = new Set<() => void>();
let frame = 0;
let timer = 0;

// A window that is hidden has no frames, so a timer stands by.
const longest = 100;

/**
 * Calls back in the next frame, before it is painted. What is asked for until then runs together, so
 * that React draws once for all of it, and the browser once for React and the text.
 */
export function beforePaint(act: () => void): void {
  if (waiting.size === 0) {
    frame = requestAnimationFrame(drawNow);
    timer = window.setTimeout(drawNow, longest);
  }
  waiting.add(act);
}

/** Draws at once what waits for the frame, for those who need to find it on the page. */
export function drawNow(): void {
  cancelAnimationFrame(frame);
  clearTimeout(timer);
  const acts = [...waiting];
  waiting.clear();
  flushSync(() => {
    for (const act of acts) act();
  });
}
