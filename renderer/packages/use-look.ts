import { useEffect, useState } from "react";
import type { LookedAt } from "../../shared/contract/packages.ts";
import { call } from "../api.ts";
import { useWork, type Work } from "./use-work.ts";

export interface Look {
  work: Work;
  /** Null until they were looked at, or where they cannot be. */
  packages: readonly LookedAt[] | null;
  passphrase: string | null;
  /** Looks once more, with what opens them. */
  open: (passphrase: string) => void;
}

/** What packages are and would bring; it is found out when the dialog opens. */
export function useLook(ticket: string): Look {
  const work = useWork();
  const [packages, setPackages] = useState<LookedAt[] | null>(null);
  const [passphrase, setPassphrase] = useState<string | null>(null);
  const look = (secret: string | null) =>
    work.run(async (options) => {
      setPassphrase(secret);
      const found = await call("packages.look", { ticket, passphrase: secret }, options);
      setPackages(found.packages);
    });
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each choice of files
  useEffect(() => void look(null), [ticket]);
  return { work, packages, passphrase, open: look };
}
