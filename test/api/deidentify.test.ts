import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { deidentify, gateProblem, reviewedCandidates } from "../../electron/api/deidentified.ts";
import type { Session } from "../../electron/api/session.ts";
import { readDocument } from "../../electron/store/documents.ts";
import { addReport, dump, layer, problems, rangeOf, temporaryFolder } from "../store/project.ts";
import { ask, newSession } from "./session.ts";

const first = "Dr. Anna Maier saw Mr. Hubert Krall on 3 May 2016. Desmin was positive.";
const second = "Krall, Hubert was seen again by Dr. Maier; he was 93 years old.";

function begun() {
  const { session } = newSession();
  const desmin = rangeOf("Desmin", first);
  const span = { id: "s", label: "marker", ranges: [desmin], quote: "Desmin" };
  const spans = [{ ...span, attributes: {}, entity: null, note: "Maier says so" }];
  const reports = [
    addReport(session.db, first, { layers: [layer("Ana", { spans })] }),
    addReport(session.db, second),
  ] as const;
  return { session, reports };
}

async function decisions(session: Session, report: string) {
  const { candidates } = await ask(session, "deidentify.candidates", { report });
  return candidates.map(({ kind, quote, decision }) => `${kind} ${quote}: ${decision}`);
}

const total = async (session: Session) => (await ask(session, "deidentify.summary", {})).total;

test("a scan is one step, adds only what is new, and is taken back as one", async () => {
  const { session, reports } = begun();
  const before = dump(session.db);
  expect(await ask(session, "deidentify.scan", {})).toMatchObject({
    ...{ reports: 2, found: 5, report: null, stale: ["layers", "reports"] },
    summary: "looked for identifiers in 2 reports",
  });
  expect(await decisions(session, reports[0])).toEqual([
    "name Anna Maier: open",
    "name Hubert Krall: open",
    "date 3 May 2016: open",
  ]);
  expect(await decisions(session, reports[1])).toEqual(["name Maier: open", "age 93: open"]);
  expect(await ask(session, "deidentify.scan", {})).toMatchObject({ found: 0, history: null });
  await ask(session, "history.undo", {});
  expect(dump(session.db)).toEqual(before);
  expect(problems(session.db)).toEqual([]);
});

test("candidates are decided on, alike ones in all reports together, and counted", async () => {
  const { session, reports } = begun();
  await ask(session, "deidentify.scan", { reports: [reports[0]] });
  const [maier, krall] = (await ask(session, "deidentify.candidates", { report: reports[0] }))
    .candidates;
  await ask(session, "deidentify.add", {
    ...{ report: reports[1], kind: "name", range: rangeOf("Krall, Hubert", second) },
    quote: "Krall, Hubert",
  });
  expect(await total(session)).toEqual({
    reports: 2,
    scanned: 1,
    open: 3,
    accepted: 1,
    refused: 0,
  });
  await ask(session, "deidentify.scan", {});
  await ask(session, "deidentify.decide", { candidates: [krall!.id], decision: "refused" });
  const decided = await ask(session, "deidentify.decide", {
    ...{ candidates: [maier!.id], decision: "accepted", alike: true },
  });
  expect(decided).toMatchObject({ decided: 1, summary: "accepted “Anna Maier”" });
  expect(await ask(session, "deidentify.summary", {})).toEqual({
    rows: [
      { report: reports[0], title: "case-1", isScanned: true, open: 1, accepted: 1, refused: 1 },
      { report: reports[1], title: "case-1", isScanned: true, open: 2, accepted: 1, refused: 0 },
    ],
    next: null,
    total: { reports: 2, scanned: 2, open: 3, accepted: 2, refused: 1 },
  });
});

