import { resolve } from "node:path";
import { app } from "electron";
import { z } from "zod";

const Message = z.object({ file: z.string().nullable() });

/** The project file that a start of the app was given, as an absolute path; null for none. */
export function projectIn(arguments_: readonly string[], folder: string): string | null {
  const file = arguments_.slice(1).findLast((text) => /^[^-].*\.casemark$/i.test(text));
  return file === undefined ? null : resolve(folder, file);
}

/**
 * Makes this the one running Casemark. False when there is one already: it has been given our file
 * and we are to quit. Afterwards `open` is called for every later start (null: only come forward) and
 * for every project that the system hands over, before the app is ready too.
 */
export function becomeTheOnly(file: string | null, open: (file: string | null) => void): boolean {
  if (!app.requestSingleInstanceLock({ file })) return false;
  app.on("second-instance", (_event, _arguments, _folder, raw) => {
    const message = Message.safeParse(raw);
    open(message.success ? message.data.file : null);
  });
  // A Mac does not start an app again for a double click; it sends this event.
  app.on("open-file", (event, path) => {
    event.preventDefault();
    open(path);
  });
  return true;
}
