import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { exportFormats } from "../../../shared/formats/format-ids.ts";
import type { Row } from "../row.ts";

/** How long 100 documents take to be fitted, written and read, beside a copy of the same bytes on the disk. */
export function benchHundred(isWanted: (format: string) => boolean): Row[] {
  const script = fileURLToPath(new URL("hundred-once.ts", import.meta.url));
  return exportFormats.filter(isWanted).flatMap((format): Row[] => {
    console.log(`100 documents in ${format} …`);
    return JSON.parse(execFileSync(process.execPath, [script, format], { encoding: "utf8" }));
  });
}
