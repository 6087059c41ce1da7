import { mkdirSync } from "node:fs";
import { basename, join } from "node:path";
import type { PackageFacts, WrittenPackages } from "../../shared/contract/packages.ts";
import type { Input, Output } from "../../shared/contract.ts";
import { AppError } from "../../shared/errors.ts";
import type { MergeReport } from "../../shared/merge/report.ts";
import { type Allotment, assignReports } from "../../shared/packages/assign.ts";
import { gold } from "../../shared/review/gold.ts";
import { freeName } from "../export/destination.ts";
import { safeFileName } from "../export/layout.ts";
import { zipFolder } from "../export/zip.ts";
import { inPackageThread } from "../packages/in-thread.ts";
import { makeOwnKey, ownIdentities, ownRecipient } from "../packages/own-key.ts";
import type { Opening } from "../packages/sealing.ts";
import type { PackageOrder } from "../packages/write-package.ts";
import { projectsFolder, settingsFolder } from "../settings.ts";
import type { ReadDb } from "../store/database.ts";
import { listLayerReports } from "../store/layers.ts";
import { listConflicts, settleConflict } from "../store/merging/conflicts.ts";
import type { Merged } from "../store/merging/merge.ts";
import { readAssignable } from "../store/packing/assignable.ts";
import { readProjectFacts } from "../store/project.ts";
import { listReportIds, reportsByNumber } from "../store/reports.ts";
import { reportsFound } from "../store/search/find.ts";
import type { CallContext, Handlers } from "./context.ts";
import { authorOf, type Session, switchProject } from "./session.ts";
import { makeTemporaryFolder, temporaryFolder } from "./temporary.ts";
import { inOwnTurn, whenFree } from "./turns.ts";

type Wanted = Omit<Input<"packages.write">, "ticket">;

/** Writes packages into the folder that the person chose, or into a file that the host offers. */
async function writePackages(
  context: CallContext,
  { ticket, ...wanted }: Input<"packages.write">,
): Promise<WrittenPackages> {
  const { session } = context;
  const [chosen] = ticket === null ? [] : session.tickets.read(ticket);
  const folder = chosen ?? temporaryFolder(session);
  const orders = ordersOf(session, wanted, folder);
  const packages = await writeOrders(context, orders);
  if (chosen !== undefined) return { packages, place: chosen, download: null };
  const [only, ...more] = packages;
  const file = only && more.length === 0 ? join(folder, only.file) : zipped(session, folder);
  return { packages, place: "your downloads", download: session.tickets.issue([file]) };
}

/** Writes packages to exactly these files. */
export function writeOrders(context: CallContext, orders: PackageOrder[]) {
  const { db } = context.session;
  const folder = makeTemporaryFolder("export");
  const { annotator } = authorOf(context.session);
  const task = { do: "write", project: db.name, orders, folder } as const;
  return inPackageThread(task, { ...context, annotator });
}

function zipped(session: Session, folder: string): string {
  const file = join(temporaryFolder(session), "packages.zip");
  zipFolder(folder, file);
  return file;
}

/** What to write: one package, or with a plan one for each person who gets something. */
function ordersOf(session: Session, wanted: Wanted, folder: string): PackageOrder[] {
  const { db } = session;
  const { plan, annotators, recipient } = wanted;
  const project = readProjectFacts(db).name;
  const all = chosenReports(db, session.annotator ?? "", wanted);
  const reports = wanted.purpose === "return" ? workedOn(db, all, annotators) : all;
  const pathFor = (whom: string) =>
    freeName(folder, safeFileName(whom === "" ? project : `${project} ${whom}`), ".casepack");
  if (plan === null)
    return [orderOf(session, wanted, { reports, annotators, recipient }, pathFor(recipient))];
  return ordersForAll(session, wanted, allotmentOf(db, reports, plan), pathFor);
}

/** A package for each person who gets something, in files of different names on every system. */
export function ordersForAll(
  session: Session,
  wanted: Parameters<typeof orderOf>[1],
  { people }: Allotment,
  pathFor: (name: string) => string,
): PackageOrder[] {
  const taken = new Set<string>();
  return people
    .filter(({ reports }) => reports.length > 0)
    .map(({ annotator, reports }) => {
      let path = pathFor(annotator);
      for (let n = 2; taken.has(sameOnDisk(path)); n++) path = pathFor(`${annotator} ${n}`);
      taken.add(sameOnDisk(path));
      const wish = { reports, annotators: [annotator], recipient: annotator };
      return orderOf(session, wanted, wish, path);
    });
}

/** Some disks do not tell "A" from "a", nor an "ö" from an "o" with its two dots after it. */
const sameOnDisk = (path: string) => path.normalize("NFC").toLowerCase();

/** What is sent back: who gets it has the reports, so that those without work on them are of no use. */
export function workedOn(
  db: ReadDb,
  reports: readonly string[],
  annotators: readonly string[] | null,
): readonly string[] {
  const names = annotators ?? [null];
  const begun = new Set(names.flatMap((name) => listLayerReports(db, name)));
  const found = reports.filter((report) => begun.has(report));
  if (found.length > 0) return found;
  throw new AppError(
    "bad-input",
    "Nothing is marked on any of the reports; there is no work to send back yet.",
  );
}

