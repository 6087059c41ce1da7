import type { Asked, OperationName, Output } from "../shared/contract.ts";
import type { DesktopBridge } from "../shared/desktop-bridge.ts";
import { AppError } from "../shared/errors.ts";
import { browserDoor } from "./doors/browser.ts";
import { desktopDoor } from "./doors/desktop.ts";
import type { CallOptions, Door } from "./doors/door.ts";
import { sentence } from "./messages.ts";

declare global {
  interface Window {
    /** Put there by the desktop's preload script. */
    casemark?: DesktopBridge<File>;
  }
}

export const door: Door = window.casemark ? desktopDoor(window.casemark) : browserDoor();

/** Asks the Node side. @throws AppError with the sentence to show, in the page's language. */
export async function call<N extends OperationName>(
  name: N,
  input: Asked<N>,
  options: CallOptions = {},
): Promise<Output<N>> {
  const reply = await door.call(name, input, options);
  if (!reply.ok) throw new AppError(reply.code, sentence(reply.message));
  // The contract types the answer; both ends of the door are built from it.
  return reply.value as Output<N>;
}
