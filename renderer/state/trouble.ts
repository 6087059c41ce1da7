import { AppError, type ErrorCode } from "../../shared/errors.ts";
import { toast } from "../look/toasts.tsx";
import { t } from "../messages.ts";
import { createValueStore } from "./value-store.ts";

/** The project's disk or file cannot take what is being done; it waits here, in order. */
export interface Trouble {
  code: ErrorCode;
  /** What is the matter and what to do, for people. */
  sentence: string;
  /** What was done and is not saved yet, each in words. */
  waiting: readonly string[];
}

interface Held {
  words: string;
  /** Tries once more; answers whether the next may be tried. */
  attempt(): Promise<boolean>;
}

const troubles: readonly ErrorCode[] = ["disk-full", "project-gone", "bad-file", "read-only"];
// In milliseconds: soon enough to be there when a person has made space and looks up.
const betweenAttempts = 2000;

const trouble = createValueStore<Trouble | null>(null);
export const useTrouble = trouble.use;

const held: Held[] = [];
/** What waits behind those that are held, and will be asked for when its turn comes. */
const behind = new Set<() => string>();
let saved = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
let isTrying = false;

/**
 * Sends a write until it is saved, and not before those that wait already. @throws AppError with
 * whatever else is wrong with it.
 */
export async function untilSaved<Value>(words: string, send: () => Promise<Value>): Promise<Value> {
  if (trouble.get() === null) {
    try {
      return await send();
    } catch (error) {
      if (!isTrouble(error)) throw error;
      return hold(words, send, error);
    }
  }
  return hold(words, send, null);
}

/** Counts something among what waits, for as long as its turn has not come. Answers how to stop. */
export function waitBehind(words: () => string): () => void {
  behind.add(words);
  showWaiting();
  return () => behind.delete(words);
}

/** Tries at once what would be tried again in a moment. */
export async function tryNow(): Promise<void> {
  clearTimeout(timer);
  if (isTrying || trouble.get() === null) return;
  isTrying = true;
  while (held[0] && (await held[0].attempt())) {
    held.shift();
    saved += 1;
    showWaiting();
    // Whoever waited for this one may have the next one ready, which is to go before all is said to be well.
    await new Promise((resolve) => setTimeout(resolve));
  }
  isTrying = false;
  if (held.length === 0) allIsWell();
  else timer = setTimeout(tryNow, betweenAttempts);
}

function hold<Value>(
  words: string,
  send: () => Promise<Value>,
  error: AppError | null,
): Promise<Value> {
  const { promise, resolve, reject } = Promise.withResolvers<Value>();
  const attempt = async () => {
    try {
      resolve(await send());
    } catch (problem) {
      if (isTrouble(problem)) {
        say(problem);
        return false;
      }
      reject(problem);
    }
    return true;
  };
  held.push({ words, attempt });
  if (error) begin(error);
  else showWaiting();
  return promise;
}

function begin(error: AppError): void {
  if (trouble.get() === null) {
    saved = 0;
    addEventListener("beforeunload", keepPage);
    timer = setTimeout(tryNow, betweenAttempts);
  }
  say(error);
}

function allIsWell(): void {
  removeEventListener("beforeunload", keepPage);
  trouble.set(null);
  const text = t(
    "{saved, plural, one {All is safe again. What was waiting is saved.} other {All is safe again. All # changes that waited are saved.}}",
    { saved },
  );
  toast({ tone: "success", text });
}

function say({ code, message }: AppError): void {
  trouble.set({ code, sentence: message, waiting: wordsOfWaiting() });
}

function showWaiting(): void {
  const now = trouble.get();
  if (now) trouble.set({ ...now, waiting: wordsOfWaiting() });
}

function wordsOfWaiting(): string[] {
  return [...held.map(({ words }) => words), ...Array.from(behind, (words) => words())];
}

function isTrouble(error: unknown): error is AppError {
  return error instanceof AppError && troubles.includes(error.code);
}

/** What waits is nowhere but in this page. */
function keepPage(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
