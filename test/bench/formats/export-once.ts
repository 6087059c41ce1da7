import { writeSync } from "node:fs";
import { exportDocuments } from "../../../electron/export/export.ts";
import { placeFor } from "../../../electron/export/place.ts";
import { exportFormats } from "../../../shared/formats/format-ids.ts";
import { defaultScheme } from "../../../shared/scheme/default-scheme.ts";
import { generatedDocuments } from "./generated.ts";

// A process of its own, so that its peak of memory is that of one export.
const [wanted, path = "", count] = process.argv.slice(2);
const format = exportFormats.find((one) => one === wanted);
if (format === undefined) throw new Error(`no export format ${wanted}`);
const total = Number(count);
const { kind, folders } = placeFor({ format, annotators: 1, reports: total }, null);
let told = 0;
const begin = performance.now();
const { reports, spans, files } = await exportDocuments({
  ...{ path, format, place: kind, folders, total },
  ...{ offsets: "native", scheme: defaultScheme },
  documents: generatedDocuments(total),
  signal: new AbortController().signal,
  progress({ done }) {
    told = done;
  },
});
const milliseconds = performance.now() - begin;
const megabytes = process.resourceUsage().maxRSS / 1024;
writeSync(1, JSON.stringify({ milliseconds, megabytes, reports, spans, files, told }));
