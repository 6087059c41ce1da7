import { request } from "node:http";
import { onTestFinished } from "vitest";
import { openSession, type Session } from "../../../electron/api/session.ts";
import { type BrowserHost, serve } from "../../../electron/hosts/browser/serve.ts";
import { closeProject } from "../../../electron/store/database.ts";
import type { Progress } from "../../../shared/contract.ts";
import type { Reply } from "../../../shared/errors.ts";
import { newProject, temporaryFolder } from "../../store/project.ts";

export interface Running extends BrowserHost {
  session: Session;
  logged: string[];
  file: string;
  home: string;
}

/** The browser host on a free port, with a new project; ended when the test is over. */
export async function startBrowserHost(): Promise<Running> {
  const home = temporaryFolder();
  process.env.CASEMARK_HOME = home;
  const db = newProject();
  closeProject(db);
  const logged: string[] = [];
  const log = (line: string) => logged.push(line);
  const session = openSession({ host: "browser", file: db.name, log });
  session.annotator = "Ana";
  const host = await serve(session, { port: 0 });
  onTestFinished(() => host.close());
  return { ...host, session, logged, file: db.name, home };
}

interface Sent {
  method?: string;
  path: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
}

interface Answer {
  status: number;
  headers: Record<string, unknown>;
  body: Buffer;
}

/** Sends exactly this; fetch would set Host and Origin as it likes and clean the path. */
export function send({ port }: { port: number }, { body, ...sent }: Sent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, agent: false, ...sent }, async (response) => {
      try {
        const { statusCode = 0, headers } = response;
        resolve({ status: statusCode, headers, body: Buffer.concat(await response.toArray()) });
      } catch (error) {
        reject(error);
      }
    });
    asked.on("error", reject);
    asked.end(body);
  });
}

export const withToken = ({ token }: BrowserHost) => ({ authorization: `Bearer ${token}` });

/** Asks for an operation as the page does; answers the reply and the progress before it. */
export async function operate(host: BrowserHost, name: string, input: unknown) {
  const body = JSON.stringify({ name, input });
  const headers = withToken(host);
  const answer = await send(host, { method: "POST", path: "/operation", headers, body });
  const lines = answer.body
    .toString()
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  // The last line is the reply, those before it are progress.
  const reply = lines.pop() as Reply<unknown>;
  return { reply, progress: lines.map(({ progress }): Progress => progress) };
}

/** Sends a file as the page does with small ones that were dropped. */
export async function upload(
  host: BrowserHost,
  ticket: string,
  path: string,
  content: string | Uint8Array,
) {
  return uploadAll(host, ticket, { [path]: content });
}

/** Sends files in one request, by their paths. */
export async function uploadAll(
  host: BrowserHost,
  ticket: string,
  files: Record<string, string | Uint8Array>,
) {
  const sent = Object.entries(files).map(
    ([path, content]) => [path, Buffer.from(content)] as const,
  );
  const list = sent.map(([path, { length }]) => ({ path, size: length }));
  const body = Buffer.concat([
    Buffer.from(`${JSON.stringify(list)}\n`),
    ...sent.map(([, content]) => content),
  ]);
  const headers = withToken(host);
  return send(host, { method: "POST", path: `/upload/${ticket}`, headers, body });
}

/** Sends a file as the page does with a large one. */
export function uploadAlone(host: BrowserHost, ticket: string, path: string, body: string) {
  const address = `/upload/${ticket}?path=${encodeURIComponent(path)}`;
  return send(host, { method: "POST", path: address, headers: withToken(host), body });
}
