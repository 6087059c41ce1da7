import { readFile } from "node:fs/promises";
import { protocol, type Session } from "electron";
import { pageHeaders } from "../../../shared/content-security-policy.ts";
import { mediaType, pageFile } from "../page-files.ts";

/** Where the page lives, in place of file://. */
export const pageOrigin = "app://page";

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
  if (!isOwnAddress(request.url)) return refusal(404);
  const file = pageFile(folder, new URL(request.url).pathname);
  if (!file) return refusal(404);
  try {
    // Node's own fs reads inside the archive that the app is packed in.
    const bytes = new Uint8Array(await readFile(file));
    return new Response(bytes, { headers: { ...pageHeaders, "content-type": mediaType(file) } });
  } catch {
    return refusal(404);
  }
}

function refusal(status: number): Response {
  return new Response(null, { status, headers: pageHeaders });
}
