import { findHits } from "../../electron/store/search/find.ts";
import { quantile, type Row, report, row } from "./row.ts";
import { searchProject } from "./search-project.ts";

const reports = 20_000;
const rounds = 5;

/** What people look for, from a word to everything at once. */
const queries = [
  "CD34",
  "Ki-67",
  '"tumour showed"',
  "leio*",
  "desmin SMA -CD34",
  "NEAR(desmin positive, 5)",
  "word123 OR word77",
  "HER2/neu section:microscopy",
  "label:marker",
  "label:marker CD34",
  "attr:negated",
  "label:diagnosis attr:negated",
  "field:result=positive",
  "field:percent>90 label:marker",
  "entity:CD34",
  "entity:desmin field:result=negative",
  "note:check",
  "by:Ben label:drug",
  "status:done label:procedure",
  "CD34 -is:marked",
];

/** The first page of each query, with the index of the query before forgotten. */
export async function benchSearch(): Promise<Row[]> {
  const db = searchProject(reports);
  const spans = db.prepare<[], { n: number }>("SELECT count(*) AS n FROM span").get()?.n ?? 0;
  const times: number[] = [];
  const before = process.memoryUsage().rss;
  let slowest = { query: "", time: 0 };
  for (let round = 0; round < rounds; round++)
    for (const query of queries) {
      const begin = performance.now();
      const { groups } = findHits(db, "Ana", { query, after: null, limit: 200 });
      const time = performance.now() - begin;
      if (groups.length === 0) throw new Error(`${query} finds nothing`);
      // The first round reads the file into the caches, as the first search of a day does.
      if (round > 0) times.push(time);
      if (round > 0 && time > slowest.time) slowest = { query, time };
    }
  const grown = (process.memoryUsage().rss - before) / 2 ** 20;
  db.close();
  const name = `search of ${reports} reports with ${spans} spans`;
  return [
    row(`${name}, median`, "casemark", quantile(times, 0.5), "ms"),
    row(`${name}, p95`, "casemark", quantile(times, 0.95), "ms"),
    row(`${name}, slowest (${slowest.query})`, "casemark", slowest.time, "ms"),
    row(`${name}, memory it adds`, "casemark", grown, "MB"),
  ];
}

if (import.meta.main) await report(await benchSearch(), process.argv[2]);
