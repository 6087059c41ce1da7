import type { Progress } from "../../shared/contract.ts";
import type { Reply } from "../../shared/errors.ts";
import type { CallOptions, Door, DroppedFile } from "./door.ts";

/** The door of a page that the loopback server has served: fetch with the token of its address. */
export function browserDoor(): Door {
  const token = takeToken();
  return {
    call: (name, input, options) =>
      post("/operation", JSON.stringify({ name, input }), token, options),
    ticketsForFiles: (files, options) => upload(files, token, options),
    pickFiles: null,
    pickFolder: null,
    pickProject: null,
    pickExportFolder: null,
    downloadAddress: (ticket) => `/download/${ticket}`,
    onMenu: () => {},
  };
}

// The address carries the token once; a reload finds it in the tab's own storage.
function takeToken(): string {
  const fromAddress = location.hash.slice(1);
  if (fromAddress) {
    sessionStorage.setItem("token", fromAddress);
    history.replaceState(null, "", location.pathname);
  }
  return sessionStorage.getItem("token") ?? "";
}

/** The answer is lines of JSON: any number of progress lines, then the reply. */
async function post(
  path: string,
  body: BodyInit,
  token: string,
  { onProgress, signal }: CallOptions,
): Promise<Reply<unknown>> {
  try {
    const response = await fetch(path, {
      method: "POST",
      body,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      signal: signal ?? null,
    });
    if (response.status === 403)
      return failure("This page is no longer allowed in; open the address that npm start printed.");
    return await lastLine(response, onProgress);
  } catch (error) {
    if (signal?.aborted) return { ok: false, code: "cancelled", message: "Cancelled." };
    return failure(`Casemark does not answer (${String(error)}); start it again with npm start.`);
  }
}

async function lastLine(
  response: Response,
  onProgress: CallOptions["onProgress"],
): Promise<Reply<unknown>> {
  if (!response.body) return failure("The answer was empty.");
  let rest = "";
  for await (const piece of response.body.pipeThrough(new TextDecoderStream())) {
    rest += piece;
    if (!onProgress) continue;
    const lines = rest.split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      const message: { progress: Progress } | Reply<unknown> = JSON.parse(line);
      if ("ok" in message) return message;
      onProgress(message.progress);
    }
  }
  const last = rest.trimEnd().split("\n").at(-1) ?? "";
  return JSON.parse(last) as Reply<unknown>; // our own server wrote it, to this shape
}

function failure(message: string): Reply<never> {
  return { ok: false, code: "internal", message };
}

const uploadsAtOnce = 6;

/** Sends the files below one ticket, a few at a time, so that ten thousand do not open as many requests. */
async function upload(
  files: readonly DroppedFile[],
  token: string,
  { onProgress, signal }: CallOptions,
): Promise<string[]> {
  const ticket = crypto.randomUUID();
  let next = 0;
  let done = 0;
  const sendSome = async () => {
    for (let at = next++; at < files.length; at = next++) {
      const item = files[at];
      if (!item) return;
      const address = `/upload/${ticket}?path=${encodeURIComponent(item.path)}`;
      const reply = await post(address, item.file, token, signal ? { signal } : {});
      if (!reply.ok) throw new Error(reply.message);
      onProgress?.({ done: ++done, total: files.length, doing: "Reading the files" });
    }
  };
  await Promise.all(Array.from({ length: uploadsAtOnce }, sendSome));
  return [ticket];
}
