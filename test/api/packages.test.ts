import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { armor } from "age-encryption";
import { expect, test } from "vitest";
import type { Session } from "../../electron/api/session.ts";
import { readLayer, setLayerStatus } from "../../electron/store/layers.ts";
import { addSpan, updateSpan } from "../../electron/store/spans.ts";
import type { Asked, Progress } from "../../shared/contract.ts";
import {
  addReport,
  ana,
  ben,
  draft,
  dump,
  marks,
  problems,
  temporaryFolder,
} from "../store/project.ts";
import { ask, newSession } from "./session.ts";

/** Writes packages into a folder of their own; answers their paths. */
async function pack(session: Session, wish: Partial<Asked<"packages.write">> = {}) {
  const folder = temporaryFolder();
  const ticket = session.tickets.issue([folder]);
  await ask(session, "packages.write", { ...wish, ticket });
  return readdirSync(folder)
    .toSorted()
    .map((name) => join(folder, name));
}

test("a package is opened as a project, worked on, packed and merged, in one step that is undone", async () => {
  const { session } = newSession();
  const report = addReport(session.db);
  const file = session.db.name;
  const [sent = ""] = await pack(session, { purpose: "work", recipient: "Ana" });
  const {
    facts,
    state,
    report: opened,
  } = await ask(session, "packages.open", {
    ticket: session.tickets.issue([sent]),
  });
  expect(facts).toMatchObject({ purpose: "work", by: "Ana", recipient: "Ana", reports: 1 });
  expect(state.project).toMatchObject({ name: "Sarcomas", file: "Sarcomas Ana.casemark" });
  expect(opened.newReports).toEqual([{ report, title: "case-1" }]);
  addSpan(session.db, ana, report, draft("desmin", { entity: "new" }));
  setLayerStatus(session.db, ana, report, "done");
  expect(problems(session.db)).toEqual([]);
  const [back = ""] = await pack(session, { purpose: "return" });
  const ticket = session.tickets.issue([file]);
  await ask(session, "project.open", { ticket });
  const before = dump(session.db);
  const given = { ticket: session.tickets.issue([back]) };
  const { packages } = await ask(session, "packages.look", given);
  expect(dump(session.db)).toEqual(before);
  const { change, merged } = await ask(session, "packages.merge", given);
  expect(packages).toEqual([
    expect.objectContaining({ isOfThisProject: true, report: merged[0]?.report }),
  ]);
  expect(merged[0]?.report).toMatchObject({
    added: 2,
    layers: [{ annotator: "Ana", status: "done" }],
  });
  expect(change.stale).toEqual(["layers", "reports"]);
  expect(marks(session.db, report, "Ana").spans).toEqual(["desmin: marker → marker desmin"]);
  expect(problems(session.db)).toEqual([]);
  await ask(session, "history.undo", {});
  expect(dump(session.db)).toEqual(before);
});

test("the original goes with a report unless it is left out", async () => {
  const { session } = newSession();
  addReport(session.db);
  for (const originals of [true, false]) {
    const [path = ""] = await pack(session, { originals });
    await ask(session, "packages.open", { ticket: session.tickets.issue([path]) });
    const { rows } = await ask(session, "report.list", {});
    const source = ask(session, "report.source", { report: rows[0]?.id ?? "" });
    if (originals) expect(await source).toMatchObject({ name: "case-1.txt" });
    else await expect(source).rejects.toThrow("is not in this project any more");
  }
});

test("a plan writes a package for each person, with their own layers only", async () => {
  const { session } = newSession();
  for (const name of ["a", "b", "c", "d"]) {
    const report = addReport(session.db, undefined, { name });
    addSpan(session.db, ben, report, draft("SMA"));
  }
  const plan = { annotators: ["Ana", "Ben"], each: 2, overlap: 0.5, seed: 3 };
  const { allotment } = await ask(session, "packages.assign", { plan });
  expect(allotment).toMatchObject({ reports: 4, shared: 2 });
  const paths = await pack(session, { plan, purpose: "work" });
  expect(paths.map((path) => path.split("/").at(-1))).toEqual([
    "Sarcomas Ana.casepack",
    "Sarcomas Ben.casepack",
  ]);
  const { report } = await ask(session, "packages.open", {
    ticket: session.tickets.issue([paths[0] ?? ""]),
  });
  expect(report.newReports).toHaveLength(3);
  expect(report.layers).toEqual([]);
});

