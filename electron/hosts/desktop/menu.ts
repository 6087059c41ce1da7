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
import type { Translator } from "../../../shared/messages/translator.ts";

export interface MenuOptions {
  platform: Platform;
  keys: ChosenKeys;
  /** Says the titles in the person's language. */
  t: Translator["t"];
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
  const own = menus.map((menu) => ({
    label: options.t(menu),
    submenu: [
      ...commandIds.filter((id) => commands[id].menu === menu).map((id) => item(id, options)),
      ...(systemItems(options)[menu] ?? []),
    ],
  }));
  if (options.platform === "other") return own;
  return [appMenu(options), ...own.slice(0, -1), windowMenu(options), ...own.slice(-1)];
}

function item(id: CommandId, { platform, keys, t, send }: MenuOptions): Item {
  const accelerator = menuAccelerator(id, platform, keys);
  return {
    id,
    label: t(commands[id].title),
    ...(accelerator ? { accelerator } : {}),
    click: () => send(id),
  };
}

// Electron says what has a role in English alone.
function systemItems({ platform, development, t }: MenuOptions): Record<string, Item[]> {
  const mac = platform === "mac";
  return {
    File: [
      line,
      mac ? { role: "close", label: t("Close Window") } : { role: "quit", label: t("Quit") },
    ],
    Edit: [
      line,
      { role: "cut", label: t("Cut") },
      { role: "copy", label: t("Copy") },
      { role: "paste", label: t("Paste") },
      { role: "selectAll", label: t("Select All") },
    ],
    View: [
      line,
      { role: "zoomIn", label: t("Zoom In") },
      { role: "zoomOut", label: t("Zoom Out") },
      { role: "resetZoom", label: t("Actual Size") },
      { role: "togglefullscreen", label: t("Toggle Full Screen") },
      ...(development
        ? ([line, { role: "reload" }, { role: "toggleDevTools" }] satisfies Item[])
        : []),
    ],
    Help: mac ? [] : [line, { role: "about", label: t("About Casemark") }],
  };
}

/** A Mac's own first menu. */
function appMenu({ t }: MenuOptions): Item {
  return {
    role: "appMenu",
    submenu: [
      { role: "about", label: t("About Casemark") },
      line,
      { role: "services", label: t("Services") },
      line,
      { role: "hide", label: t("Hide Casemark") },
      { role: "hideOthers", label: t("Hide Others") },
      { role: "unhide", label: t("Show All") },
      line,
      { role: "quit", label: t("Quit Casemark") },
    ],
  };
}

function windowMenu({ t }: MenuOptions): Item {
  return {
    role: "windowMenu",
    label: t("Window"),
    submenu: [
      { role: "minimize", label: t("Minimize") },
      { role: "zoom", label: t("Zoom") },
      line,
      { role: "front", label: t("Bring All to Front") },
    ],
  };
}
