import { expect, test } from "vitest";
import { createWrites } from "../../../renderer/state/writes.ts";
import { change } from "./builders.ts";

test("writes go one after the other, each with what is true by then", async () => {
  const log: string[] = [];
  let truth = 0;
  const { write, isSaving } = createWrites(async (name) => {
    log.push(`${name} asked`);
    await new Promise((done) => setTimeout(done, 2));
    truth += 1;
    log.push(`${name} saved`);
    return change();
  });
  const seen: number[] = [];
  const note = () => {
    seen.push(truth);
    return {};
  };
  const all = [write("history.undo", note), write("history.redo", note)];
  expect(isSaving()).toBe(true);
  await Promise.all(all);

  expect(isSaving()).toBe(false);
  expect(seen).toEqual([0, 1]);
  expect(log).toEqual([
    "history.undo asked",
    "history.undo saved",
    "history.redo asked",
    "history.redo saved",
  ]);
});

test("a write that fails does not keep the next from its turn", async () => {
  const replies = [() => Promise.reject(new Error("broken")), () => Promise.resolve(change())];
  const { write, isSaving } = createWrites(() => replies.shift()?.() ?? Promise.resolve(null));
  await expect(write("history.undo", () => ({}))).rejects.toThrow("broken");
  expect(await write("history.undo", () => ({}))).toEqual(change());
  expect(isSaving()).toBe(false);
});

test("where there is nothing to do after all, nothing is sent", async () => {
  const sent: string[] = [];
  const { write } = createWrites(async (name) => {
    sent.push(name);
    return change();
  });
  expect(await write("span.remove", () => null)).toBeNull();
  expect(sent).toEqual([]);
});
