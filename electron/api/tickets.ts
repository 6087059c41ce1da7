import { randomUUID } from "node:crypto";
import { AppError } from "../../shared/errors.ts";

/** Stands between the page and the disk: a host puts paths in, the page holds only their tickets. */
export interface Tickets {
  issue(paths: readonly string[]): string;
  /** Adds paths to a ticket that the page has named itself, as it does for uploads. */
  extend(ticket: string, path: string): void;
  /** @throws AppError "not-found" for a ticket that was never given out. */
  read(ticket: string): readonly string[];
}

export function createTickets(): Tickets {
  const known = new Map<string, Set<string>>();
  return {
    issue(paths) {
      const ticket = randomUUID();
      known.set(ticket, new Set(paths));
      return ticket;
    },
    extend(ticket, path) {
      const paths = known.get(ticket);
      if (paths) paths.add(path);
      else known.set(ticket, new Set([path]));
    },
    read(ticket) {
      const paths = known.get(ticket);
      if (!paths)
        throw new AppError("not-found", "The chosen files are no longer known; choose them again.");
      return [...paths];
    },
  };
}
