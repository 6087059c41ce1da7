import { readFile } from "node:fs/promises";
import { extname, resolve, sep } from "node:path";
import { protocol, type Session } from "electron";
import { pageHeaders } from "../../../shared/content-security-policy.ts";

/** Where the page lives, in place of file://. */
export const pageOrigin = "app://page";

const mediaTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
};

/** To be called before the app is ready: app:// is an origin of its own, like https. */
export function registerAppScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: "app", privileges }]);
}

/** Serves the files below `folder` as app://page/…, and nothing else. */
export function servePage(session: Session, folder: string): void {
  session.protocol.handle("app", (request) => answer(request, folder));
}

/** Whether an address is one of the page's own. */
export function isOwnAddress(address: string): boolean {
  const url = URL.parse(address);
  return url?.protocol === "app:" && url.host === "page" && !url.username && !url.password;
}

async function answer(request: Request, folder: string): Promise<Response> {
  if (request.method !== "GET") return refusal(405);
  const file = fileOf(request.url, folder);
  if (!file) return refusal(404);
  try {
    // Node's own fs reads inside the archive that the app is packed in.
    const bytes = new Uint8Array(await readFile(file));
    const type = mediaTypes[extname(file)] ?? "application/octet-stream";
    return new Response(bytes, { headers: { ...pageHeaders, "content-type": type } });
  } catch {
    return refusal(404);
  }
}

function refusal(status: number): Response {
  return new Response(null, { status, headers: pageHeaders });
}

/** The file that an address names, or null where it leads outside the folder. */
function fileOf(address: string, folder: string): string | null {
  if (!isOwnAddress(address)) return null;
  const path = decoded(new URL(address).pathname);
  if (path === null || /[\\\0]/.test(path)) return null;
  const file = resolve(folder, `.${path === "/" ? "/index.html" : path}`);
  return file.startsWith(resolve(folder) + sep) ? file : null;
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
