import { join } from "node:path";
import { app, dialog } from "electron";
import { settingsFolder } from "../../settings.ts";
import { registerAppScheme } from "./app-protocol.ts";
import { type Desktop, startDesktop } from "./desktop.ts";
import { closeTheApp } from "./security.ts";
import { becomeTheOnly, projectIn } from "./single-instance.ts";

let desktop: Desktop | null = null;
// Chromium's own files, and the lock of the one instance, beside the settings they belong to.
app.setPath("userData", join(settingsFolder(), "window"));
let wanted = projectIn(process.argv, process.cwd());

closeTheApp();
registerAppScheme();
app.setName("Casemark");
app.setAppUserModelId("app.casemark");
app.on("window-all-closed", () => app.quit());
if (becomeTheOnly(wanted, open)) app.whenReady().then(start).catch(giveUp);
else app.quit();

async function start(): Promise<void> {
  const first = wanted;
  desktop = await startDesktop(first);
  if (!desktop) app.quit();
  else if (wanted !== first) open(wanted); // It came while the first one was being opened.
}

function open(file: string | null): void {
  if (desktop) void desktop.open(file);
  else wanted = file ?? wanted;
}

function giveUp(error: unknown): void {
  dialog.showErrorBox(
    "Casemark could not start",
    error instanceof Error ? error.message : `${error}`,
  );
  app.exit(1);
}
