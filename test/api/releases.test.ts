import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Session } from "../../electron/api/session.ts";
import { manifestIn } from "../../electron/dataset/verify-release.ts";
import { compare } from "../../electron/hosts/cli/compare.ts";
import { sha256 } from "../../electron/sha256.ts";
import { readLayer } from "../../electron/store/layers.ts";
import type { Asked } from "../../shared/contract.ts";
import { addReport, layer, sentence, span, temporaryFolder } from "../store/project.ts";
import { ask, newSession } from "./session.ts";

const words = ["desmin", "actin", "keratin", "melan", "ki", "vimentin", "inhibin", "calretinin"];

/** A report of its own words, so that no two are almost the same, marked by Ana and Ben. */
function addMarked(session: Session, name: string): string {
  const text = `The tumour ${name} was positive for desmin; ${words.map((word, at) => `${word} ${name}${at}`).join(", ")}.`;
  const start = text.indexOf("desmin");
  const marked = span("s", "desmin", { ranges: [{ start, end: start + 6 }], quote: "desmin" });
  const layers = ["Ana", "Ben"].map((who) => layer(who, { spans: [marked], status: "done" }));
  return addReport(session.db, text, { name, layers });
}

function begun(reports = 12) {
  const { session } = newSession();
  for (let at = 0; at < reports; at++) addMarked(session, `case-${at}`);
  return session;
}

const parts = [
  { name: "train", share: 80 },
  { name: "test", share: 20 },
];

const asked = (): Asked<"dataset.make"> => ({
  options: {
    ...{ layers: { of: "all" }, labels: { labels: {}, relations: {} }, parts, seed: 7 },
    ...{ formats: ["brat", "csv"], stratifyBy: { labels: true, metadata: [] } },
  },
  texts: { title: "Markers", licence: "CC-BY-4.0" },
});

/** Makes a release in a folder of its own; answers that folder. */
async function make(session: Session, more: Partial<Asked<"dataset.make">> = {}) {
  const folder = temporaryFolder();
  const ticket = session.tickets.issue([folder]);
  const made = await ask(session, "dataset.make", { ...asked(), ticket, ...more });
  return { ...made, folder: made.release.place };
}

const open = (session: Session, folder: string) =>
  ask(session, "dataset.open", { ticket: session.tickets.issue([folder]) });

/** Every file's name and bytes. */
function bytesIn(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path.slice(folder.length), readFileSync(path, "base64")];
    }),
  );
}

test("a release is described, verified, remembered, and the same bytes every time", async () => {
  const session = begun();
  const first = await make(session);
  const second = await make(session);
  expect(bytesIn(second.folder)).toEqual(bytesIn(first.folder));
  expect(Object.keys(bytesIn(first.folder)).map((name) => name.split("/")[1])).toEqual(
    expect.arrayContaining([
      ...["README.md", "croissant.json", "CITATION.cff", "release.json", "scheme.yaml"],
      ...["guidelines.md", "provenance.jsonl", "agreement.jsonl", "data", "formats", "plots"],
    ]),
  );
  const { manifest, problems } = await open(session, first.folder);
  expect(problems).toEqual([]);
  const croissant = JSON.parse(readFileSync(join(first.folder, "croissant.json"), "utf8"));
  const bytes = readFileSync(join(first.folder, "release.json"));
  const itself = { name: "release.json", sha256: sha256(bytes) };
  const hashes = (files: { name: string; sha256: string }[]) =>
    files.map(({ name, sha256 }) => `${name} ${sha256}`).sort();
  expect(hashes(croissant.distribution)).toEqual(hashes([...manifest.files, itself]));
  expect(manifest.counts).toMatchObject({ reports: 12, cases: 12, spans: 24 });
  const { releases } = await ask(session, "dataset.releases", {});
  expect(releases.map(({ place }) => place)).toEqual([second.folder, first.folder]);
});

test("a later release keeps the split, and only new cases join it", async () => {
  const session = begun();
  const first = await make(session);
  for (let at = 0; at < 8; at++) addMarked(session, `later-${at}`);
  const next = await make(session, { continues: first.release.id });
  const before = manifestIn(first.folder).assignment;
  const after = manifestIn(next.folder).assignment;
  expect(after).toMatchObject(before);
  expect(Object.keys(after)).toHaveLength(20);
  const [one, other] = [first.folder, next.folder].map((folder) => session.tickets.issue([folder]));
  const { changes } = await ask(session, "dataset.compare", {
    before: one ?? "",
    after: other ?? "",
  });
  expect(changes.reports).toMatchObject({ removed: [], textChanged: [], same: 12 });
  expect(changes.reports.added).toHaveLength(8);
});

test("what was changed in a release's folder is found", async () => {
  const session = begun();
  const { folder } = await make(session);
  appendFileSync(join(folder, "data/train.jsonl"), " ");
  rmSync(join(folder, "CITATION.cff"));
  expect((await open(session, folder)).problems).toEqual([
    "“CITATION.cff” is missing; copy the release again.",
    expect.stringMatching(/^“data\/train\.jsonl” has \d+ bytes instead of \d+; /),
  ]);
});

test("a changed seed, title or version is found, and links and empty folders are", async () => {
  const session = begun(4);
  const { folder } = await make(session);
  const at = (name: string) => join(folder, name);
  const manifest = readFileSync(at("release.json"), "utf8");
  for (const [was, is] of [
    ['"seed": 7', '"seed": 8'],
    ['"title": "Markers"', '"title": "Others"'],
    ['"version": "1.0.0"', '"version": "9.0.0"'],
  ] as const) {
    expect(manifest).toContain(was);
    writeFileSync(at("release.json"), manifest.replace(was, is));
    expect((await open(session, folder)).problems).toEqual([
      "“release.json” has other contents than when it was written; copy the release again.",
    ]);
  }
  writeFileSync(at("release.json"), manifest);
  mkdirSync(at("data/empty"));
  symlinkSync(at("README.md"), at("READ.md"));
  expect((await open(session, folder)).problems).toEqual([
    "“READ.md” is a link or the like instead of a file; take it out, or copy the release again.",
    "“data/empty” is an empty folder, which no release has; take it out of the folder.",
  ]);
});

