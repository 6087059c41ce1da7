import { writeSync } from "node:fs";
import { dispatch } from "../../electron/api/dispatch.ts";
import { openSessionOnce } from "../../electron/api/session.ts";
import { readText } from "../../electron/store/reports.ts";
import type { Reply } from "../../shared/errors.ts";
import type { Change } from "../../shared/model/change.ts";

// A second process: marks a report again and again, and prints what was saved once it is.
const [file = "", report = ""] = process.argv.slice(2);
const session = openSessionOnce(file, "Ana");
const context = { session, signal: new AbortController().signal, progress: () => {} };
const start = readText(session.db, report).indexOf("desmin");
const place = { ranges: [{ start, end: start + 6 }], quote: "desmin" };
writeSync(1, "open\n");
for (;;) {
  const input = { report, draft: { ...place, label: "marker", entity: "new" } };
  // The contract says so of span.add.
  const reply = (await dispatch(context, "span.add", input)) as Reply<Change>;
  if (!reply.ok) throw new Error(reply.message);
  writeSync(1, `${reply.value.put.spans[0]?.id}\n`);
}
