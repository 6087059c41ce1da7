import { AppError, type Reply } from "../../shared/errors.ts";
import type { CallOptions, DroppedFile } from "./door.ts";

/** Posts to our own server. */
type Post = (path: string, body: BodyInit) => Promise<Reply<unknown>>;

// One request for each of ten thousand files takes a minute, one for all shows no progress.
const mostFiles = 500;
const mostBytes = 4 * 2 ** 20;
const requestsAtOnce = 3;

/**
 * Sends the files below one ticket, many small ones in a request, a few requests at once.
 * @throws Error with the server's sentence when one of them is refused.
 */
export async function sendFiles(
  files: readonly DroppedFile[],
  post: Post,
  { onProgress }: CallOptions,
): Promise<string[]> {
  const ticket = crypto.randomUUID();
  const waiting = batchesOf(files).values();
  let done = 0;
  const sendSome = async () => {
    for (const batch of waiting) {
      const reply = await send(batch, ticket, post);
      if (!reply.ok) throw new AppError(reply.code, reply.message);
      done += batch.length;
      onProgress?.({ done, total: files.length, doing: "Fetching the files" });
    }
  };
  onProgress?.({ done, total: files.length, doing: "Fetching the files" });
  await Promise.all(Array.from({ length: requestsAtOnce }, sendSome));
  return [ticket];
}

/** The files in their order, cut where a request would become too large. */
export function batchesOf(files: readonly DroppedFile[]): DroppedFile[][] {
  const batches: DroppedFile[][] = [];
  let room = 0;
  for (const item of files) {
    const last = batches.at(-1);
    room -= item.file.size;
    if (last && room >= 0 && last.length < mostFiles) last.push(item);
    else {
      batches.push([item]);
      room = mostBytes - item.file.size;
    }
  }
  return batches;
}

function send(batch: readonly DroppedFile[], ticket: string, post: Post): Promise<Reply<unknown>> {
  const [only] = batch;
  // A large file goes as it is: the server reads a form whole into memory.
  if (batch.length === 1 && only && only.file.size > mostBytes)
    return post(`/upload/${ticket}?path=${encodeURIComponent(only.path)}`, only.file);
  const form = new FormData();
  // Encoded, since a form writes quotes and line feeds in names as %22 and %0A, but leaves % alone.
  for (const { file, path } of batch) form.append("file", file, encodeURIComponent(path));
  return post(`/upload/${ticket}`, form);
}
