import { join } from "node:path";
import { DuckDBConnection } from "@duckdb/node-api";
import { expect, test } from "vitest";
import { type Exported, exported } from "./exported.ts";

/** Asks DuckDB, which knows nothing of us, about all lines of an export. */
async function ask({ folder, files }: Exported, query: string): Promise<unknown[]> {
  const paths = files.map(({ name }) => `'${join(folder, name).replaceAll("'", "''")}'`);
  const connection = await DuckDBConnection.create();
  const from = `read_json([${paths.join(", ")}], format = 'newline_delimited', union_by_name = true, sample_size = -1, maximum_object_size = 100000000)`;
  const reader = await connection.runAndReadAll(query.replace("LINES", from));
  connection.closeSync();
  return reader.getRowsJson().flat().map(Number);
}

/** Lines that a format of one annotator has: one for every layer. */
const layersOf = ({ documents }: Exported) =>
  documents.reduce((sum, { layers }) => sum + Math.max(1, layers.length), 0);

test("DuckDB counts doccano's lines and spans, and finds each span within its text", async () => {
  const files = await exported("doccano");
  const spans = "(SELECT text, unnest(entities) AS span FROM LINES)";
  const isWrong = "span.start_offset >= span.end_offset OR span.end_offset > strlen(text)";
  expect([
    await ask(files, "SELECT count(*), sum(len(entities)) FROM LINES"),
    await ask(files, `SELECT count(*) FROM ${spans} WHERE ${isWrong}`),
  ]).toEqual([[layersOf(files), files.result.spans], [0]]);
});

test("DuckDB counts Prodigy's lines and spans, and reads its tokens at their places", async () => {
  const files = await exported("prodigy");
  const at = (one: string) =>
    `substring(text, ${one}.start::INT + 1, (${one}."end" - ${one}.start)::INT)`;
  const tokens = "(SELECT text, unnest(tokens) AS token FROM LINES)";
  const spans = "(SELECT tokens, unnest(spans) AS span FROM LINES)";
  const first = "list_extract(tokens, span.token_start::INT + 1).start";
  const last = 'list_extract(tokens, span.token_end::INT + 1)."end"';
  expect([
    await ask(files, "SELECT count(*), sum(len(spans)) FROM LINES"),
    await ask(files, `SELECT count(*) FROM ${tokens} WHERE ${at("token")} <> token.text`),
    await ask(
      files,
      `SELECT count(*) FROM ${spans} WHERE ${first} <> span.start OR ${last} <> span."end"`,
    ),
  ]).toEqual([[layersOf(files), files.result.spans], [0], [0]]);
});

test("DuckDB counts Casemark's lines and spans, and reads their quotes at their places", async () => {
  const files = await exported("casemark-jsonl");
  const layers = "(SELECT text, unnest(layers) AS layer FROM LINES)";
  const spans = `(SELECT text, unnest(layer.spans) AS span FROM ${layers})`;
  const words =
    "list_aggregate(list_transform(span.ranges, lambda r: substring(text, r[1]::INT + 1, (r[2] - r[1])::INT)), 'string_agg', ' ')";
  expect([
    await ask(files, "SELECT count(*) FROM LINES"),
    await ask(files, `SELECT count(*) FROM ${spans}`),
    await ask(files, `SELECT count(*) FROM ${spans} WHERE ${words} <> span.quote`),
  ]).toEqual([[files.documents.length], [files.result.spans], [0]]);
});
