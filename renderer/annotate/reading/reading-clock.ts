// In milliseconds: so long without a key, the mouse or the wheel, and nobody may be there.
const idleAfter = 60_000;
const tick = 1000;

const signsOfLife = ["keydown", "pointermove", "pointerdown", "wheel"] as const;

/**
 * Calls back about once a second with the seconds that passed, while the window is seen and somebody
 * is at it. Answers how to stop.
 */
export function whileActive(act: (seconds: number) => void): () => void {
  let lastSign = performance.now();
  let lastTick = lastSign;
  const onSign = () => {
    lastSign = performance.now();
  };
  const timer = setInterval(() => {
    const now = performance.now();
    // A machine that slept comes back with one long tick.
    const seconds = Math.min(now - lastTick, 2 * tick) / 1000;
    lastTick = now;
    const isSeen = document.visibilityState === "visible" && document.hasFocus();
    if (isSeen && now - lastSign < idleAfter) act(seconds);
  }, tick);
  const options = { capture: true, passive: true } as const;
  for (const sign of signsOfLife) addEventListener(sign, onSign, options);
  return () => {
    clearInterval(timer);
    for (const sign of signsOfLife) removeEventListener(sign, onSign, options);
  };
}
