import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { collect } from "../../electron/import/collect.ts";
import { type Read, readUnits } from "../../electron/import/read-units.ts";
import { readInWorker } from "../../electron/import/reader.ts";
import { writeJsonlLine } from "../../shared/formats/casemark-jsonl/casemark-jsonl.ts";
import { arrivalOf, layer, sentence, span, temporaryFolder } from "../store/project.ts";
import { gather } from "./gather.ts";

/** Reads these files as an import of their folder does. */
async function read(files: Record<string, string | Uint8Array>): Promise<Read[]> {
  const folder = join(temporaryFolder(), "dropped");
  mkdirSync(folder);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const { units } = await collect([folder], "auto");
  return (await gather(readUnits(units, "Ana"))).filter(({ kind }) => kind !== "unit");
}

const sha256 = (content: string | Uint8Array) => createHash("sha256").update(content).digest("hex");

test("a text becomes a report with a case of its own, and its bytes are kept", async () => {
  const bytes = Buffer.from("\uFEFFCase 7\r\n\r\nThe tumour.\r\n");
  const text = "Case 7\n\nThe tumour.\n";
  const [first] = await read({ "seven.txt": bytes });
  if (first?.kind !== "report") throw new Error("no report");
  const { document, warnings, extraction, textSha256, source } = first.report;
  expect(document).toMatchObject({ name: "seven", case: "seven", text, metadata: {}, layers: [] });
  expect(warnings).toEqual([]);
  expect(extraction?.extracted.notes).toEqual([
    '"dropped/seven.txt": 3 Windows or old Mac line ends became plain ones.',
  ]);
  expect(textSha256).toBe(sha256(text));
  expect({ ...source, deflated: inflateRawSync(source.deflated) }).toEqual({
    name: "seven.txt",
    sha256: sha256(bytes),
    size: bytes.length,
    deflated: bytes,
  });
});

test("markup in a report is text like any other", async () => {
  const text = '<img src=x onerror="alert(1)"> &amp; <script>1</script>\n';
  const [first] = await read({ "x.txt": text });
  expect(first).toMatchObject({ kind: "report", report: { document: { text }, warnings: [] } });
});

test("a brat pair becomes a report with the annotator's layer", async () => {
  const [first] = await read({ "a.txt": sentence, "a.ann": "T1\tmarker 28 34\tdesmin\n" });
  expect(first).toMatchObject({
    kind: "report",
    report: {
      document: { layers: [{ annotator: "Ana", spans: [{ label: "marker", quote: "desmin" }] }] },
      source: { name: "a.txt" },
    },
  });
});

test("every sentence names the file as people know it", async () => {
  const bad = "T1\tmarker 28 34\tdesmim\n";
  const reads = await read({
    "empty.txt": "",
    "latin.txt": Buffer.from("Gebärmutter", "latin1"),
    "pair.txt": sentence,
    "pair.ann": bad,
    "told.txt": sentence,
    "told.ann": "X1\twhat is this\n",
    "annotation.conf": "[nonsense]\nx\n",
  });
  const told = reads.flatMap((one) => {
    if (one.kind === "failed") return [one.problem];
    if (one.kind === "scheme") return one.warnings;
    if (one.kind !== "report") return [];
    const { warnings, extraction } = one.report;
    const sentences = [...warnings, ...(extraction?.extracted.notes ?? [])];
    return sentences.map((message) => ({ file: one.file, message }));
  });
  expect(new Set(told.map(({ file }) => file))).toEqual(
    new Set(
      ["annotation.conf", "empty.txt", "latin.txt", "pair.ann", "told.ann"].map(
        (name) => `dropped/${name}`,
      ),
    ),
  );
  for (const { file, message } of told) expect(message).toMatch(new RegExp(`^"?${file}`));
});

test("annotation.conf tells what the scheme is to learn", async () => {
  const [first] = await read({ "annotation.conf": "[entities]\nAntigen\n[relations]\n" });
  expect(first).toMatchObject({ kind: "scheme", additions: { labels: [{ name: "Antigen" }] } });
});

test("a JSON line may hold any character, and one bad line does not hide the others", async () => {
  const text = "One\u2028line\u2029only 🧪.";
  const layers = [
    layer("Ben", { spans: [span("s", "The", { quote: "One", ranges: [{ start: 0, end: 3 }] })] }),
  ];
  const line = writeJsonlLine(arrivalOf(text, { layers }).document, "codepoint");
  const [first, second] = await read({ "x.jsonl": `\uFEFF${line}\n\n{"text":1}\n${line}\n` });
  expect(first).toMatchObject({
    kind: "report",
    report: {
      document: { text, layers: [{ annotator: "Ben" }] },
      source: { name: "case-1.jsonl" },
    },
  });
  expect(second).toMatchObject({
    kind: "failed",
    problem: {
      file: "dropped/x.jsonl",
      message: expect.stringMatching(/^dropped\/x\.jsonl, line 3: /),
    },
  });
});

test("the worker reads the same in the same order, and a loop left early ends it", async () => {
  const folder = temporaryFolder();
  for (let n = 0; n < 60; n++)
    writeFileSync(join(folder, `${n}.txt`), n === 7 ? "" : `Report ${n}.`);
  const { units } = await collect([folder], "auto");
  const here = await gather(readUnits(units, "Ana"));
  const there = await gather(readInWorker(units, "Ana"));
  expect(there.length).toBe(120);
  const bare = (reads: Read[]) =>
    JSON.parse(JSON.stringify(reads, (key, value) => (key === "deflated" ? null : value)));
  expect(bare(there)).toEqual(bare(here));
  for await (const one of readInWorker(units, "Ana")) if (one.kind === "report") break;
});
