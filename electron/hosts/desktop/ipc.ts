import { type BrowserWindow, ipcMain, type WebContents } from "electron";
import { z } from "zod";
import { AppError, type Reply } from "../../../shared/errors.ts";
import { dispatch } from "../../api/dispatch.ts";
import type { Session } from "../../api/session.ts";
import { droppedRoots, pick } from "./files.ts";
import { channels, type ProgressMessage, pickKinds } from "./messages.ts";
import { isOwnPage } from "./security.ts";

const Call = z.object({ job: z.uuid(), name: z.string(), input: z.unknown() });
const Dropped = z.array(z.object({ absolute: z.string(), path: z.string() }));

/** The page's side of the app, and what it may reach. */
export interface Page {
  window: BrowserWindow;
  session: Session;
}

/** Answers the page. The function it returns cancels every job that still runs, for a page that is gone. */
export function answerPage({ window, session }: Page): () => void {
  const jobs = new Map<string, AbortController>();

  handle(channels.call, Call, async ({ job, name, input }, sender) => {
    const controller = new AbortController();
    jobs.set(job, controller);
    const progress = (step: ProgressMessage["progress"]) => tell(sender, { job, progress: step });
    try {
      return await dispatch({ session, signal: controller.signal, progress }, name, input);
    } finally {
      jobs.delete(job);
    }
  });
  handle(channels.cancel, z.uuid(), async (job) => jobs.get(job)?.abort());
  handle(channels.pick, z.enum(pickKinds), (kind) =>
    replied(() => pick(window, session.tickets, kind)),
  );
  handle(channels.dropped, Dropped, (files) => replied(async () => ticketsFor(session, files)));

  return () => {
    for (const controller of jobs.values()) controller.abort();
  };
}

/** Messages from anything but our own page are refused before they are looked at. */
function handle<Schema extends z.ZodType>(
  channel: string,
  schema: Schema,
  answer: (message: z.output<Schema>, sender: WebContents) => Promise<unknown>,
): void {
  ipcMain.handle(channel, async (event, raw: unknown) => {
    if (!isOwnPage(event.senderFrame))
      throw new Error(`${channel} is only for Casemark's own page`);
    return answer(schema.parse(raw), event.sender);
  });
}

function tell(sender: WebContents, message: ProgressMessage): void {
  if (!sender.isDestroyed()) sender.send(channels.progress, message);
}

function ticketsFor(session: Session, files: z.output<typeof Dropped>): string[] {
  if (files.length === 0) return [];
  if (files.some(({ absolute }) => absolute === ""))
    throw new AppError("bad-input", "Only files from this computer's disks can be dropped here.");
  return [session.tickets.issue(droppedRoots(files))];
}

async function replied<Value>(work: () => Promise<Value>): Promise<Reply<Value>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    const code = error instanceof AppError ? error.code : "internal";
    return { ok: false, code, message: error instanceof Error ? error.message : String(error) };
  }
}
