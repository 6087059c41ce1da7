import type { Sealing } from "../../shared/contract/packages.ts";
import { t } from "../messages.ts";

/** How a package is to be closed, while it is typed. */
export interface SealingDraft {
  way: Sealing["with"];
  passphrase: string;
  again: string;
  /** One public key a line. */
  keys: string;
}

export const openToAll: SealingDraft = { way: "nothing", passphrase: "", again: "", keys: "" };

/** What is missing of it, as a sentence; null where nothing is. */
export function sealingProblem({ way, passphrase, again, keys }: SealingDraft): string | null {
  if (way === "passphrase" && passphrase === "") return t("Type a passphrase.");
  if (way === "passphrase" && passphrase !== again)
    return t("The two passphrases differ; type the same one twice.");
  if (way === "keys" && linesOf(keys).length === 0)
    return t("Paste the public keys of those who are to open it, one a line.");
  return null;
}

export function sealingOf({ way, passphrase, keys }: SealingDraft): Sealing {
  switch (way) {
    case "nothing":
      return { with: way };
    case "passphrase":
      return { with: way, passphrase };
    case "keys":
      return { with: way, recipients: linesOf(keys) };
    default:
      return way satisfies never;
  }
}

const linesOf = (text: string): string[] => text.split(/[\s,;]+/).filter((line) => line !== "");
