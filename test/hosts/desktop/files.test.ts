import type { BrowserWindow } from "electron";
import { beforeEach, expect, test } from "vitest";
import { createTickets } from "../../../electron/api/tickets.ts";
import { droppedRoots, pick, pickProjectFile } from "../../../electron/hosts/desktop/files.ts";
import { asked, reset } from "./electron-stand-in.ts";

beforeEach(reset);
const window = {} as BrowserWindow; // dialogs only hang on to it

test("picked files stay here and the page gets one ticket for them", async () => {
  const tickets = createTickets();
  asked.picked.push(["/a b/1.txt", "/a b/2.txt"]);
  const [ticket = ""] = await pick(window, tickets, "files");
  expect(tickets.read(ticket)).toEqual(["/a b/1.txt", "/a b/2.txt"]);
  expect(asked.openDialogs).toEqual([
    { title: "Import files", properties: ["openFile", "multiSelections"] },
  ]);
});

test("a dialog that was closed gives no ticket", async () => {
  expect(await pick(window, createTickets(), "folder")).toEqual([]);
  expect(await pickProjectFile()).toBe(null);
});

test("each dialog asks for what can be used", async () => {
  for (const kind of ["folder", "project", "export-folder"] as const)
    await pick(window, createTickets(), kind);
  expect(asked.openDialogs).toEqual([
    { title: "Choose a folder", properties: ["openDirectory"] },
    {
      title: "Open a project",
      properties: ["openFile"],
      filters: [{ name: "Casemark projects", extensions: ["casemark"] }],
    },
    { title: "Export to", properties: ["openDirectory", "createDirectory"] },
  ]);
});

test("a dropped folder is one root, however many files the page found in it", () => {
  const files = [
    { absolute: "/data/brat/one/1.txt", path: "brat/one/1.txt" },
    { absolute: "/data/brat/one/1.ann", path: "brat/one/1.ann" },
    { absolute: "/data/brat/annotation.conf", path: "brat/annotation.conf" },
    { absolute: "/data/loose.txt", path: "loose.txt" },
  ];
  expect(droppedRoots(files)).toEqual(["/data/brat", "/data/loose.txt"]);
});

test("a dropped folder is found on Windows too", () => {
  const files = [{ absolute: "C:\\Data\\brat\\one\\1.txt", path: "/brat/one/1.txt" }];
  expect(droppedRoots(files)).toEqual(["C:\\Data\\brat"]);
});

test("a path that is not the file's own end gives the file alone", () => {
  expect(droppedRoots([{ absolute: "/data/x.txt", path: "other/y.txt" }])).toEqual(["/data/x.txt"]);
});
