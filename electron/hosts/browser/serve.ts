import { randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { basename, join } from "node:path";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { AppError, type Reply } from "../../../shared/errors.ts";
import { dispatch } from "../../api/dispatch.ts";
import { closeSession, type Session } from "../../api/session.ts";
import { makeTemporaryFolder } from "../../api/temporary.ts";
import { isOurHost, isOurPage } from "./guard.ts";
import { parseJson } from "./parse-json.ts";
import { sendPageFile } from "./static.ts";
import { keepUpload } from "./uploads.ts";

export interface BrowserHost {
  /** What to open in a browser; the token in it lets that page in and no other. */
  address: string;
  port: number;
  token: string;
  close(): Promise<void>;
}

interface Host {
  session: Session;
  token: string;
  port: number;
  page: string;
  /** Where uploaded files lie until the host ends. */
  uploads: string;
}

/** Serves the page and its one door on 127.0.0.1 only. `port` 0 takes a free one. */
export async function serve(session: Session, options: { port: number }): Promise<BrowserHost> {
  const host: Host = {
    session,
    token: randomBytes(24).toString("base64url"),
    port: options.port,
    page: fileURLToPath(new URL("../../../out/page", import.meta.url)),
    uploads: makeTemporaryFolder("uploads"),
  };
  session.temporary.push(host.uploads);
  const server = createServer((request, response) => {
    answer(host, request, response).catch((error) => {
      if (!(error instanceof AppError))
        session.log(`${request.method} ${request.url}: ${error?.stack ?? error}`);
      sendFailure(response, error);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, "127.0.0.1", resolve);
  });
  // A TCP server's address is always an object.
  host.port = (server.address() as AddressInfo).port;
  return {
    address: `http://127.0.0.1:${host.port}/#${host.token}`,
    port: host.port,
    token: host.token,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      closeSession(session);
    },
  };
}

async function answer(
  host: Host,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://127.0.0.1");
  const [, place = "", ticket = ""] = pathname.split("/");
  if (!isOurHost(request.headers, host.port)) refuse(response);
  else if (request.method === "GET" && place === "download")
    await sendDownload(host, ticket, response);
  else if (request.method === "GET") sendPageFile(response, host.page, pathname);
  else if (!isOurPage(request.headers, host.port, host.token)) refuse(response);
  else if (request.method === "POST" && pathname === "/operation")
    await operate(host, request, response);
  else if (request.method === "POST" && place === "upload")
    await upload(host, ticket, searchParams.get("path"), request, response);
  else response.writeHead(404).end();
}

function sendFailure(response: ServerResponse, error: unknown): void {
  // Half an answer must not look like a whole one.
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const known = error instanceof AppError;
  const failure: Reply<never> = {
    ok: false,
    code: known ? error.code : "internal",
    message: known ? error.message : "Something went wrong; the log has the details.",
  };
  response.writeHead(known ? 400 : 500, { "content-type": "application/x-ndjson" });
  response.end(`${JSON.stringify(failure)}\n`);
}

function refuse(response: ServerResponse): void {
  response.writeHead(403, { "content-type": "text/plain" }).end("Not allowed.\n");
}

const Envelope = z.object({ name: z.string(), input: z.unknown() });

/** The answer is lines of JSON: any number of progress lines, then the reply. */
async function operate(
  { session }: Host,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const envelope = Envelope.safeParse(parseJson(await text(request)));
  if (!envelope.success) {
    response.writeHead(400).end();
    return;
  }
  response.writeHead(200, { "content-type": "application/x-ndjson", "cache-control": "no-store" });
  const gone = new AbortController();
  response.on("close", () => gone.abort());
  const line = (value: unknown) => response.write(`${JSON.stringify(value)}\n`);
  const context = {
    session,
    signal: gone.signal,
    progress: (progress: unknown) => line({ progress }),
  };
  line(await dispatch(context, envelope.data.name, envelope.data.input));
  response.end();
}

/** A folder that was dropped is read as a folder, so that its pairs and its scheme are found. */
async function upload(
  { session, uploads }: Host,
  ticket: string,
  path: string | null,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!z.uuid().safeParse(ticket).success)
    throw new AppError("bad-input", "The files cannot be sent; choose them again.");
  const tops = await keepUpload(request, join(uploads, ticket), path);
  for (const top of tops) session.tickets.extend(ticket, top);
  const reply: Reply<null> = { ok: true, value: null };
  response.writeHead(200, { "content-type": "application/x-ndjson" });
  response.end(`${JSON.stringify(reply)}\n`);
}

/** A download's ticket is a random secret that only the page which asked for the export knows. */
async function sendDownload(
  { session }: Host,
  ticket: string,
  response: ServerResponse,
): Promise<void> {
  const [file] = session.tickets.read(ticket);
  if (file === undefined) throw new Error("an export without a file");
  response.writeHead(200, {
    "content-type": "application/octet-stream",
    "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(basename(file))}`,
    "x-content-type-options": "nosniff",
  });
  await pipeline(createReadStream(file), response);
}
