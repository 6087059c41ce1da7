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
  const waiting = batchesOf(files);
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

/** The files in their order, cut where a request would become too large; a file's size takes a while. */
function* batchesOf(files: readonly DroppedFile[]): Generator<DroppedFile[], void> {
  let batch: DroppedFile[] = [];
  let bytes = 0;
  for (const item of files) {
    const { size } = item.file;
    if (batch.length > 0 && (batch.length === mostFiles || bytes + size > mostBytes)) {
      yield batch;
      [batch, bytes] = [[], 0];
    }
    batch.push(item);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}

async function send(
  batch: readonly DroppedFile[],
  ticket: string,
  post: Post,
): Promise<Reply<unknown>> {
  const [only] = batch;
  // A large file goes as it is: the server takes the others whole into memory.
  if (batch.length === 1 && only && only.file.size > mostBytes)
    return post(`/upload/${ticket}?path=${encodeURIComponent(only.path)}`, only.file);
  return post(`/upload/${ticket}`, await packed(batch));
}

/**
 * A line of JSON with the paths and sizes, and the files' bytes after it. A form would do, but takes
 * the browser twice as long.
 */
async function packed(batch: readonly DroppedFile[]): Promise<Blob> {
  const contents = await Promise.all(batch.map(({ file }) => file.arrayBuffer()));
  const list = contents.map(({ byteLength }, at) => ({ path: batch[at]?.path, size: byteLength }));
  return new Blob([JSON.stringify(list), "\n", ...contents]);
}
