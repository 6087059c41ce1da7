import { createReadStream, statSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { pageHeaders } from "../../../shared/content-security-policy.ts";
import { mediaType, pageFile } from "../page-files.ts";

/** Answers with a file of the page; with 404 for anything outside of its folder. */
export function sendPageFile(response: ServerResponse, folder: string, pathname: string): void {
  const file = pageFile(folder, pathname);
  if (file === null || !statSync(file, { throwIfNoEntry: false })?.isFile()) {
    response.writeHead(404, pageHeaders).end();
    return;
  }
  response.writeHead(200, {
    ...pageHeaders,
    "content-type": mediaType(file),
    // Built files carry a hash in their names; the page itself does not.
    "cache-control": pathname.startsWith("/assets/") ? "max-age=31536000, immutable" : "no-cache",
  });
  createReadStream(file).pipe(response);
}
