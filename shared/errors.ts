/** Every kind of problem that a person can meet. Screens and tests match on these, never on the sentence. */
export type ErrorCode =
  | "unknown-operation"
  | "bad-input"
  | "not-found"
  | "text-mismatch"
  | "bad-file"
  | "needs-ocr"
  /** A text that may be one in an encoding of the person's choice. */
  | "bad-encoding"
  | "not-a-project"
  | "project-too-new"
  | "project-damaged"
  | "project-in-use"
  | "read-only"
  /** A package that needs a passphrase, another one, or another key. */
  | "locked"
  | "disk-full"
  /** The project's file is no longer where it was opened. */
  | "project-gone"
  | "no-annotator"
  | "layer-closed"
  /** Finishing work on a report that was neither read nor skipped on purpose to its end. */
  | "not-read"
  | "changed-since"
  | "cancelled"
  | "wrong-use"
  | "internal";

/** A problem of a person's or a file's. The message is one sentence that says what to do about it. */
export class AppError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(readable(message), options);
    this.name = "AppError";
    this.code = code;
  }
}

/** In characters; of longer lines the middle is left out. */
const longestLine = 500;

/** Words of a file get into sentences: none may be endless, or anything that controls a screen. */
function readable(message: string): string {
  const visible = message
    .toWellFormed()
    .replaceAll("\t", " ")
    .replace(/[^\P{Cc}\n]/gu, "\uFFFD");
  return visible.split("\n").map(shortened).join("\n");
}

function shortened(line: string): string {
  if (line.length <= longestLine) return line;
  const half = longestLine / 2;
  return `${line.slice(0, half)} … ${line.slice(-half)}`.toWellFormed();
}

export interface Failure {
  ok: false;
  code: ErrorCode;
  message: string;
}

/** What crosses a host boundary: a value, or a failure that can be shown. */
export type Reply<Value> = { ok: true; value: Value } | Failure;
