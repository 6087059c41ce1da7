/** Every kind of problem that a person can meet. Screens and tests match on these, never on the sentence. */
export type ErrorCode =
  | "unknown-operation"
  | "bad-input"
  | "not-found"
  | "text-mismatch"
  | "bad-file"
  /** A text that may be one in an encoding of the person's choice. */
  | "bad-encoding"
  | "not-a-project"
  | "project-too-new"
  | "project-damaged"
  | "project-in-use"
  | "read-only"
  | "disk-full"
  | "no-annotator"
  | "layer-closed"
  | "changed-since"
  | "cancelled"
  | "wrong-use"
  | "internal";

/** A problem of a person's or a file's. The message is one sentence that says what to do about it. */
export class AppError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "AppError";
    this.code = code;
  }
}

export interface Failure {
  ok: false;
  code: ErrorCode;
  message: string;
}

/** What crosses a host boundary: a value, or a failure that can be shown. */
export type Reply<Value> = { ok: true; value: Value } | Failure;