test("reports whose candidates are not reviewed are not released, and reviewed ones have surrogates", async () => {
  const session = begun(0);
  const text = "Dr. Anna Maier saw the patient on 3 May 2024; positive for desmin.";
  addReport(session.db, text, { name: "letter" });
  const guarded = { deidentify: true };
  await expect(make(session, guarded)).rejects.toMatchObject({ code: "bad-input" });
  await ask(session, "deidentify.scan", {});
  await expect(make(session, guarded)).rejects.toMatchObject({ code: "bad-input" });
  const { rows } = await ask(session, "deidentify.summary", {});
  const { candidates } = await ask(session, "deidentify.candidates", {
    report: rows[0]?.report ?? "",
  });
  expect(candidates.map(({ quote }) => quote)).toEqual(expect.arrayContaining(["3 May 2024"]));
  const ids = candidates.map(({ id }) => id);
  await ask(session, "deidentify.decide", { candidates: ids, decision: "accepted" });
  const { folder } = await make(session, guarded);
  const all = Object.values(bytesIn(folder)).map((file) => Buffer.from(file, "base64").toString());
  expect(all.filter((file) => /Maier|\b3 May 2024|letter/.test(file))).toEqual([]);
  expect(all.some((file) => file.includes("positive for desmin"))).toBe(true);
});

/** One report in which these people speak of the same marker, each with a percentage of their own. */
function addStained(session: Session, percents: Record<string, number>, status: "open" | "done") {
  const layers = Object.entries(percents).map(([who, percent]) =>
    layer(who, {
      spans: [span("s", "desmin", { entity: "e" })],
      entities: [
        ...[{ id: "e", kind: "marker", name: "desmin", codes: [], fields: { percent }, note: "" }],
      ],
      status,
    }),
  );
  return addReport(session.db, sentence, { name: "stained", layers });
}

test("what a release will not hold is foreseen as it is said afterwards, and nothing is written", async () => {
  const session = begun();
  addStained(session, { Ana: 80, Ben: 90 }, "done");
  const { texts: _, ...contents } = asked();
  const options = { ...contents.options, layers: { of: "agreed" as const } };
  const { losses } = await ask(session, "dataset.foresee", { ...contents, options });
  expect((await ask(session, "dataset.releases", {})).releases).toEqual([]);
  const made = await make(session, { options });
  expect(losses).toEqual(made.losses);
  expect(losses.map(({ format }) => format)).toEqual(
    expect.arrayContaining(["", "brat, train", "brat, test"]),
  );
});

test("what only some agree on is said in the result, in the file of losses and on the card", async () => {
  const session = begun(2);
  addStained(session, { Ana: 80, Ben: 90 }, "done");
  const options = { ...asked().options, layers: { of: "agreed" as const } };
  const { folder, losses } = await make(session, { options });
  const loss = {
    ...{ format: "", things: "Fields of agreed entities", count: 1 },
    consequence: "left out, since not all annotators have them.",
    examples: ["stained: “desmin”, percent"],
  };
  expect(losses.filter(({ format }) => format === "")).toEqual([loss]);
  const written = (name: string) => readFileSync(join(folder, name), "utf8");
  expect(JSON.parse(written("losses.jsonl").split("\n")[0] ?? "")).toEqual(loss);
  expect(written("README.md")).toContain(`| release | ${loss.things} | 1 | ${loss.consequence} |`);
});

test("what became of an entity is found between two releases, and said on the command line", async () => {
  const session = begun(2);
  const report = addStained(session, { Ana: 80 }, "open");
  const before = await make(session);
  session.annotator = "Ana";
  const [stained] = readLayer(session.db, report, "Ana").entities;
  const patch = { fields: { percent: 90 } };
  await ask(session, "entity.update", { entity: stained?.id ?? "", patch });
  const after = await make(session);
  const { json, text } = (await compare.run([before.folder, after.folder], new Map())) ?? {};
  expect(json).toMatchObject({
    reports: { annotationsChanged: ["stained"], same: 2 },
    entities: [{ kind: "marker", added: 0, removed: 0, same: 1, changed: 1, codes: 0, fields: 1 }],
  });
  expect(text).toBe(
    [
      "0 reports added, 0 removed, 0 with another text, 1 with other annotations, 2 the same.",
      "Entity marker: 0 added, 0 removed, 1 the same, 1 of them with other details (codes 0, fields 1).",
    ].join("\n"),
  );
});

const cancelling = ["Comparing the reports with each other", "Writing the records"].concat(
  "Writing and reading back",
);

test.each(cancelling)("a release that is cancelled while %s leaves nothing", async (step) => {
  const session = begun();
  const folder = temporaryFolder();
  const cancel = new AbortController();
  const told = ask(
    session,
    "dataset.make",
    { ...asked(), ticket: session.tickets.issue([folder]) },
    {
      signal: cancel.signal,
      progress: ({ doing }) => doing === step && cancel.abort(),
    },
  );
  await expect(told).rejects.toMatchObject({ code: "cancelled" });
  expect(readdirSync(folder)).toEqual([]);
  expect((await ask(session, "dataset.releases", {})).releases).toEqual([]);
});
