import { resolve } from "node:path";
import { beforeEach, expect, test, vi } from "vitest";
import { becomeTheOnly, projectIn } from "../../../electron/hosts/desktop/single-instance.ts";
import { app, asked, reset } from "./electron-stand-in.ts";

beforeEach(reset);

test("the project is the last .casemark file that the start was given", () => {
  const found = (...words: string[]) => projectIn(["/usr/bin/casemark", ...words], "/home/ana");
  expect(found()).toBe(null);
  expect(found(".", "--flag=x.casemark")).toBe(null);
  expect(found("a b'é.casemark")).toBe(resolve("/home/ana", "a b'é.casemark"));
  expect(found(".", "/data/ONE.CASEMARK")).toBe(resolve("/data/ONE.CASEMARK"));
  expect(projectIn(["/opt/x.casemark"], "/")).toBe(null);
});

test("a second start hands its file over and quits", () => {
  asked.lock = false;
  expect(becomeTheOnly("/a.casemark", vi.fn())).toBe(false);
  expect(asked.lockData).toEqual({ file: "/a.casemark" });
});

test("a later start, with or without a file, comes to the running app", () => {
  const open = vi.fn();
  expect(becomeTheOnly(null, open)).toBe(true);
  app.emit("second-instance", {}, [], "/", { file: "/a.casemark" });
  app.emit("second-instance", {}, [], "/", { file: null });
  app.emit("second-instance", {}, [], "/", "something else");
  expect(open.mock.calls).toEqual([["/a.casemark"], [null], [null]]);
});

test("a double click on a Mac opens the file in the running app", () => {
  const open = vi.fn();
  const preventDefault = vi.fn();
  becomeTheOnly(null, open);
  app.emit("open-file", { preventDefault }, "/b.casemark");
  expect(open.mock.calls).toEqual([["/b.casemark"]]);
  expect(preventDefault).toHaveBeenCalledOnce();
});
