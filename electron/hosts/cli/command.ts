import type { ParseArgsOptionsConfig } from "node:util";
import type { Output as Answer, Asked, OperationName, Progress } from "../../../shared/contract.ts";
import { AppError, type Reply } from "../../../shared/errors.ts";
import type { CallContext } from "../../api/context.ts";
import { dispatch } from "../../api/dispatch.ts";
import type { Session } from "../../api/session.ts";
import { closeSession, openSessionOnce } from "../../api/session.ts";
import { readSettings } from "../../settings.ts";
import { closeProject, openProjectForReading, type ReadDb } from "../../store/database.ts";

/** What a command has to say: one value for --json, lines for people. */
export interface Output {
  json: unknown;
  text: string;
  /** Said on stderr, with exit code 1, when the command ran and found something wrong. */
  problem?: string | null;
}

export type Values = ReadonlyMap<string, unknown>;

export interface Command {
  usage: string;
  about: string;
  options: ParseArgsOptionsConfig;
  run(positionals: string[], values: Values): Output | Promise<Output>;
}

/** The command was called in a way it does not have; exit code 2. */
export class WrongUse extends Error {}

/** The n-th word after the command. @throws WrongUse when it is not there. */
export function required(positionals: readonly string[], at: number, name: string): string {
  const value = positionals[at];
  if (value === undefined) throw new WrongUse(`${name} is missing.`);
  return value;
}

/** An option that has to be one of a list. @throws WrongUse */
export function oneOf<Value extends string>(
  values: Values,
  option: string,
  choices: readonly Value[],
  otherwise: Value | null,
): Value {
  const given = values.get(option) ?? otherwise;
  const found = choices.find((choice) => choice === given);
  if (found === undefined)
    throw new WrongUse(`--${option} has to be one of ${choices.join(", ")}.`);
  return found;
}

/** A number with its noun: "1 report", "2 reports". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

export function stringOf(values: Values, option: string): string | null {
  const value = values.get(option);
  return typeof value === "string" ? value : null;
}

/** What stands between commas. */
export const listOf = (text: string): string[] =>
  text
    .split(",")
    .map((one) => one.trim())
    .filter(Boolean);

/** An option that has to be some of a list, with commas between; null where it is not given. @throws WrongUse */
export function someOf<Value extends string>(
  values: Values,
  option: string,
  choices: readonly Value[],
): Value[] | null {
  const text = stringOf(values, option);
  if (text === null) return null;
  const found = new Set<Value>();
  for (const one of listOf(text)) {
    const choice = choices.find((id) => id === one);
    if (choice === undefined) throw noneOf(option, choices, one);
    found.add(choice);
  }
  if (found.size === 0) throw noneOf(option, choices, "");
  return [...found];
}

const noneOf = (option: string, choices: readonly string[], one: string) =>
  new WrongUse(`--${option} has to be some of ${choices.join(", ")}; "${one}" is none of them.`);

/** An option that has to be a whole number, between these; null where it is not given. @throws WrongUse */
export function wholeNumber(
  values: Values,
  option: string,
  between: readonly [least: number, most: number] | null = null,
): number | null {
  const text = stringOf(values, option);
  if (text === null) return null;
  const number = text.trim() === "" ? Number.NaN : Number(text);
  const [least, most] = between ?? [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER];
  if (Number.isSafeInteger(number) && least <= number && number <= most) return number;
  const limits = between === null ? "" : ` from ${least} to ${most}`;
  throw new WrongUse(`--${option} has to be a whole number${limits}.`);
}

/** Opens a project to read from it, and closes it whatever happens. */
export function reading<Value>(file: string, work: (db: ReadDb) => Value): Value {
  const db = openProjectForReading(file);
  try {
    return work(db);
  } finally {
    closeProject(db);
  }
}

/** Whose work it is where the command does not say it. */
export const usualAnnotator = (): string => readSettings().annotator ?? "imported";

/** Opens a project to change it, as this annotator, and closes it whatever happens. */
export async function changing<Value>(
  file: string,
  annotator: string | null,
  work: (session: Session) => Promise<Value>,
): Promise<Value> {
  const session = openSessionOnce(file, annotator ?? usualAnnotator());
  try {
    return await work(session);
  } finally {
    closeSession(session);
  }
}

/** Does something long. Progress goes to stderr, where a person looks on; Ctrl+C cancels. */
export async function watched<Value>(
  work: (watch: Pick<CallContext, "signal" | "progress">) => Promise<Value>,
): Promise<Value> {
  const cancel = new AbortController();
  const interrupt = () => cancel.abort();
  process.once("SIGINT", interrupt);
  try {
    return await work({ signal: cancel.signal, progress: showProgress() });
  } finally {
    process.off("SIGINT", interrupt);
    if (process.stderr.isTTY) process.stderr.write("\r\x1b[K");
  }
}

/** Asks the same door as the page. @throws AppError with the sentence of a refusal. */
export async function ask<N extends OperationName>(
  session: Session,
  name: N,
  input: Asked<N>,
): Promise<Answer<N>> {
  const reply: Reply<unknown> = await watched((watch) =>
    dispatch({ session, ...watch }, name, input),
  );
  if (!reply.ok) throw new AppError(reply.code, reply.message);
  // The contract types the answer; dispatch is built from it.
  return reply.value as Answer<N>;
}

/** At most five times a second, and only where somebody sees it. */
export function showProgress(): (progress: Progress) => void {
  let shown = 0;
  return ({ done, total, doing }) => {
    const now = Date.now();
    if (!process.stderr.isTTY || now - shown < 200) return;
    shown = now;
    const share = total > 0 ? ` ${done} of ${total}` : "";
    process.stderr.write(`\r\x1b[K${doing}${share}`);
  };
}
