import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { whileActive } from "../../../../renderer/annotate/reading/reading-clock.ts";

const page = new EventTarget();
const seen = { visibilityState: "visible", hasFocus: () => true };
let seconds = 0;
let stop = () => {};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "performance"] });
  vi.stubGlobal("document", seen);
  vi.stubGlobal("addEventListener", page.addEventListener.bind(page));
  vi.stubGlobal("removeEventListener", page.removeEventListener.bind(page));
  Object.assign(seen, { visibilityState: "visible", hasFocus: () => true });
  seconds = 0;
  stop = whileActive((passed) => {
    seconds += passed;
  });
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const pass = (time: number) => vi.advanceTimersByTime(time * 1000);

test("time counts until nobody has touched anything for a minute, and again from the next key on", () => {
  pass(30);
  expect(seconds).toBeCloseTo(30);
  pass(600);
  expect(seconds).toBeLessThan(60.5);
  const before = seconds;
  page.dispatchEvent(new Event("keydown"));
  pass(10);
  expect(seconds).toBeCloseTo(before + 10);
});

test("a window that is hidden or in the background counts nothing", () => {
  seen.visibilityState = "hidden";
  pass(20);
  Object.assign(seen, { visibilityState: "visible", hasFocus: () => false });
  pass(20);
  expect(seconds).toBe(0);
  seen.hasFocus = () => true;
  pass(5);
  expect(seconds).toBeCloseTo(5);
});

test("nothing is counted after it was stopped", () => {
  pass(3);
  stop();
  pass(30);
  expect(seconds).toBeCloseTo(3);
});
