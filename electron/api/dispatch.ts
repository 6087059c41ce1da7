import { z } from "zod";
import { contract, type OperationName } from "../../shared/contract.ts";
import { AppError, type ErrorCode, type Failure, type Reply } from "../../shared/errors.ts";
import { explain } from "../store/problems.ts";
import type { CallContext } from "./context.ts";
import { handlers } from "./handlers.ts";
import { giveUpAfter, makeReady } from "./readiness.ts";
import { inTurn } from "./turns.ts";

/** The only door into the Node side. Desktop, browser and command line all knock here. */
export async function dispatch(
  context: CallContext,
  name: string,
  raw: unknown,
): Promise<Reply<unknown>> {
  if (!isOperation(name)) return failure("unknown-operation", `There is no operation "${name}".`);
  const input = contract[name].input.safeParse(raw);
  if (!input.success) return failure("bad-input", z.prettifyError(input.error));
  const { session } = context;
  try {
    const value = await inTurn(session.turns, name, () => {
      makeReady(session, name);
      return handle(name, context, input.data);
    });
    return { ok: true, value };
  } catch (thrown) {
    giveUpAfter(thrown, session);
    const error = explain(thrown, session.db.name);
    if (error instanceof AppError) return failure(error.code, error.message);
    session.log(`${name}: ${error instanceof Error ? error.stack : String(error)}`);
    return failure(
      "internal",
      "Something went wrong; nothing was changed. The log has the details.",
    );
  }
}

// Object.hasOwn, not `in`: "constructor" is not an operation.
function isOperation(name: string): name is OperationName {
  return Object.hasOwn(contract, name);
}

function failure(code: ErrorCode, message: string): Failure {
  return { ok: false, code, message };
}

// The one cast in the API: TypeScript cannot see that the handler and the input share a name.
function handle(name: OperationName, context: CallContext, input: unknown): unknown {
  return (handlers[name] as (context: CallContext, input: unknown) => unknown)(context, input);
}
