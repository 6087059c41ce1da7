import { beforeEach, expect, test, vi } from "vitest";
import { AppError } from "../../../shared/errors.ts";

const said: string[] = [];
vi.mock("../../../renderer/look/toasts.tsx", () => ({
  toast: ({ text }: { text: string }) => said.push(text),
}));

const { tryNow, untilSaved, waitBehind } = await import("../../../renderer/state/trouble.ts");

const listening = new Set<string>();

beforeEach(() => {
  said.length = 0;
  // Only the page has these; the module needs no more of it.
  vi.stubGlobal("addEventListener", (name: string) => listening.add(name));
  vi.stubGlobal("removeEventListener", (name: string) => listening.delete(name));
});

/** A disk that is full until it is emptied. */
function disk() {
  const saved: string[] = [];
  let isFull = true;
  const save = (what: string) => () => {
    if (isFull) return Promise.reject(new AppError("disk-full", "The disk is full."));
    saved.push(what);
    return Promise.resolve(what);
  };
  return { saved, save, empty: () => (isFull = false) };
}

test("what cannot be saved waits, and is saved in the order it was done in", async () => {
  const { saved, save, empty } = disk();
  const all = ["a", "b", "c"].map((what) => untilSaved(what, save(what)));
  await new Promise((done) => setTimeout(done));
  await tryNow();
  expect(saved).toEqual([]);
  expect([...listening]).toContain("beforeunload");
  empty();
  await tryNow();
  expect(await Promise.all(all)).toEqual(["a", "b", "c"]);
  expect(saved).toEqual(["a", "b", "c"]);
  expect(said).toEqual(["All is safe again. All 3 changes that waited are saved."]);
  expect([...listening]).not.toContain("beforeunload");
});

test("another problem is the caller's, and does not keep the others waiting", async () => {
  const { saved, save, empty } = disk();
  const first = untilSaved("a", save("a"));
  const refused = untilSaved("b", () => Promise.reject(new AppError("not-found", "No such span.")));
  const outcome = expect(refused).rejects.toThrow("No such span.");
  empty();
  await tryNow();
  await outcome;
  await first;
  expect(saved).toEqual(["a"]);
});

test("it is tried again without being asked", async () => {
  const { saved, save, empty } = disk();
  const waiting = untilSaved("a", save("a"));
  empty();
  await waiting;
  expect(saved).toEqual(["a"]);
});

test("what has its turn later is sent when it has it, before all is said to be well", async () => {
  const { saved, save, empty } = disk();
  const first = untilSaved("a", save("a"));
  const stop = waitBehind(() => "b");
  const second = first.then(() => {
    stop();
    return untilSaved("b", save("b"));
  });
  empty();
  await tryNow();
  await second;
  expect(saved).toEqual(["a", "b"]);
});
