import type { Input, OperationName, Output, Progress } from "../../shared/contract.ts";
import type { Session } from "./session.ts";

/** One call: whose session it is in, and how a job tells its progress and learns that it is cancelled. */
export interface CallContext {
  session: Session;
  signal: AbortSignal;
  progress(progress: Progress): void;
}

export type Handlers = {
  [N in OperationName]: (context: CallContext, input: Input<N>) => Output<N> | Promise<Output<N>>;
};
