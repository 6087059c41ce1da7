import type { MenuItemConstructorOptions } from "electron";
import { beforeEach, expect, test } from "vitest";
import { menuTemplate, showMenu } from "../../../electron/hosts/desktop/menu.ts";
import { commandIds, commands } from "../../../shared/commands.ts";
import { readCatalogues } from "../../../shared/messages/catalogues.ts";
import type { Language } from "../../../shared/messages/languages.ts";
import { createTranslator } from "../../../shared/messages/translator.ts";
import { asked, reset } from "./electron-stand-in.ts";

beforeEach(reset);

const { t } = createTranslator("en", {});

const template = (platform: "mac" | "other", development = false, sent: string[] = []) =>
  menuTemplate({ platform, keys: {}, t, development, send: (id) => sent.push(id) });

async function templateIn(language: Language, platform: "mac" | "other") {
  const { t } = createTranslator(language, (await readCatalogues(language)).messages);
  return menuTemplate({ platform, keys: {}, t, development: false, send: () => {} });
}

// A template's submenus are lists here; the type also allows a built menu.
const itemsOf = (menu: MenuItemConstructorOptions) => menu.submenu as MenuItemConstructorOptions[];
const names = (menus: MenuItemConstructorOptions[]) =>
  menus.map(({ label, role }) => label ?? role);
const rolesOf = (menus: MenuItemConstructorOptions[]) =>
  menus.flatMap((menu) => (menu.submenu ? itemsOf(menu) : [])).flatMap(({ role }) => role ?? []);
const find = (menus: MenuItemConstructorOptions[], id: string) =>
  menus.flatMap((menu) => (menu.submenu ? itemsOf(menu) : [])).find((item) => item.id === id);

test("each system has the menus that it is used to", () => {
  expect(names(template("other"))).toEqual([
    "File",
    "Edit",
    "View",
    "Go",
    "Report",
    "Move",
    "Annotate",
    "Review",
    "Help",
  ]);
  expect(names(template("mac"))).toEqual([
    "appMenu",
    "File",
    "Edit",
    "View",
    "Go",
    "Report",
    "Move",
    "Annotate",
    "Review",
    "Window",
    "Help",
  ]);
});

test("the menu speaks German, its commands and what every app has", async () => {
  const menus = await templateIn("de", "other");
  expect(names(menus)).toEqual([
    "Datei",
    "Bearbeiten",
    "Ansicht",
    "Gehe zu",
    "Bericht",
    "Bewegen",
    "Annotieren",
    "Durchsicht",
    "Hilfe",
  ]);
  expect(find(menus, "undo")?.label).toBe("Rückgängig");
  expect(menus.flatMap(itemsOf).find(({ role }) => role === "quit")?.label).toBe("Beenden");
});

test.each(["mac", "other"] as const)("no item of %s is left in English", async (platform) => {
  const labelsIn = async (language: Language) =>
    (await templateIn(language, platform))
      .flatMap((menu) => [menu, ...itemsOf(menu)])
      .map(({ label }) => label);
  const english = await labelsIn("en");
  for (const language of ["de", "fr", "es"] as const) {
    const { messages: catalogue } = await readCatalogues(language);
    const expected = english.map((label) => label && catalogue[label]);
    expect(await labelsIn(language)).toEqual(expected);
  }
});

test("every command has its place, its title and its key", () => {
  const sent: string[] = [];
  const menus = template("other", false, sent);
  for (const id of commandIds) {
    const item = find(menus, id);
    expect(item?.label).toBe(commands[id].title);
    item?.click?.({} as never, undefined, {} as never); // the click takes no notice of them
  }
  expect(sent).toEqual(commandIds);
  expect(find(menus, "project.open")?.accelerator).toBe("CommandOrControl+O");
});

test("redo has the key of each system", () => {
  expect(find(template("mac"), "redo")?.accelerator).toBe("CommandOrControl+Shift+Z");
  expect(find(template("other"), "redo")?.accelerator).toBe("CommandOrControl+Y");
});

test("keys without a modifier stay with the page, where a person may be writing", () => {
  expect(find(template("other"), "span.remove")).not.toHaveProperty("accelerator");
});

test("a key that a person chose is the one that the menu shows and listens to", () => {
  const keys = { export: ["Mod+Shift+E"], undo: [] };
  const menus = menuTemplate({ platform: "other", keys, t, development: false, send: () => {} });
  expect(find(menus, "export")?.accelerator).toBe("CommandOrControl+Shift+E");
  expect(find(menus, "undo")).not.toHaveProperty("accelerator");
});

test("quitting and the developer's tools are where they belong", () => {
  expect(rolesOf(template("other"))).toContain("quit");
  const [ofApp, ...others] = template("mac");
  expect(ofApp && rolesOf([ofApp])).toContain("quit");
  expect(rolesOf(others)).not.toContain("quit");
  expect(rolesOf(template("other"))).not.toContain("toggleDevTools");
  expect(rolesOf(template("other", true))).toContain("toggleDevTools");
});

test("the menu is shown", () => {
  showMenu({ platform: "other", keys: {}, t, development: false, send: () => {} });
  expect(asked.menu).toHaveLength(9);
});