/** One package as it is to be written. */
export function orderOf(
  session: Session,
  { purpose, note, originals, sealing }: Pick<Wanted, "purpose" | "note" | "originals" | "sealing">,
  {
    reports,
    annotators,
    recipient,
  }: Pick<PackageOrder, "reports" | "annotators"> & { recipient: string },
  path: string,
): PackageOrder {
  const { annotator: by, now } = authorOf(session);
  const label = { purpose, note, recipient, by, at: now().toISOString() };
  // Whoever is told what became of their work is shown what was decided on.
  const whose = annotators && purpose === "feedback" ? [...annotators, gold] : annotators;
  return { reports, annotators: whose, originals, sealing, label, path };
}

/** Who gets which of these reports. */
export function allotmentOf(
  db: ReadDb,
  reports: readonly string[],
  plan: Input<"packages.assign">["plan"],
): Allotment {
  return assignReports(readAssignable(db, reports), plan);
}

/** The reports that are listed, or else all, of which the query finds; in the order of the project. */
function chosenReports(
  db: ReadDb,
  me: string,
  { reports, search }: Pick<Wanted, "reports" | "search">,
): readonly string[] {
  const all = reports ?? listReportIds(db);
  if (search === null) return all;
  const found = new Set(reportsByNumber(db, reportsFound(db, me, search)));
  return all.filter((id) => found.has(id));
}

/** What may open a package: the passphrase that was typed, and the person's own key. */
export function openingWith(passphrase: string | null, others: readonly string[] = []): Opening {
  return { passphrase, identities: [...others, ...ownIdentities(settingsFolder())] };
}

function taskOf({ session }: CallContext, paths: readonly string[], opening: Opening) {
  const folder = makeTemporaryFolder("export");
  return { project: session.db.name, paths: [...paths], opening, folder };
}

/** What packages are and would bring. */
export async function lookAtPackages(
  context: CallContext,
  paths: readonly string[],
  opening: Opening,
): Promise<Output<"packages.look">> {
  const { annotator } = authorOf(context.session);
  const task = { do: "look", ...taskOf(context, paths, opening) } as const;
  // What it would do is found out by doing it and taking it back.
  const packages = await inOwnTurn(context, () => inPackageThread(task, { ...context, annotator }));
  return { packages };
}

/** Merges packages in one step into the project of this file, which is not open. */
export function mergeInto(
  project: string,
  paths: readonly string[],
  opening: Opening,
  { annotator: name, ...job }: Pick<CallContext, "signal" | "progress"> & { annotator: string },
): Promise<Merged> {
  const { annotator } = authorOf({ annotator: name });
  const folder = makeTemporaryFolder("export");
  const task = { do: "mergeInto", project, paths: [...paths], opening, folder } as const;
  return inPackageThread(task, { ...job, annotator });
}

/** Merges packages in one step into the project that is open. */
function mergeFiles(
  context: CallContext,
  paths: readonly string[],
  opening: Opening,
): Promise<Output<"packages.merge">> {
  const { annotator } = authorOf(context.session);
  const task = { do: "merge", ...taskOf(context, paths, opening) } as const;
  return inOwnTurn(context, () => inPackageThread(task, { ...context, annotator }));
}

/** Makes a project of a package in exactly this file. */
export function openPackageAt(
  path: string,
  project: string,
  opening: Opening,
  job: Pick<CallContext, "signal" | "progress"> & { annotator: string },
): Promise<{ facts: PackageFacts; report: MergeReport }> {
  const folder = makeTemporaryFolder("export");
  return inPackageThread({ do: "open", project, paths: [path], opening, folder }, job);
}

/** Makes a project of a package in the person's projects folder and goes over to it. */
export async function openPackage(
  context: CallContext,
  { ticket, passphrase }: Input<"packages.open">,
): Promise<{ facts: PackageFacts; report: MergeReport }> {
  const { session } = context;
  const [path] = session.tickets.read(ticket);
  if (path === undefined) throw new AppError("wrong-use", "No package was chosen.");
  const { annotator } = authorOf(session);
  mkdirSync(projectsFolder(), { recursive: true });
  const project = freeName(projectsFolder(), basename(path, ".casepack"), ".casemark");
  const opened = await openPackageAt(path, project, openingWith(passphrase), {
    ...context,
    annotator,
  });
  await whenFree(session.turns, () => switchProject(session, project));
  return opened;
}

/** What each operation about packages does, but for opening one, which answers with the whole state. */
export const packageHandlers = {
  "packages.assign": ({ session: { db, annotator } }, { plan, ...wanted }) => ({
    allotment: allotmentOf(db, chosenReports(db, annotator ?? "", wanted), plan),
  }),
  "packages.write": (context, input) => writePackages(context, input),
  "packages.look": (context, { ticket, passphrase }) =>
    lookAtPackages(context, context.session.tickets.read(ticket), openingWith(passphrase)),
  "packages.merge": (context, { ticket, passphrase }) =>
    mergeFiles(context, context.session.tickets.read(ticket), openingWith(passphrase)),
  "packages.conflicts": ({ session }, { report }) => ({
    conflicts: listConflicts(session.db, report),
  }),
  "packages.settle": ({ session }, input) => settleConflict(session.db, authorOf(session), input),
  "packages.key": async () => ({ recipient: await ownRecipient(settingsFolder()) }),
  "packages.makeKey": async () => ({ recipient: await makeOwnKey(settingsFolder()) }),
} satisfies Partial<Handlers>;
