import { createReadStream, createWriteStream, readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { armor, Decrypter, Encrypter } from "age-encryption";
import type { Sealing } from "../../shared/contract/packages.ts";
import { AppError } from "../../shared/errors.ts";
import { damagedPackage } from "../store/merging/source.ts";
import { isArmored, sealOf } from "./sealed-with.ts";

/** What may open a sealed package. */
export interface Opening {
  passphrase: string | null;
  /** Of age: "AGE-SECRET-KEY-1…". */
  identities: readonly string[];
}

/** Seals a file by age. @throws AppError "bad-input" for a key that is none. */
export async function seal(from: string, to: string, sealing: Sealing): Promise<void> {
  const encrypter = new Encrypter();
  if (sealing.with === "passphrase") encrypter.setPassphrase(sealing.passphrase);
  if (sealing.with === "keys")
    for (const recipient of sealing.recipients) addRecipient(encrypter, recipient);
  const sealed = await encrypter.encrypt(streamOf(from));
  await pipeline(Readable.fromWeb(sealed), createWriteStream(to));
}

function addRecipient(encrypter: Encrypter, recipient: string): void {
  try {
    encrypter.addRecipient(recipient);
  } catch (cause) {
    throw new AppError(
      "bad-input",
      `"${recipient}" is no public key of age; it begins with "age1", ask for it again.`,
      { cause },
    );
  }
}

function streamOf(file: string): ReadableStream<Uint8Array> {
  // Node's own streams and those of the web are the same class here, with types of two libraries.
  return Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>;
}

/** The letters of an armored file are one string, and longer ones there are not. */
const mostLetters = 2 ** 29 - 2 ** 10;

function unarmoredOf(file: string): ReadableStream<Uint8Array> {
  if (statSync(file).size > mostLetters)
    throw new AppError(
      "bad-file",
      `"${basename(file)}" is too long for a file in letters; seal it again without the armor of age (-a).`,
    );
  return new Blob([Buffer.from(armor.decode(readFileSync(file, "latin1")))]).stream();
}

/** Opens a sealed file. @throws AppError "locked" when nothing fits it, "bad-file" when it is damaged. */
export async function unseal(
  from: string,
  to: string,
  name: string,
  { passphrase, identities }: Opening,
): Promise<void> {
  const decrypter = new Decrypter();
  if (passphrase !== null) decrypter.addPassphrase(passphrase);
  for (const identity of identities) addIdentity(decrypter, identity);
  try {
    const opened = await decrypter.decrypt(isArmored(from) ? unarmoredOf(from) : streamOf(from));
    await pipeline(Readable.fromWeb(opened), createWriteStream(to));
  } catch (cause) {
    throw problemOf(cause, name, sealOf(from), passphrase !== null);
  }
}

function addIdentity(decrypter: Decrypter, identity: string): void {
  try {
    decrypter.addIdentity(identity);
  } catch (cause) {
    throw new AppError(
      "bad-input",
      'A key of yours is no key of age; it begins with "AGE-SECRET-KEY-1".',
      { cause },
    );
  }
}

function problemOf(
  cause: unknown,
  file: string,
  sealed: "passphrase" | "key" | null,
  isTried: boolean,
): unknown {
  if (!(cause instanceof Error) || cause instanceof AppError || "errno" in cause) return cause;
  if (!cause.message.startsWith("no identity matched"))
    return damagedPackage(file, "what it is sealed with does not fit its contents");
  if (sealed === "key")
    return new AppError(
      "locked",
      `"${file}" is sealed to a key that is not yours; ask for one that is sealed to yours.`,
    );
  return new AppError(
    "locked",
    isTried
      ? `That is not the passphrase of "${file}"; type it again.`
      : `"${file}" is sealed with a passphrase; type it.`,
  );
}
