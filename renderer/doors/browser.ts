import type { Progress } from "../../shared/contract.ts";
import type { Reply } from "../../shared/errors.ts";
import { t } from "../messages.ts";
import type { CallOptions, Door } from "./door.ts";
import { sendFiles } from "./send-files.ts";

/** The door of a page that the loopback server has served: fetch with the token of its address. */
export function browserDoor(): Door {
  const token = takeToken();
  addEventListener("hashchange", startAfreshWithToken);
  return {
    call: (name, input, options) =>
      post("/operation", JSON.stringify({ name, input }), token, options),
    ticketsForFiles: (files, options) =>
      sendFiles(files, (path, body) => post(path, body, token, signalOf(options)), options),
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
  if (isToken(fromAddress)) {
    sessionStorage.setItem("token", fromAddress);
    history.replaceState(null, "", location.pathname);
  }
  return sessionStorage.getItem("token") ?? "";
}

// What begins with "/" says which screen to show.
function isToken(hash: string): boolean {
  return hash !== "" && !hash.startsWith("/");
}

/** The printed address, opened in a tab that is here already, changes no more than the hash. */
function startAfreshWithToken(): void {
  if (isToken(location.hash.slice(1))) location.reload();
}

// Progress is what the sending of files counts itself.
function signalOf({ signal }: CallOptions): CallOptions {
  return signal ? { signal } : {};
}

/** The answer is lines of JSON: any number of progress lines, then the reply. */
async function post(
  path: string,
  body: BodyInit,
  token: string,
  { onProgress, signal, outlivesPage = false }: CallOptions,
): Promise<Reply<unknown>> {
  if (token === "")
    return failure(
      t(
        "This address is not the whole one; open the address that it printed when it started, with all that follows the #.",
      ),
    );
  try {
    const response = await fetch(path, {
      method: "POST",
      body,
      headers: { authorization: `Bearer ${token}` },
      signal: signal ?? null,
      keepalive: outlivesPage,
    });
    if (response.status === 403)
      return failure(
        t(
          "Casemark was started again since this page was opened; open the address that it printed when it started, with all that follows the #.",
        ),
      );
    return await lastLine(response, onProgress);
  } catch (error) {
    if (signal?.aborted) return { ok: false, code: "cancelled", message: t("Cancelled.") };
    return failure(
      t("Casemark does not answer ({error}); start it again with npm start.", {
        error: String(error),
      }),
    );
  }
}

async function lastLine(
  response: Response,
  onProgress: CallOptions["onProgress"],
): Promise<Reply<unknown>> {
  if (!response.body) return failure(t("The answer was empty."));
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
