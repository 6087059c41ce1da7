import { createWriteStream } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { dirname, join, normalize, sep } from "node:path";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import { AppError } from "../../../shared/errors.ts";
import { parseJson } from "./parse-json.ts";

/**
 * Keeps files that the page sends: the whole body as the file with this path, or, without a path,
 * several files at once. Answers the files and folders that now lie at the top of the folder.
 * @throws AppError "bad-input" for a path that would lead elsewhere; then nothing is written.
 */
export async function keepUpload(
  request: IncomingMessage,
  folder: string,
  path: string | null,
): Promise<Set<string>> {
  if (path === null) return keepSeveral(request, folder);
  const file = placeIn(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await pipeline(request, createWriteStream(file));
  return new Set([topOf(folder, path)]);
}

/** A size of null is that of a file which the page could not read. */
const List = z.array(z.object({ path: z.string(), size: z.int().nonnegative().nullable() }));

interface Sent {
  path: string;
  content: Buffer | null;
}

async function keepSeveral(request: IncomingMessage, folder: string): Promise<Set<string>> {
  const sent = unpack(await buffer(request));
  const places = sent.map(({ path, content }) => ({ file: placeIn(folder, path), content }));
  for (const place of new Set(places.map(({ file }) => dirname(file))))
    await mkdir(place, { recursive: true });
  await Promise.all(places.map(({ file, content }) => content && writeFile(file, content)));
  // What could not be read is named by itself, so that the import finds it missing and says so.
  return new Set(
    sent.map(({ path, content }) => (content ? topOf(folder, path) : placeIn(folder, path))),
  );
}

/** A line of JSON with paths and sizes, and the files' bytes after it. */
function unpack(body: Buffer): Sent[] {
  const list = List.safeParse(parseJson(body.subarray(0, body.indexOf("\n")).toString()));
  const sizes = list.data?.reduce((sum, { size }) => sum + (size ?? 0), 0);
  let at = body.indexOf("\n") + 1;
  if (!list.success || at + (sizes ?? 0) !== body.length)
    throw new AppError("bad-input", "The files came in pieces; choose them again.");
  return list.data.map(({ path, size }) => {
    if (size === null) return { path, content: null };
    at += size;
    return { path, content: body.subarray(at - size, at) };
  });
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
