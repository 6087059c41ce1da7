import { Menu, type MenuItemConstructorOptions } from "electron";
import {
  type ChosenKeys,
  type CommandId,
  commandIds,
  commands,
  menuAccelerator,
  menus,
} from "../../../shared/commands.ts";
import type { Platform } from "../../../shared/keys.ts";

export interface MenuOptions {
  platform: Platform;
  keys: ChosenKeys;
  /** Adds what only a developer needs. */
  development: boolean;
  send(command: CommandId): void;
}

type Item = MenuItemConstructorOptions;
const line: Item = { type: "separator" };

/** Shows the menu bar: the commands of shared/commands.ts, and what every app of the system has. */
export function showMenu(options: MenuOptions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(options)));
}

/** The menu bar as data. */
export function menuTemplate(options: MenuOptions): Item[] {
  const own = menus.map((label) => ({
    label,
    submenu: [
      ...commandIds.filter((id) => commands[id].menu === label).map((id) => item(id, options)),
      ...(systemItems(options)[label] ?? []),
    ],
  }));
  if (options.platform === "other") return own;
  return [{ role: "appMenu" }, ...own.slice(0, -1), { role: "windowMenu" }, ...own.slice(-1)];
}

function item(id: CommandId, { platform, keys, send }: MenuOptions): Item {
  const accelerator = menuAccelerator(id, platform, keys);
  return {
    id,
    label: commands[id].title,
    ...(accelerator ? { accelerator } : {}),
    click: () => send(id),
  };
}

function systemItems({ platform, development }: MenuOptions): Record<string, Item[]> {
  const mac = platform === "mac";
  return {
    File: [line, mac ? { role: "close" } : { role: "quit" }],
    Edit: [line, { role: "cut" }, { role: "copy" }, { role: "paste" }, { role: "selectAll" }],
    View: [
      line,
      { role: "zoomIn" },
      { role: "zoomOut" },
      { role: "resetZoom" },
      { role: "togglefullscreen" },
      ...(development
        ? ([line, { role: "reload" }, { role: "toggleDevTools" }] satisfies Item[])
        : []),
    ],
    Help: mac ? [] : [line, { role: "about" }],
  };
}
