import { app, type Session, type WebContents, type WebFrameMain } from "electron";
import { isOwnAddress, pageOrigin } from "./app-protocol.ts";

/** To be called before the app is ready: every page is sandboxed, and no name of a machine resolves. */
export function closeTheApp(): void {
  app.enableSandbox();
  app.commandLine.appendSwitch("host-resolver-rules", "MAP * ~NOTFOUND");
  app.commandLine.appendSwitch("disable-background-networking");
  app.on("session-created", closeSession);
  app.on("web-contents-created", (_event, contents) => closeContents(contents));
}

/** Whether a message comes from our page itself: its top frame, and from our origin. */
export function isOwnPage(frame: WebFrameMain | null): boolean {
  if (!frame || frame.parent !== null) return false;
  return frame.origin === pageOrigin && isOwnAddress(frame.url);
}

/** Refuses permissions, devices, and every request and download but for the page's own. */
export function closeSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false); // Chromium would fetch its dictionaries.
  session.on("will-download", (event, item) => {
    // A text that the page itself made, such as the list of an import; Electron asks where to put it.
    if (!item.getURL().startsWith(`blob:${pageOrigin}/`)) event.preventDefault();
  });
  session.webRequest.onBeforeRequest(({ url }, callback) => callback({ cancel: !isAllowed(url) }));
}

function isAllowed(address: string): boolean {
  return isOwnAddress(address) || (!app.isPackaged && address.startsWith("devtools://"));
}

function closeContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: "deny" }));
  contents.on("will-attach-webview", (event) => event.preventDefault());
  // No link, form or script of a report leads anywhere; the page may load itself again.
  contents.on("will-navigate", keepAtHome);
  contents.on("will-frame-navigate", keepAtHome);
  contents.on("will-redirect", keepAtHome);
  contents.setWebRTCIPHandlingPolicy("disable_non_proxied_udp");
}

function keepAtHome(event: { url: string; preventDefault(): void }): void {
  if (!isOwnAddress(event.url)) event.preventDefault();
}