test("a sealed package opens with its passphrase alone", async () => {
  const { session } = newSession();
  addReport(session.db);
  const [path = ""] = await pack(session, {
    sealing: { with: "passphrase", passphrase: "correct horse" },
  });
  expect(readFileSync(path, "latin1")).toMatch(/^age-encryption\.org\/v1\n-> scrypt /);
  const ticket = session.tickets.issue([path]);
  expect(await ask(session, "packages.look", { ticket })).toEqual({
    packages: [{ file: "Sarcomas.casepack", isLocked: true, needs: "passphrase" }],
  });
  const before = dump(session.db);
  await expect(ask(session, "packages.merge", { ticket, passphrase: "wrong" })).rejects.toThrow(
    'That is not the passphrase of "Sarcomas.casepack"; type it again.',
  );
  expect(dump(session.db)).toEqual(before);
  const { merged } = await ask(session, "packages.merge", { ticket, passphrase: "correct horse" });
  expect(merged[0]?.report.isNews).toBe(false);
});

test("a package in the letters of age's armor opens as one in bytes does", async () => {
  const { session } = newSession();
  addReport(session.db);
  const [path = ""] = await pack(session, {
    sealing: { with: "passphrase", passphrase: "correct horse" },
  });
  const letters = armor.encode(readFileSync(path));
  // A mail may put blank lines before it, and ends lines in its own way.
  writeFileSync(path, `\r\n${letters.replaceAll("\n", "\r\n")}`);
  const ticket = session.tickets.issue([path]);
  expect(await ask(session, "packages.look", { ticket })).toEqual({
    packages: [{ file: "Sarcomas.casepack", isLocked: true, needs: "passphrase" }],
  });
  const { merged } = await ask(session, "packages.merge", { ticket, passphrase: "correct horse" });
  expect(merged[0]?.report.isNews).toBe(false);
  writeFileSync(path, letters.slice(0, -40));
  await expect(ask(session, "packages.merge", { ticket, passphrase: "x" })).rejects.toThrow(
    '"Sarcomas.casepack" is damaged',
  );
});

test("a package sealed to a key opens for whoever has it, and for nobody else", async () => {
  const { session, home } = newSession();
  addReport(session.db);
  expect(await ask(session, "packages.key", {})).toEqual({ recipient: null });
  const { recipient } = await ask(session, "packages.makeKey", {});
  expect(await ask(session, "packages.makeKey", {})).toEqual({ recipient });
  expect(statSync(join(home, "package-key.txt")).mode & 0o777).toBe(0o600);
  const [path = ""] = await pack(session, { sealing: { with: "keys", recipients: [recipient] } });
  const ticket = session.tickets.issue([path]);
  const { packages } = await ask(session, "packages.look", { ticket });
  expect(packages).toMatchObject([{ isLocked: false, isOfThisProject: true }]);
  process.env.CASEMARK_HOME = temporaryFolder();
  await expect(ask(session, "packages.merge", { ticket })).rejects.toThrow(
    "is sealed to a key that is not yours",
  );
});

test("what is no public key is refused, and no package is left behind", async () => {
  const { session } = newSession();
  addReport(session.db);
  const folder = temporaryFolder();
  const ticket = session.tickets.issue([folder]);
  const sealing = { with: "keys" as const, recipients: ["age1nonsense"] };
  await expect(ask(session, "packages.write", { sealing, ticket })).rejects.toThrow(
    '"age1nonsense" is no public key of age',
  );
  expect(readdirSync(folder)).toEqual([]);
});

test("a package of another project is not merged, and can be opened", async () => {
  const { session: other } = newSession();
  addReport(other.db);
  const [path = ""] = await pack(other);
  const { session } = newSession();
  const ticket = session.tickets.issue([path]);
  expect(await ask(session, "packages.look", { ticket })).toMatchObject({
    packages: [{ isOfThisProject: false, report: null }],
  });
  await expect(ask(session, "packages.merge", { ticket })).rejects.toThrow("is of another project");
});

test("where two places differ both versions are told, one is chosen, and undo asks again", async () => {
  const { session } = newSession();
  const report = addReport(session.db);
  addSpan(session.db, ana, report, draft("desmin"));
  const file = session.db.name;
  const [sent = ""] = await pack(session);
  const span = readLayer(session.db, report, "Ana").spans[0]?.id ?? "";
  await ask(session, "packages.open", { ticket: session.tickets.issue([sent]) });
  updateSpan(session.db, ana, span, { label: "drug" });
  const [back = ""] = await pack(session);
  await ask(session, "project.open", { ticket: session.tickets.issue([file]) });
  updateSpan(session.db, ana, span, { label: "diagnosis" });
  await ask(session, "packages.merge", { ticket: session.tickets.issue([back]) });
  const conflictsNow = async () => (await ask(session, "packages.conflicts", {})).conflicts;
  const [conflict] = await conflictsNow();
  expect(conflict).toMatchObject({ report, annotator: "Ana", target: span, what: "span" });
  const says = conflict?.versions.map((one) => one.says);
  expect(says?.toSorted()).toEqual(["diagnosis “desmin”", "drug “desmin”"]);
  for (const wanted of says ?? []) {
    const { version = "" } = conflict?.versions.find((one) => one.says === wanted) ?? {};
    await ask(session, "packages.settle", { report, target: span, version });
    expect(await conflictsNow()).toEqual([]);
    const [label] = wanted.split(" ");
    expect(marks(session.db, report, "Ana").spans).toEqual([`desmin: ${label}`]);
    await ask(session, "history.undo", {});
    const [again] = await conflictsNow();
    expect(again?.versions.map((one) => one.says)).toEqual(says);
    if (again && conflict) Object.assign(conflict, again);
  }
  expect(existsSync(file)).toBe(true);
});