test("nobody's lists, agreement or exports have the candidates", async () => {
  const { session, reports } = begun();
  await ask(session, "deidentify.scan", {});
  const { annotators } = await ask(session, "app.state", {});
  const { rows } = await ask(session, "report.list", {});
  const several = await ask(session, "report.list", { severalLayers: true });
  const { layers } = await ask(session, "project.summary", {});
  const { breaches } = await ask(session, "scheme.check", {});
  const { names } = await ask(session, "search.names", { of: "by", start: "de" });
  expect([annotators, rows.map((row) => row.layers.length), several.total]).toEqual([
    ...[["Ana"], [1, 0]],
    0,
  ]);
  expect([layers.map(({ annotator }) => annotator), breaches, names]).toEqual([["Ana"], [], []]);
  expect(readDocument(session.db, reports[0], null).layers.map((one) => one.annotator)).toEqual([
    "Ana",
  ]);
  const ticket = session.tickets.issue([temporaryFolder()]);
  const { place } = await ask(session, "export.run", { format: "casemark-jsonl", ticket });
  expect(readFileSync(place, "utf8")).not.toContain("de-identification");
  session.annotator = "de-identification";
  await expect(ask(session, "report.open", { report: reports[0] })).rejects.toMatchObject({
    code: "bad-input",
  });
});

test("a gate says what is not scanned or decided, and again once the text was corrected", async () => {
  const { session, reports } = begun();
  const watch = { signal: new AbortController().signal, progress: () => {} };
  const gate = () => gateProblem(session.db, reports, watch);
  expect(await gate()).toBe(
    "“case-1” was not looked through for identifiers as its text is now; scan it first; one more report waits for that too.",
  );
  await ask(session, "deidentify.scan", {});
  expect(await gate()).toBe(
    "“case-1” has 3 identifiers that nobody has decided on; accept or refuse them first; one more report waits for that too.",
  );
  const all = await Promise.all(
    reports.map(
      async (report) => (await ask(session, "deidentify.candidates", { report })).candidates,
    ),
  );
  const candidates = all.flat().map(({ id }) => id);
  await ask(session, "deidentify.decide", { candidates, decision: "accepted" });
  expect(await gate()).toBeNull();
  const at = first.indexOf("Krall");
  await ask(session, "text.correct", {
    ...{ report: reports[0], base: 1, edits: [{ start: at, end: at + 5, text: "Kroll" }] },
  });
  expect(await gate()).toBe(
    "“case-1” was not looked through for identifiers as its text is now; scan it first.",
  );
  await ask(session, "deidentify.scan", {});
  expect(await decisions(session, reports[0])).toEqual([
    "name Anna Maier: accepted",
    "name Hubert Kroll: open",
    "date 3 May 2016: accepted",
  ]);
});

test("a document is released with surrogates for all that was not refused", async () => {
  const { session, reports } = begun();
  await ask(session, "deidentify.scan", {});
  const candidates = reviewedCandidates(session.db, reports[0]);
  const [, krall] = candidates;
  await ask(session, "deidentify.decide", { candidates: [krall!.id], decision: "refused" });
  const document = readDocument(session.db, reports[0], null);
  const made = deidentify(document, reviewedCandidates(session.db, reports[0]), "secret");
  expect(made.text).toMatch(
    /^Dr\. \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+ saw Mr\. Hubert Krall on \d+ \p{Lu}\p{Ll}+ 201[67]\. Desmin was positive\.$/u,
  );
  expect(made.layers.map(({ spans }) => spans.map(({ quote }) => quote))).toEqual([["Desmin"]]);
  expect(JSON.stringify(made)).not.toMatch(/Maier|3 May/);
});

test("a scan that is cancelled leaves nothing", async () => {
  const { session } = begun();
  const text = `${first} `.repeat(4000);
  for (let more = 0; more < 3; more += 1) addReport(session.db, text);
  const cancel = new AbortController();
  const before = dump(session.db);
  const scan = ask(
    session,
    "deidentify.scan",
    {},
    {
      signal: cancel.signal,
      progress: () => cancel.abort(),
    },
  );
  await expect(scan).rejects.toMatchObject({ code: "cancelled" });
  expect(dump(session.db)).toEqual(before);
});

test("what is added by hand asks for the same words elsewhere in the report", async () => {
  const { session } = newSession();
  const text = "Ludmila came, Ludmila's mother too; Ludmilas did not.";
  const report = addReport(session.db, text);
  const added = { report, kind: "name", range: { start: 0, end: 7 }, quote: "Ludmila" } as const;
  await ask(session, "deidentify.add", added);
  expect(await decisions(session, report)).toEqual([
    "name Ludmila: accepted",
    "name Ludmila: open",
  ]);
  await expect(
    ask(session, "deidentify.add", { ...added, quote: "Ludmilla" }),
  ).rejects.toMatchObject({
    code: "text-mismatch",
  });
});
