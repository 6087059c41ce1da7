import { inflateRawSync } from "node:zlib";
import type { Output } from "../../shared/contract.ts";
import type { ReadDb } from "../store/database.ts";
import { readPlacesOf } from "../store/extractions.ts";
import { readSourceFile } from "../store/sources.ts";

/** The file that a report came from, as it was, and where the report's text stands in it. */
export function readSource(db: ReadDb, report: string): Output<"report.source"> {
  const { name, deflated } = readSourceFile(db, report);
  const { kind, places } = readPlacesOf(db, report);
  return { name, kind, places, base64: inflateRawSync(deflated).toString("base64") };
}
