import { createReadStream, existsSync, statSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { pageHeaders } from "../../../shared/content-security-policy.ts";

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
};

/** Answers with a file of the page; with 404 for anything outside of its folder. */
export function sendPageFile(response: ServerResponse, folder: string, path: string): void {
  const file = normalize(join(folder, path === "/" ? "index.html" : decodeURIComponent(path)));
  const inside = file.startsWith(folder + sep) && existsSync(file) && statSync(file).isFile();
  if (!inside) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, {
    ...pageHeaders,
    "content-type": types[extname(file)] ?? "application/octet-stream",
    // Built files carry a hash in their names; the page itself does not.
    "cache-control": path.startsWith("/assets/") ? "max-age=31536000, immutable" : "no-cache",
  });
  createReadStream(file).pipe(response);
}
