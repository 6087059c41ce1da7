import { AppError } from "../../../shared/errors.ts";
import type { ReadDb } from "../../store/database.ts";
import { listAnnotators } from "../../store/layers.ts";

/** @throws AppError "not-found" for an annotator who has no layer in the project. */
export function requireAnnotators(db: ReadDb, names: readonly string[]): void {
  const known = listAnnotators(db);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown === undefined) return;
  throw new AppError(
    "not-found",
    known.length === 0
      ? "Nobody has annotated anything in this project."
      : `There is no annotator "${unknown}"; this project has ${known.join(", ")}.`,
  );
}
