import { parseArgs } from "node:util";
import { AppError } from "../../../shared/errors.ts";
import { explain } from "../../store/problems.ts";
import { agree } from "./agree.ts";
import { check } from "./check.ts";
import { type Command, type Output, WrongUse } from "./command.ts";
import { compare } from "./compare.ts";
import { convertFiles } from "./convert.ts";
import { dataset } from "./dataset.ts";
import { deidentify } from "./deidentify.ts";
import { diff } from "./diff.ts";
import { exportReports } from "./export.ts";
import { importFiles } from "./import.ts";
import { key } from "./key.ts";
import { merge } from "./merge.ts";
import { newProject } from "./new.ts";
import { open } from "./open.ts";
import { pack } from "./pack.ts";
import { reports } from "./reports.ts";
import { scheme } from "./scheme.ts";
import { show } from "./show.ts";

const commands: Record<string, Command> = {
  new: newProject,
  import: importFiles,
  reports,
  show,
  export: exportReports,
  convert: convertFiles,
  deidentify,
  dataset,
  compare,
  agree,
  diff,
  pack,
  open,
  merge,
  key,
  scheme,
  check,
};

/** Runs one command. Exit codes: 0 done, 1 a problem with the input, 2 wrong use. */
export async function run([name = "", ...args]: string[]): Promise<number> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (["", "help", "--help"].includes(name)) {
    console.log(usage());
    return 0;
  }
  if (!command) {
    console.error(`No command "${name}".\n${usage()}`);
    return 2;
  }
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { ...command.options, json: { type: "boolean" }, help: { type: "boolean" } },
      allowPositionals: true,
    });
    if (values.help) {
      console.log(`${command.usage}\n\n${command.about}`);
      return 0;
    }
    const output = await command.run(positionals, new Map(Object.entries(values)));
    return print(output, values.json === true);
  } catch (thrown) {
    return fail(explain(thrown, args[0] ?? ""), command);
  }
}

/** With --json one value and nothing else; without, lines for people. */
function print({ json, text, problem }: Output, asJson: boolean): number {
  if (asJson) process.stdout.write(`${JSON.stringify(json)}\n`);
  else if (text !== "") process.stdout.write(`${text}\n`);
  if (!problem) return 0;
  console.error(problem);
  return 1;
}

function fail(error: unknown, command: Command): number {
  if (!(error instanceof Error)) throw error;
  // parseArgs throws plain errors with a code of its own for options that are not there.
  const wrongUse = error instanceof WrongUse || ("code" in error && isParseError(error.code));
  if (wrongUse) console.error(`${error.message}\nUsage: ${command.usage}`);
  else if (error instanceof AppError) console.error(error.message);
  else console.error(error.stack);
  return wrongUse ? 2 : 1;
}

function isParseError(code: unknown): boolean {
  return String(code).startsWith("ERR_PARSE_ARGS");
}

function usage(): string {
  const lines = Object.values(commands).map((command) => `  ${command.usage}`);
  return ["Usage:", ...lines, "", "Every command takes --json and --help."].join("\n");
}

// Who reads only the first lines, as head does, has what they wanted.
process.stdout.on("error", (error) => {
  if ("code" in error && error.code === "EPIPE") process.exit(0);
  throw error;
});
