import { readFileSync } from "node:fs";
import { stderr, stdin } from "node:process";
import type { ParseArgsOptionsConfig } from "node:util";
import type { Sealing } from "../../../shared/contract/packages.ts";
import { AppError } from "../../../shared/errors.ts";
import { openingWith } from "../../api/packages.ts";
import { identitiesIn } from "../../packages/own-key.ts";
import { sealOf } from "../../packages/sealed-with.ts";
import type { Opening } from "../../packages/sealing.ts";
import { stringOf, type Values, WrongUse } from "./command.ts";

/*
 * A passphrase is never an argument: other people on the machine can see those, and shells keep them.
 */

export const sealingOptions: ParseArgsOptionsConfig = {
  encrypt: { type: "boolean" },
  recipient: { type: "string", multiple: true },
  "passphrase-file": { type: "string" },
};

export const openingOptions: ParseArgsOptionsConfig = {
  identity: { type: "string", multiple: true },
  "passphrase-file": { type: "string" },
};

const listed = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** How packages are to be closed: to keys where there are any, else with --encrypt by a passphrase. */
export async function sealingOf(values: Values): Promise<Sealing> {
  const recipients = listed(values.get("recipient"));
  if (recipients.length > 0) {
    if (values.has("passphrase-file"))
      throw new WrongUse("A package is sealed by --passphrase-file or to --recipient, not both.");
    return { with: "keys", recipients };
  }
  if (values.get("encrypt") !== true) {
    if (values.has("passphrase-file"))
      throw new WrongUse("--passphrase-file goes with --encrypt; without it nothing is sealed.");
    return { with: "nothing" };
  }
  const known = givenPassphrase(values);
  const passphrase = known ?? (await typed("Passphrase: "));
  if (known === null && (await typed("Once more: ")) !== passphrase)
    throw new AppError("bad-input", "The two are not the same; nothing was packed.");
  return { with: "passphrase", passphrase };
}

/** What opens these packages: keys, and a passphrase where one of them asks for it. */
export async function openingOf(values: Values, paths: readonly string[]): Promise<Opening> {
  const identities = listed(values.get("identity")).flatMap(readIdentities);
  const known = givenPassphrase(values);
  const isAsked = known === null && paths.some(needsPassphrase);
  return openingWith(isAsked ? await typed("Passphrase: ") : known, identities);
}

function needsPassphrase(path: string): boolean {
  try {
    return sealOf(path) === "passphrase";
  } catch {
    // What is no file is said when it is read.
    return false;
  }
}

function readIdentities(file: string): string[] {
  try {
    return identitiesIn(file);
  } catch (cause) {
    throw new AppError("bad-file", `"${file}" cannot be read; check its name.`, { cause });
  }
}

function givenPassphrase(values: Values): string | null {
  const file = stringOf(values, "passphrase-file");
  const given = file === null ? process.env.CASEMARK_PASSPHRASE : lineIn(file);
  return given === undefined || given === "" ? null : given;
}

function lineIn(file: string): string {
  try {
    const [line = ""] = readFileSync(file, "utf8").split(/\r?\n/);
    if (line !== "") return line;
  } catch (cause) {
    throw new AppError("bad-file", `"${file}" cannot be read; check its name.`, { cause });
  }
  throw new AppError("bad-file", `"${file}" has no passphrase in its first line; write one there.`);
}

/** What a person types, without showing it. */
async function typed(question: string): Promise<string> {
  if (!stdin.isTTY)
    throw new WrongUse("Give the passphrase by --passphrase-file FILE or in CASEMARK_PASSPHRASE.");
  stderr.write(question);
  stdin.setRawMode(true);
  try {
    return await lineTyped();
  } finally {
    stdin.setRawMode(false);
    stdin.pause();
    stderr.write("\n");
  }
}

async function lineTyped(): Promise<string> {
  let line = "";
  for await (const chunk of stdin.iterator({ destroyOnReturn: false }))
    for (const sign of String(chunk)) {
      if (sign === "\r" || sign === "\n") return line;
      if (sign === "\x03")
        throw new AppError("cancelled", "It was cancelled; nothing was changed.");
      line = sign === "\x7f" || sign === "\b" ? line.slice(0, -1) : line + sign;
    }
  return line;
}
