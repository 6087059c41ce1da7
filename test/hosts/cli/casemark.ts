import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { temporaryFolder } from "../../store/project.ts";

const program = fileURLToPath(new URL("../../../electron/hosts/cli/main.ts", import.meta.url));

export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface RunOptions {
  cwd?: string;
  /** Runs as this user, where the test may do that. */
  uid?: number;
}

/** Runs the command line in a process of its own, with no settings of anybody's. */
export async function casemark(
  args: readonly string[],
  options: RunOptions = {},
): Promise<Outcome> {
  const child = startCasemark(args, options);
  const outcome: Outcome = { code: null, stdout: "", stderr: "" };
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    outcome.stdout += text;
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    outcome.stderr += text;
  });
  const [code] = await once(child, "close");
  return { ...outcome, code };
}

/** Settings of nobody's; and compiled code is kept, since the tests start many processes. */
export function environment(): NodeJS.ProcessEnv {
  const cache = join(tmpdir(), "casemark-compile-cache");
  return { ...process.env, CASEMARK_HOME: temporaryFolder(), NODE_COMPILE_CACHE: cache };
}

/** The same, still running. */
export function startCasemark(args: readonly string[], options: RunOptions = {}): ChildProcess {
  return spawn(process.execPath, [program, ...args], {
    ...options,
    env: environment(),
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** What a command that has to succeed prints with --json. */
export async function answer(args: readonly string[], options?: RunOptions): Promise<unknown> {
  const { code, stdout, stderr } = await casemark([...args, "--json"], options);
  if (code !== 0) throw new Error(`casemark ${args.join(" ")} ended with ${code}: ${stderr}`);
  return JSON.parse(stdout);
}
