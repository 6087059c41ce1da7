import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

// Loaded when it is needed: it would make every start a little longer.
const age = () => import("age-encryption");

/** Where a person's own key of age lies, which opens what is sealed to them. */
const keyFile = (folder: string) => join(folder, "package-key.txt");

/** The keys in a file, as age-keygen writes them: lines that are no comments. */
export function identitiesIn(file: string): string[] {
  return readFileSync(file, "utf8")
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
}

/** The person's own keys; none before they were made. */
export function ownIdentities(folder: string): string[] {
  const file = keyFile(folder);
  return existsSync(file) ? identitiesIn(file) : [];
}

/** The person's public key, which others seal packages to; null before it was made. */
export async function ownRecipient(folder: string): Promise<string | null> {
  const [identity] = ownIdentities(folder);
  return identity === undefined ? null : (await age()).identityToRecipient(identity);
}

/** Makes a key that only this person can read, unless there is one; answers the public one. */
export async function makeOwnKey(folder: string): Promise<string> {
  const known = await ownRecipient(folder);
  if (known !== null) return known;
  const { generateX25519Identity, identityToRecipient } = await age();
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  const file = keyFile(folder);
  mkdirSync(folder, { recursive: true });
  const text = `# Casemark's key of age. Keep it to yourself.\n# public key: ${recipient}\n${identity}\n`;
  writeFileSync(`${file}.new`, text, { mode: 0o600 });
  // The mode above is only for files that were not there.
  chmodSync(`${file}.new`, 0o600);
  renameSync(`${file}.new`, file);
  return recipient;
}
