import type { ReadDb } from "../../electron/store/database.ts";
import { findHits } from "../../electron/store/search/find.ts";
import { quantile, type Row, report, row } from "./row.ts";
import { searchProject } from "./search-project.ts";

const reports = 20_000;
const rounds = 5;

/** What people look for, from a word to everything at once. */
const queries: Record<string, string[]> = {
  words: ["CD34", "the", "desmin SMA -CD34", "word123 OR word77"],
  phrase: ['"tumour showed"', "Ki-67", '"in the"'],
  prefix: ["leio*", "th*"],
  near: ["NEAR(desmin positive, 5)", "NEAR(the of, 3)"],
  section: ["HER2/neu section:microscopy", "label:marker section:case"],
  label: ["label:marker", "label:marker CD34", "-label:marker"],
  attribute: ["attr:negated", "label:diagnosis attr:negated"],
  field: ["field:result=positive", "field:percent>90 label:marker", "field:result=pos*"],
  entity: ["entity:CD34", "entity:desmin field:result=negative", "kind:marker", "is:linked"],
  note: ["note:check", "note:*", "note:check label:marker by:anyone"],
  unsure: ["is:unsure", "is:unsure label:drug"],
  annotator: ["by:Ben label:drug", "by:anyone label:marker", "by:anyone field:result=positive"],
  status: ["status:done", "status:done label:procedure", "CD34 status:open"],
  unmarked: ["CD34 -is:marked"],
  combined: [
    "text:desmin label:marker by:Ana field:result=positive status:open",
    "text:desmin label:marker by:anyone field:result=positive status:done",
    "label:marker -attr:negated field:percent>50",
    "kind:marker field:result=positive",
    "attr:negated field:result=positive",
    "(CD34 OR desmin) status:open",
  ],
};

interface Measured {
  kind: string;
  query: string;
  /** In ms: of a clock, and of processors, which other work on the machine does not lengthen. */
  time: number;
  processor: number;
}

/** The first page of each query with its count, the index of the query before forgotten. */
export async function benchSearch(): Promise<Row[]> {
  const db = searchProject(reports);
  const spans = db.prepare<[], { n: number }>("SELECT count(*) AS n FROM span").get()?.n ?? 0;
  const before = process.memoryUsage().rss;
  const all: Measured[] = [];
  for (let round = 0; round <= rounds; round++)
    for (const [kind, asked] of Object.entries(queries))
      for (const query of asked) {
        const measured = { kind, query, ...measure(db, query) };
        // The first round reads the file into the caches, as the first search of a day does.
        if (round > 0) all.push(measured);
      }
  const grown = (process.memoryUsage().rss - before) / 2 ** 20;
  db.close();
  const name = `search of ${reports} reports with ${spans} spans`;
  return [
    ...Object.keys(queries).flatMap((kind) =>
      rowsOf(
        `search for ${kind}`,
        all.filter((one) => one.kind === kind),
      ),
    ),
    ...rowsOf(name, all),
    row(`${name}, memory it adds`, "casemark", grown, "MB"),
  ];
}

function measure(db: ReadDb, query: string): Pick<Measured, "time" | "processor"> {
  const [begin, used] = [performance.now(), process.cpuUsage()];
  const { groups } = findHits(db, "Ana", { query, after: null, limit: 200 });
  const time = performance.now() - begin;
  const { user, system } = process.cpuUsage(used);
  // Every report of the project has a mark of any label.
  if (groups.length === 0 && query !== "-label:marker") throw new Error(`${query} finds nothing`);
  return { time, processor: (user + system) / 1000 };
}

function rowsOf(name: string, measured: readonly Measured[]): Row[] {
  const of = (key: "time" | "processor", share: number) =>
    quantile(
      measured.map((one) => one[key]),
      share,
    );
  const slowest = measured.reduce((most, one) => (one.time > most.time ? one : most));
  return [
    row(`${name}, median`, "casemark", of("time", 0.5), "ms"),
    row(`${name}, p95`, "casemark", of("time", 0.95), "ms"),
    row(`${name}, p95 of processor time`, "casemark", of("processor", 0.95), "ms"),
    row(`${name}, slowest (${slowest.query})`, "casemark", slowest.time, "ms"),
  ];
}

if (import.meta.main) await report(await benchSearch(), process.argv[2]);
