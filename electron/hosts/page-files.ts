import { extname, resolve, sep } from "node:path";

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

/** The Content-Type of a file of the page, by its ending. */
export function mediaType(file: string): string {
  return mediaTypes[extname(file)] ?? "application/octet-stream";
}

/** The file below the folder that an address's path names; null where it leads outside of it. */
export function pageFile(folder: string, pathname: string): string | null {
  const path = decoded(pathname);
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
