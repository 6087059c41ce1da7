import { onTestFinished } from "vitest";
import { dispatch } from "../../electron/api/dispatch.ts";
import { closeSession, openSession, type Session } from "../../electron/api/session.ts";
import { closeProject } from "../../electron/store/database.ts";
import type { Asked, OperationName, Output, Progress } from "../../shared/contract.ts";
import { AppError } from "../../shared/errors.ts";
import { newProject, temporaryFolder } from "../store/project.ts";

/** Ana at work on a new project, in a home of her own; closed when the test is over. */
export function newSession(): { session: Session; home: string; logged: string[] } {
  const home = temporaryFolder();
  process.env.CASEMARK_HOME = home;
  const db = newProject();
  closeProject(db);
  const logged: string[] = [];
  const session = openSession({ host: "desktop", file: db.name, log: (line) => logged.push(line) });
  session.annotator = "Ana";
  onTestFinished(() => closeSession(session));
  return { session, home, logged };
}

interface AskOptions {
  signal?: AbortSignal;
  progress?(progress: Progress): void;
}

/** Asks through the one door. @throws AppError as the page would see it. */
export async function ask<N extends OperationName>(
  session: Session,
  name: N,
  input: Asked<N>,
  { signal = new AbortController().signal, progress = () => {} }: AskOptions = {},
): Promise<Output<N>> {
  const reply = await dispatch({ session, signal, progress }, name, input);
  if (!reply.ok) throw new AppError(reply.code, reply.message);
  // The contract types the answer; dispatch is built from it.
  return reply.value as Output<N>;
}
