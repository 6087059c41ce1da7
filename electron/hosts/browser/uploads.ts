import { createWriteStream } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { dirname, join, normalize, sep } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { AppError } from "../../../shared/errors.ts";

/**
 * Keeps files that the page sends: the whole body as the file with this path, or, without a path,
 * every file of a form. Answers the files and folders that now lie at the top of the folder.
 * @throws AppError "bad-input" for a path that would lead elsewhere; then nothing is written.
 */
export async function keepUpload(
  request: IncomingMessage,
  folder: string,
  path: string | null,
): Promise<Set<string>> {
  if (path === null) return keepForm(request, folder);
  const file = placeIn(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await pipeline(request, createWriteStream(file));
  return new Set([topOf(folder, path)]);
}

async function keepForm(request: IncomingMessage, folder: string): Promise<Set<string>> {
  const sent = await filesOf(request);
  const places = sent.map(({ path, content }) => ({ file: placeIn(folder, path), content }));
  for (const place of new Set(places.map(({ file }) => dirname(file))))
    await mkdir(place, { recursive: true });
  await Promise.all(
    places.map(async ({ file, content }) => writeFile(file, await content.bytes())),
  );
  return new Set(sent.map(({ path }) => topOf(folder, path)));
}

async function filesOf(request: IncomingMessage): Promise<{ path: string; content: File }[]> {
  const headers = { "content-type": request.headers["content-type"] ?? "" };
  try {
    const form = await new Response(Readable.toWeb(request), { headers }).formData();
    // What came without a name is a string; its empty path is refused with the others.
    const files = [...form.values()].map((value) =>
      typeof value === "string" ? new File([value], "") : value,
    );
    return files.map((content) => ({ path: decodeURIComponent(content.name), content }));
  } catch (cause) {
    throw new AppError("bad-input", "The files came in pieces; choose them again.", { cause });
  }
}

/** Where a file belongs; nothing that the page sends may lead out of the folder. */
function placeIn(folder: string, path: string): string {
  const file = normalize(join(folder, path));
  const plain = path.split("/").every((part) => !["", ".", ".."].includes(part));
  if (!plain || !file.startsWith(folder + sep) || path.includes("\0"))
    throw new AppError("bad-input", `"${path}" cannot be sent; choose the file again.`);
  return file;
}

function topOf(folder: string, path: string): string {
  return join(folder, path.split("/")[0] ?? path);
}
