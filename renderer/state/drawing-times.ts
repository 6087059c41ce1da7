import { flushSync } from "react-dom";

/** In milliseconds. */
const restAfter = 100;

/** Things to draw that wait for the same moment; drawn together, so that React works once for all. */
interface Queue {
  add(draw: () => void): void;
  /** What waits, which waits no longer. */
  take(): (() => void)[];
}

/** `wait` is called when the first thing comes; answers how to stop waiting. */
function createQueue(wait: () => () => void): Queue {
  const waiting = new Set<() => void>();
  let stopWaiting = () => {};
  return {
    add(draw) {
      if (waiting.size === 0) stopWaiting = wait();
      waiting.add(draw);
    },
    take() {
      stopWaiting();
      const all = [...waiting];
      waiting.clear();
      return all;
    },
  };
}

const nextFrame = createQueue(() => {
  const drawWaiting = () => drawAll(nextFrame.take());
  const frame = requestAnimationFrame(drawWaiting);
  // A window that is hidden has no frames, and it may be hidden before the next one.
  const timer = document.hidden ? window.setTimeout(drawWaiting) : 0;
  document.addEventListener("visibilitychange", drawWaiting);
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", drawWaiting);
  };
});

let lastAdded = 0;

const nextRest = createQueue(() => {
  let timer = 0;
  const look = (after: number) => {
    timer = window.setTimeout(() => {
      const left = lastAdded + restAfter - performance.now();
      if (left > 0) look(left);
      else drawAll(nextRest.take());
    }, after);
  };
  look(restAfter);
  return () => clearTimeout(timer);
});

/** Draws in the next frame, before it is painted, together with all else that changes in it. */
export const beforePaint = (draw: () => void): void => nextFrame.add(draw);

/**
 * Draws as soon as the hands have rested for a tenth of a second: for what stands around the text
 * and only follows what is done there, so that one mark after the other never waits for it.
 */
export function atRest(draw: () => void): void {
  lastAdded = performance.now();
  nextRest.add(draw);
}

/** Draws at once what waits, for those who need to find it on the page. */
export function drawNow(): void {
  drawAll([...nextFrame.take(), ...nextRest.take()]);
}

function drawAll(draws: readonly (() => void)[]): void {
  if (draws.length === 0) return;
  flushSync(() => {
    for (const draw of draws) draw();
  });
}
