import { parseArgs } from "node:util";
import { AppError } from "../../../shared/errors.ts";
import { openSession } from "../../api/session.ts";
import { serve } from "./serve.ts";

/** Serves one project to the person's own browser until it is stopped. Prints the address to open. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { port: { type: "string", default: "0" } },
    allowPositionals: true,
  });
  const session = openSession({
    host: "browser",
    file: positionals[0] ?? null,
    log: (line) => console.error(line),
  });
  const host = await serve(session, { port: Number(values.port) });
  console.log(`Casemark is running: open ${host.address}`);
  console.log("Stop it with Ctrl+C; everything is saved as you work.");
  const stop = () => host.close().then(() => process.exit(0));
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}

main().catch((error) => {
  const known = error instanceof AppError || error?.code === "EADDRINUSE";
  console.error(known ? error.message : error);
  process.exitCode = 1;
});