test("a merge that is cancelled changes nothing, and others read meanwhile", async () => {
  const { session } = newSession();
  const file = session.db.name;
  addReport(session.db);
  const [sent = ""] = await pack(session);
  await ask(session, "packages.open", { ticket: session.tickets.issue([sent]) });
  for (let at = 0; at < 30; at++) {
    const report = addReport(session.db, undefined, { name: `more ${at}` });
    addSpan(session.db, ana, report, draft("desmin"));
  }
  const [back = ""] = await pack(session);
  await ask(session, "project.open", { ticket: session.tickets.issue([file]) });
  const before = dump(session.db);
  const cancel = new AbortController();
  const doing = new Set<string>();
  const progress = (one: Progress) => {
    doing.add(one.doing);
    if (one.doing === "Merging") cancel.abort();
  };
  const options = { signal: cancel.signal, progress };
  const given = { ticket: session.tickets.issue([back]) };
  const merging = ask(session, "packages.merge", given, options);
  expect(await ask(session, "report.list", {})).toMatchObject({ total: 1 });
  await expect(merging).rejects.toThrow("It was cancelled; nothing was changed.");
  expect(doing).toEqual(new Set(["Reading the package", "Merging"]));
  expect(dump(session.db)).toEqual(before);
  const { merged } = await ask(session, "packages.merge", given);
  expect(merged[0]?.report.newReports).toHaveLength(30);
});

test("what a reviewer decided goes back to an annotator with their own work, and nobody else's", async () => {
  const { session } = newSession();
  const report = addReport(session.db);
  for (const who of [ana, ben]) {
    addSpan(session.db, who, report, draft("desmin"));
    setLayerStatus(session.db, who, report, "done");
  }
  await ask(session, "review.acceptAgreed", { reports: [report], rule: { of: "all" } });
  const wish = { purpose: "feedback", annotators: ["Ana"], recipient: "Ana" } as const;
  const [path = ""] = await pack(session, { ...wish, annotators: [...wish.annotators] });
  const { report: told } = await ask(session, "packages.open", {
    ticket: session.tickets.issue([path]),
  });
  expect(told.layers.map(({ annotator }) => annotator)).toEqual(["Ana", "gold"]);
});

test("what a question was answered with comes to an annotator with the feedback, and new names to their marks", async () => {
  const { session } = newSession();
  const report = addReport(session.db);
  const own = session.db.name;
  const open = (path: string) =>
    ask(session, "project.open", { ticket: session.tickets.issue([path]) });
  const [sent = ""] = await pack(session, { purpose: "work", recipient: "Ana" });
  await ask(session, "packages.open", { ticket: session.tickets.issue([sent]) });
  const hers = session.db.name;
  addSpan(session.db, ana, report, draft("desmin", { label: "drug" }));
  const before = dump(session.db);
  await open(own);
  await ask(session, "questions.ask", { label: "marker", text: "Clones?" });
  const { questions } = await ask(session, "questions.list", {});
  const question = questions[0]?.id ?? "";
  await ask(session, "questions.answer", { question, label: "marker", answer: "Not its clone." });
  const subject = { list: "labels" as const, of: null, name: "drug" };
  const changes = [{ do: "rename" as const, subject, to: "medicine" }];
  await ask(session, "scheme.rewrite", { changes });
  const there = await ask(session, "scheme.read", {});
  addSpan(session.db, ana, report, draft("SMA"));
  const [told = ""] = await pack(session, { purpose: "feedback", annotators: ["Ana"] });
  await open(hers);
  const given = { ticket: session.tickets.issue([told]) };
  const { packages } = await ask(session, "packages.look", given);
  const { merged, change } = await ask(session, "packages.merge", given);
  expect(packages).toEqual([expect.objectContaining({ report: merged[0]?.report })]);
  const drug = "Label “drug” is named “medicine”.";
  expect(merged[0]?.report.scheme.taken).toEqual({
    ...{ version: 3, annotations: 1 },
    changes: ["Label “marker” has another text in its guideline.", drug],
  });
  expect(change.stale).toContain("scheme");
  expect(await ask(session, "scheme.read", {})).toEqual(there);
  const marker = there.scheme.labels.find(({ name }) => name === "marker");
  expect(marker?.guideline).toMatch(/Not its clone\.$/);
  expect(marks(session.db, report, "Ana").spans).toEqual(["desmin: medicine", "SMA: marker"]);
  await ask(session, "history.undo", {});
  expect(dump(session.db)).toEqual(before);
});
