import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Arrival, insertArrivals } from "../../electron/store/arrivals.ts";
import { closeProject, createProject } from "../../electron/store/database.ts";
import { write } from "../../electron/store/history.ts";
import { plainArrival } from "../../electron/store/plain-arrival.ts";
import type { Entity, Span } from "../../shared/model/annotation.ts";
import type { AnnotatedDocument } from "../../shared/model/document.ts";
import { seededRandom } from "../../shared/random.ts";
import { defaultScheme } from "../../shared/scheme/default-scheme.ts";

const words = (
  "the tumour was composed of spindle cells with eosinophilic cytoplasm and marked nuclear atypia " +
  "mitotic figures were seen per ten high power fields necrosis present immunohistochemistry showed " +
  "diffuse positivity for desmin SMA h-caldesmon CD34 S100 Ki-67 MDM2 while pancytokeratin HMB-45 " +
  "and melan-A were negative patient underwent wide excision followed by adjuvant radiotherapy " +
  "doxorubicin ifosfamide imatinib no evidence of recurrence after twelve months of follow-up MRI"
).split(" ");
const labels = ["diagnosis", "marker", "procedure", "drug"];

/** How long a report is, and how much is marked in it. */
interface Size {
  words: number;
  spans: number;
}

const short: Size = { words: 380, spans: 12 };

/** A report of some 2,500 characters with 12 spans of Ana's, or of another size; the same for the same number. */
export function documentOf(number: number, size = short): AnnotatedDocument {
  const random = seededRandom(number).next;
  const chosen = Array.from({ length: size.words }, () => pick(words, random()));
  const text = `${chosen.join(" ")}.\n`;
  const name = `batch-${Math.floor(number / 1000)}/report-${number}`;
  const layer = {
    ...{ annotator: "Ana", status: "open" as const, labels: {}, source: null },
    ...{ relations: [], events: [], groups: [] },
    ...marksOf(chosen, size.spans, random),
  };
  return {
    ...{ name, title: `Report ${number}`, case: `Case ${number >> 1}`, text },
    ...{ sections: [], metadata: {}, layers: [layer] },
  };
}

/** The same report as a file that is imported. */
export const reportOf = (number: number, size = short): Arrival =>
  plainArrival(documentOf(number, size));

function marksOf(chosen: readonly string[], count: number, random: () => number) {
  const starts: number[] = [];
  for (let at = 0, start = 0; at < chosen.length; at++) {
    starts.push(start);
    start += (chosen[at]?.length ?? 0) + 1;
  }
  const spans: Span[] = [];
  const entities: Entity[] = [];
  for (let n = 0; n < count; n++) {
    const at = Math.floor(random() * chosen.length);
    const quote = chosen[at] ?? "";
    const start = starts[at] ?? 0;
    const ranges = [{ start, end: start + quote.length }];
    const label = pick(labels, random());
    const entity = `e${n}`;
    entities.push({ id: entity, kind: label, name: quote, codes: [], fields: {}, note: "" });
    spans.push({ ...{ id: `s${n}`, label, ranges, quote, entity }, attributes: {}, note: "" });
  }
  return { spans, entities };
}

function pick<Item>(list: readonly Item[], share: number): Item {
  const item = list[Math.floor(share * list.length)];
  if (item === undefined) throw new RangeError(`nothing at ${share} of ${list.length}`);
  return item;
}

const projects = new Map<string, string>();

/** A project file with that many reports, made once in a run and removed at its end. */
export function projectOf(reports: number, size = short): string {
  const key = JSON.stringify([reports, size]);
  const known = projects.get(key);
  if (known !== undefined) return known;
  const folder = mkdtempSync(join(tmpdir(), "casemark-bench-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, `${reports} reports.casemark`);
  const db = createProject(file, `${reports} reports`, defaultScheme);
  for (let first = 0; first < reports; first += 500) {
    const several = Math.min(500, reports - first);
    const ids = insertArrivals(
      db,
      Array.from({ length: several }, (_, n) => reportOf(first + n, size)),
    );
    write(db, { annotator: "Ana", now: () => new Date(0) }, "import", (journal) => {
      journal.setPresence(ids, "removed", "present");
      return { summary: `imported ${several} reports`, report: null };
    });
  }
  closeProject(db);
  projects.set(key, file);
  return file;
}
