const waiting = new Set<() => void>();
let timer = 0;

// Behind a frame's paint; a window that is hidden has no frames, so a timer stands by.
const longest = 100;
let channel: MessageChannel | null = null;

/**
 * Calls back right behind the next paint. What is asked for before then runs together, so that
 * React draws once for all of it.
 */
export function afterPaint(act: () => void): void {
  if (waiting.size === 0) {
    requestAnimationFrame(() => portBehindPaint().postMessage(null));
    timer = window.setTimeout(run, longest);
  }
  waiting.add(act);
}

function portBehindPaint(): MessagePort {
  if (channel === null) {
    channel = new MessageChannel();
    channel.port1.onmessage = run;
  }
  return channel.port2;
}

function run(): void {
  clearTimeout(timer);
  const acts = [...waiting];
  waiting.clear();
  for (const act of acts) act();
}
