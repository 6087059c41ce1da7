import { AppError, type Reply } from "../../shared/errors.ts";
import { sentence, t } from "../messages.ts";
import type { CallOptions, DroppedFile } from "./door.ts";

/** Posts to our own server. */
type Post = (path: string, body: BodyInit) => Promise<Reply<unknown>>;

// One request for each of ten thousand files takes a minute, one for all shows no progress.
const mostFiles = 500;
const mostBytes = 4 * 2 ** 20;
const requestsAtOnce = 3;

// Asking a browser for a file's size, or for its bytes, holds the page up a little each time: between
// a tenth of a millisecond and ten, as busy as the machine is.
const readAtOnce = 25;
const longestTurn = 8;

/** A file as it travels: its bytes; itself where it is large; null where it cannot be read. */
interface Parcel {
  path: string;
  content: ArrayBuffer | File | null;
}

/**
 * Sends the files below one ticket, many small ones in a request, a few requests at once. A file that
 * cannot be read is named to the server, which says so with all else that it has to say of the files.
 * @throws AppError with the server's sentence when a request is refused.
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
    for await (const batch of waiting) {
      const reply = await send(batch, ticket, post);
      if (!reply.ok) throw new AppError(reply.code, sentence(reply.message));
      done += batch.length;
      onProgress?.({ done, total: files.length, doing: t("Fetching the files") });
    }
  };
  onProgress?.({ done, total: files.length, doing: t("Fetching the files") });
  await Promise.all(Array.from({ length: requestsAtOnce }, sendSome));
  return [ticket];
}

/** The files in their order, cut where a request would become too large. */
async function* batchesOf(files: readonly DroppedFile[]): AsyncGenerator<Parcel[], void> {
  let batch: Parcel[] = [];
  let bytes = 0;
  for await (const parcel of parcelsOf(files)) {
    const size = sizeOf(parcel);
    if (batch.length > 0 && (batch.length === mostFiles || bytes + size > mostBytes)) {
      yield batch;
      [batch, bytes] = [[], 0];
    }
    batch.push(parcel);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}

/** Reads a few at a time, as many as fit into a turn that nobody notices. */
async function* parcelsOf(files: readonly DroppedFile[]): AsyncGenerator<Parcel, void> {
  let reading: Promise<Parcel>[] = [];
  let began = performance.now();
  for (const file of files) {
    reading.push(read(file));
    if (reading.length < readAtOnce && performance.now() - began < longestTurn) continue;
    yield* await Promise.all(reading);
    [reading, began] = [[], performance.now()];
  }
  yield* await Promise.all(reading);
}

async function read({ file, path }: DroppedFile): Promise<Parcel> {
  const isLarge = file.size > mostBytes;
  try {
    // The first byte of a large one shows whether it can be read at all.
    const content = await (isLarge ? file.slice(0, 1) : file).arrayBuffer();
    return { path, content: isLarge ? file : content };
  } catch {
    return { path, content: null };
  }
}

function sizeOf({ content }: Parcel): number {
  return content instanceof File ? content.size : (content?.byteLength ?? 0);
}

async function send(batch: readonly Parcel[], ticket: string, post: Post): Promise<Reply<unknown>> {
  const [only] = batch;
  // A large file goes as it is, and alone: the server takes the others whole into memory.
  if (only?.content instanceof File)
    return post(`/upload/${ticket}?path=${encodeURIComponent(only.path)}`, only.content);
  return post(`/upload/${ticket}`, packed(batch));
}

/**
 * A line of JSON with the paths and sizes, and the files' bytes after it. A form would do, but takes
 * the browser twice as long.
 */
function packed(batch: readonly Parcel[]): Blob {
  const list = batch.map((parcel) => ({
    path: parcel.path,
    size: parcel.content === null ? null : sizeOf(parcel),
  }));
  return new Blob([
    ...[JSON.stringify(list), "\n"],
    ...batch.flatMap(({ content }) => content ?? []),
  ]);
}
