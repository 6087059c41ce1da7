import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { startDesktop } from "../../../electron/hosts/desktop/desktop.ts";
import { channels } from "../../../electron/hosts/desktop/messages.ts";
import { projectFile, useNewHome } from "./builders.ts";
import { app, asked, reset, session } from "./electron-stand-in.ts";
import { until } from "./until.ts";

let home: string;
beforeEach(() => {
  reset();
  home = useNewHome();
});

async function operate(name: string, input: unknown): Promise<unknown> {
  const call = asked.handlers.get(channels.call) as (...values: unknown[]) => Promise<unknown>;
  const senderFrame = { parent: null, origin: "app://page", url: "app://page/" };
  const message = { job: crypto.randomUUID(), name, input };
  return call({ sender: asked.windows[0]?.webContents, senderFrame }, message);
}

async function projectName(): Promise<string> {
  const reply = await operate("app.state", {});
  return (reply as { value: { project: { name: string } } }).value.project.name;
}

test("starting opens the project and one closed window on it, with its menu", async () => {
  const desktop = await startDesktop(projectFile(home));
  expect(desktop).not.toBe(null);
  expect(await projectName()).toBe("Sarcomas");
  expect(asked.windows.map(({ address }) => address)).toEqual(["app://page/"]);
  expect(asked.menu).not.toBe(null);
  expect(session.defaultSession.spellChecker).toBe(false);
  app.emit("will-quit");
});

test("a menu command goes to the page by its name", async () => {
  await startDesktop(projectFile(home));
  const menus = asked.menu as { submenu: { id?: string; click?: () => void }[] }[];
  menus
    .flatMap(({ submenu }) => submenu)
    .find(({ id }) => id === "undo")
    ?.click?.();
  expect(asked.windows[0]?.webContents.sent).toEqual([[channels.menu, "undo"]]);
  app.emit("will-quit");
});

test("a key or language that is changed in the page is the menu's at once, and at the next start", async () => {
  const titleOfFirst = () => (asked.menu as { label: string }[])[0]?.label;
  const keyOfExport = () =>
    (asked.menu as { submenu: { id?: string; accelerator?: string }[] }[])
      .flatMap(({ submenu }) => submenu)
      .find(({ id }) => id === "export")?.accelerator;
  asked.systemLanguages = ["pt-BR", "fr-CA"];
  await startDesktop(projectFile(home));
  expect(keyOfExport()).toBe("CommandOrControl+E");
  expect(titleOfFirst()).toBe("Fichier");
  await operate("keys.change", { keys: { export: ["Mod+Shift+E"] } });
  expect(keyOfExport()).toBe("CommandOrControl+Shift+E");
  await operate("language.use", { language: "de" });
  expect(titleOfFirst()).toBe("Datei");
  expect(await operate("language.use", { language: "tlh" })).toMatchObject({ ok: false });
  expect(titleOfFirst()).toBe("Datei");
  app.emit("will-quit");
  asked.menu = null;
  await startDesktop(null);
  expect(keyOfExport()).toBe("CommandOrControl+Shift+E");
  expect(titleOfFirst()).toBe("Datei");
  app.emit("will-quit");
});

test("a project that comes later opens in the same window", async () => {
  const desktop = await startDesktop(projectFile(home));
  const other = projectFile(home, "Lymphomas");
  await desktop?.open(other);
  expect(await projectName()).toBe("Lymphomas");
  expect(asked.windows).toHaveLength(1);
  expect(asked.windows[0]?.webContents.reloads).toBe(1);
  expect(asked.windows[0]?.state).toEqual(["show", "focus"]);
  expect(asked.recent).toEqual([other]);
  app.emit("will-quit");
});

test("a later file that is no project is said so, and the open project stays", async () => {
  const desktop = await startDesktop(projectFile(home));
  const wrong = join(home, "wrong.casemark");
  writeFileSync(wrong, "no project at all ".repeat(100));
  await desktop?.open(wrong);
  expect(asked.boxes).toHaveLength(1);
  expect(asked.boxes[0]?.message).toContain("wrong.casemark");
  expect(await projectName()).toBe("Sarcomas");
  expect(asked.windows[0]?.webContents.reloads).toBe(0);
  app.emit("will-quit");
});

test("when the first project cannot be opened, another may be picked", async () => {
  const wrong = join(home, "wrong.casemark");
  writeFileSync(wrong, "no project at all ".repeat(100));
  asked.answers.push(0);
  asked.picked.push([projectFile(home)]);
  await startDesktop(wrong);
  expect(asked.boxes[0]?.buttons).toEqual(["Open another project…", "Quit"]);
  expect(await projectName()).toBe("Sarcomas");
  expect(readFileSync(join(home, "casemark.log"), "utf8")).toContain("wrong.casemark");
  app.emit("will-quit");
});

test("when the person gives up, there is no window", async () => {
  asked.answers.push(1);
  expect(await startDesktop(join(home, "missing.casemark"))).toBe(null);
  expect(asked.windows).toEqual([]);
});

test("the whole app starts from main.ts: closed first, then one window", async () => {
  process.argv.push(projectFile(home));
  await import("../../../electron/hosts/desktop/main.ts");
  await until(() => asked.windows.length === 1);
  process.argv.pop();
  expect(asked.calls).toEqual([
    "enableSandbox",
    "setName Casemark",
    "setAppUserModelId app.casemark",
  ]);
  expect(asked.schemes).toHaveLength(1);
  expect(asked.paths.get("userData")).toBe(join(home, "window"));
  app.emit("second-instance", {}, [], "/", { file: projectFile(home, "Melanomas") });
  await until(() => asked.windows[0]?.webContents.reloads === 1);
  app.emit("window-all-closed");
  expect(asked.calls.at(-1)).toBe("quit");
  app.emit("will-quit");
});
