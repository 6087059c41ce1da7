import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../../electron/hosts/browser/main.ts", import.meta.url));

/** The browser host as a process of its own. */
export interface Host {
  /** With its token. */
  address: string;
  stop(): Promise<void>;
}

/** Starts the browser host with the settings in `home`, on a project's file or on the last one. */
export async function startHost(home: string, ...files: string[]): Promise<Host> {
  const child = spawn(process.execPath, [program, ...files], {
    env: { ...process.env, CASEMARK_HOME: home },
    stdio: ["ignore", "pipe", "inherit"],
  });
  return {
    address: await addressOf(child),
    async stop() {
      child.kill("SIGTERM");
      await once(child, "close");
    },
  };
}

async function addressOf(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error("no output to read the address from");
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /open (http:\S+)/.exec(line)?.[1];
    if (address !== undefined) return address;
  }
  throw new Error("the browser host ended without an address");
}
