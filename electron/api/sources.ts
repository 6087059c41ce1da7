import { inflateRawSync } from "node:zlib";
import type { Output } from "../../shared/contract.ts";
import { AppError } from "../../shared/errors.ts";
import type { ReadDb } from "../store/database.ts";
import { readExtraction, readPlacesOf } from "../store/extractions.ts";
import { readSourceFile } from "../store/sources.ts";
import { correctionsOf } from "../store/texts.ts";

/** The file that a report came from, as it was, and where the report's text stands in it. */
export function readSource(db: ReadDb, report: string): Output<"report.source"> {
  const { name, deflated } = readSourceFile(db, report);
  return unlessDamaged(name, () => {
    const { kind, places } = readPlacesOf(db, report);
    return { name, kind, places, base64: inflateRawSync(deflated).toString("base64") };
  });
}

/**
 * What a reader found in the file that a report came from.
 * @throws AppError "not-found" where no reader was needed, as the file itself is the text.
 */
export function readSourceBlocks(db: ReadDb, report: string): Output<"report.extraction"> {
  const { name } = readSourceFile(db, report);
  const extraction = unlessDamaged(name, () => readExtraction(db, report));
  if (extraction) {
    const { extracted, choices } = extraction;
    const corrections = correctionsOf(db, report).map(({ edits }) => edits);
    return { name, extracted, choices, corrections };
  }
  throw new AppError("not-found", `"${name}" is itself the text; there is nothing else to show.`);
}

function unlessDamaged<Value>(name: string, read: () => Value): Value {
  try {
    return read();
  } catch (cause) {
    throw new AppError(
      "bad-file",
      `The file "${name}" is damaged inside this project and cannot be shown; the report's text and marks are not touched by it.`,
      { cause },
    );
  }
}
