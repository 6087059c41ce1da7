import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Arrival, insertArrivals } from "../../electron/store/arrivals.ts";
import { createProject, type WriteDb } from "../../electron/store/database.ts";
import { write } from "../../electron/store/history.ts";
import { plainArrival } from "../../electron/store/plain-arrival.ts";
import type { Entity, Span } from "../../shared/model/annotation.ts";
import type { Attributes } from "../../shared/model/attributes.ts";
import type { DocumentLayer } from "../../shared/model/document.ts";
import type { Section } from "../../shared/model/report.ts";
import { seededRandom } from "../../shared/random.ts";
import { defaultScheme } from "../../shared/scheme/default-scheme.ts";

const frequent = (
  "the of and a was with in to for patient tumour showed cells positive negative were is by no " +
  "on at from lesion diagnosis left right examination biopsy mass year old history treatment"
).split(" ");
const names = (
  "CD34 desmin SMA Ki-67 S100 HER2/neu pancytokeratin HMB-45 melan-A MDM2 caldesmon CD117 DOG1 " +
  "leiomyosarcoma lymphoma melanoma schwannoma liposarcoma adenocarcinoma fasciitis metastasis " +
  "excision radiotherapy lobectomy biopsy MRI doxorubicin ifosfamide imatinib docetaxel rituximab"
).split(" ");
const labels = ["diagnosis", "marker", "procedure", "drug"];
const wordsInReport = 400;
const spansInReport = 20;
/** Words that are seldom: a text has more of them than of any others. */
const rareWords = 30_000;

/** A project of so many reports in a file of its own, each with twenty spans, all but a few of them Ana's. */
export function searchProject(reports: number): WriteDb {
  const folder = mkdtempSync(join(tmpdir(), "casemark-bench-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const db = createProject(join(folder, "search.casemark"), "search", defaultScheme);
  for (let first = 0; first < reports; first += 500) {
    const size = Math.min(500, reports - first);
    const arrivals = Array.from({ length: size }, (_, n) => arrivalOf(first + n));
    const ids = insertArrivals(db, arrivals);
    write(db, { annotator: "Ana", now: () => new Date(0) }, "import", (journal) => {
      journal.setPresence(ids, "removed", "present");
      return { summary: `imported ${size} reports`, report: null };
    });
  }
  return db;
}

/** A report of some 2,800 characters in two sections, the same for the same number. */
function arrivalOf(number: number): Arrival {
  const random = seededRandom(number).next;
  const chosen = Array.from({ length: wordsInReport }, () => wordOf(random));
  const text = `${chosen.join(" ")}.\n`;
  const half = text.indexOf(" ", text.length >> 1);
  const sections: Section[] = [
    { kind: "case", title: "Case", start: 0, end: half },
    { kind: "microscopy", title: "Microscopic findings", start: half, end: text.length },
  ];
  const own = layerOf("Ana", chosen, random, number % 3 === 0 ? "done" : "open");
  const other = number % 20 === 0 ? [layerOf("Ben", chosen, random, "open")] : [];
  return plainArrival({
    ...{ name: `report-${number}`, title: `Report ${number}`, case: `P${number >> 1}`, text },
    ...{ sections, metadata: {}, layers: [own, ...other] },
  });
}

/** Half of all words are some dozens, a tenth are names, and the rest seldom come twice. */
function wordOf(random: () => number): string {
  const share = random();
  if (share < 0.5) return pick(frequent, random);
  if (share < 0.6) return pick(names, random);
  return `word${Math.floor(rareWords * random() ** 2)}`;
}

function layerOf(
  annotator: string,
  chosen: readonly string[],
  random: () => number,
  status: DocumentLayer["status"],
): DocumentLayer {
  const starts: number[] = [];
  let place = 0;
  for (const word of chosen) {
    starts.push(place);
    place += word.length + 1;
  }
  const spans: Span[] = [];
  const entities: Entity[] = [];
  for (let n = 0; n < spansInReport; n++) {
    const at = Math.floor(random() * chosen.length);
    const [quote = "", start = 0] = [chosen[at], starts[at]];
    const label = pick(labels, random);
    const fields = random() < 0.4 ? fieldsOf(random) : {};
    const facts = { codes: [], note: "" };
    entities.push({ id: `e${n}`, kind: label, name: quote, fields, ...facts });
    spans.push({
      ...{ id: `s${n}`, label, ranges: [{ start, end: start + quote.length }], quote },
      ...{ entity: `e${n}`, attributes: random() < 0.2 ? attributesOf(random) : {} },
      note: random() < 0.01 ? "check this again" : "",
      ...(random() < 0.01 && { unsure: true }),
    });
  }
  return {
    ...{ annotator, status, labels: {}, source: null, spans, entities },
    ...{ relations: [], events: [], groups: [] },
  };
}

function fieldsOf(random: () => number): Attributes {
  return {
    result: pick(["positive", "negative", "equivocal"], random),
    percent: Math.floor(random() * 100),
  };
}

function attributesOf(random: () => number): Attributes {
  return random() < 0.6 ? { negated: true } : { uncertain: true };
}

function pick<Item>(list: readonly Item[], random: () => number): Item {
  const item = list[Math.floor(random() * list.length)];
  if (item === undefined) throw new RangeError("nothing to pick from");
  return item;
}
