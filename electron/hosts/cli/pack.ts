import { existsSync, mkdirSync } from "node:fs";
import { basename, extname, join, resolve } from "node:path";
import type { AllotmentPlan, WrittenPackage } from "../../../shared/contract/packages.ts";
import { AppError } from "../../../shared/errors.ts";
import type { Allotment } from "../../../shared/packages/assign.ts";
import { purposes } from "../../../shared/packages/manifest.ts";
import { allotmentOf, orderOf, ordersForAll, workedOn, writeOrders } from "../../api/packages.ts";
import type { Session } from "../../api/session.ts";
import { safeFileName } from "../../export/layout.ts";
import type { PackageOrder } from "../../packages/write-package.ts";
import { listReportIds } from "../../store/reports.ts";
import {
  type Command,
  changing,
  counted,
  listOf,
  oneOf,
  required,
  stringOf,
  type Values,
  WrongUse,
  watched,
  wholeNumber,
} from "./command.ts";
import { findReports } from "./find-reports.ts";
import { requireAnnotators } from "./known-annotators.ts";
import { sealingOf, sealingOptions } from "./sealing-options.ts";

export const pack: Command = {
  usage: `casemark pack PROJECT OUT.casepack|FOLDER [--reports GLOB] [--annotator NAME] [--purpose ${purposes.join("|")}] [--for A,B,C [--each N] [--overlap 20%] [--seed N]] [--no-originals] [--note TEXT] [--overwrite] [--encrypt [--passphrase-file FILE]] [--recipient age1...]`,
  about:
    "Writes a package that others open, work on and send back: scheme, reports, layers and their history, with checksums. Without --annotator all layers go in. --for writes one package a person into a folder, with that person's own layers: each report to N people as far as --overlap goes, cases together. A file that is there is kept; --overwrite replaces it. --encrypt seals with a passphrase (typed, in the first line of a file, or in CASEMARK_PASSPHRASE), --recipient to a public key of age.",
  options: {
    reports: { type: "string" },
    annotator: { type: "string" },
    purpose: { type: "string" },
    for: { type: "string" },
    each: { type: "string" },
    overlap: { type: "string" },
    seed: { type: "string" },
    note: { type: "string" },
    "no-originals": { type: "boolean" },
    overwrite: { type: "boolean" },
    ...sealingOptions,
  },
  async run(positionals, values) {
    const project = required(positionals, 0, "PROJECT");
    const out = resolve(required(positionals, 1, "OUT"));
    const plan = planOf(values);
    const purpose = oneOf(values, "purpose", purposes, plan === null ? "copy" : "work");
    const sealing = await sealingOf(values);
    const pattern = stringOf(values, "reports");
    const wish = {
      ...{ purpose, sealing, note: stringOf(values, "note") ?? "" },
      originals: values.get("no-originals") !== true,
    };
    return changing(project, null, async (session) => {
      const reports =
        pattern === null ? listReportIds(session.db) : findReports(session.db, pattern);
      const allotment = plan === null ? null : allotmentOf(session.db, reports, plan);
      const orders =
        allotment === null
          ? [orderOf(session, wish, single(session, values, purpose, reports), fileFor(out))]
          : ordersFor(session, wish, allotment, out);
      if (values.get("overwrite") !== true) refuseThere(orders);
      const packages = await watched((watch) => writeOrders({ session, ...watch }, orders));
      const lines = [...packages.map(inWords), ...sharedInWords(allotment)];
      const json = { place: out, packages, shared: allotment?.shared ?? null };
      return { json, text: lines.join("\n") };
    });
  },
};

type PackageWish = Parameters<typeof orderOf>[1];

const inWords = ({ file, recipient, reports, layers }: WrittenPackage) =>
  `Packed ${counted(reports, "report")} with ${layers === 1 ? "the layers of 1 annotator" : `layers of ${layers} annotators`} into ${file}${recipient === "" ? "" : ` for ${recipient}`}.`;

function sharedInWords(allotment: Allotment | null): string[] {
  if (allotment === null || allotment.people.length < 2) return [];
  const { shared, reports } = allotment;
  return [`${shared} of ${counted(reports, "report")} ${shared === 1 ? "is" : "are"} shared.`];
}

/** A package may be the only copy of somebody's work. @throws AppError "bad-file", before anything is written. */
function refuseThere(orders: readonly PackageOrder[]): void {
  const there = orders.find(({ path }) => existsSync(path));
  if (there === undefined) return;
  throw new AppError(
    "bad-file",
    `"${there.path}" exists already and nothing was packed; choose another name, or replace it by --overwrite.`,
  );
}

function single(
  { db }: Session,
  values: Values,
  purpose: PackageWish["purpose"],
  chosen: readonly string[],
) {
  const annotator = stringOf(values, "annotator");
  const annotators = annotator === null ? null : [annotator];
  requireAnnotators(db, annotators ?? []);
  const reports = purpose === "return" ? workedOn(db, chosen, annotators) : chosen;
  return { reports, annotators, recipient: "" };
}

function fileFor(out: string): string {
  if (extname(out) === ".casepack") return out;
  throw new WrongUse(`OUT has to be a file ending in .casepack; "${basename(out)}" is none.`);
}

function ordersFor(
  session: Session,
  wish: PackageWish,
  allotment: Allotment,
  folder: string,
): PackageOrder[] {
  if (extname(folder) === ".casepack")
    throw new WrongUse("With --for, OUT has to be a folder: it gets one package for each person.");
  mkdirSync(folder, { recursive: true });
  const pathFor = (name: string) => join(folder, `${safeFileName(name)}.casepack`);
  return ordersForAll(session, wish, allotment, pathFor);
}

function planOf(values: Values): AllotmentPlan | null {
  const annotators = listOf(stringOf(values, "for") ?? "");
  if (annotators.length === 0) {
    const without = ["each", "overlap", "seed"].find((name) => values.has(name));
    if (without !== undefined) throw new WrongUse(`--${without} goes with --for A,B,C.`);
    return null;
  }
  if (values.has("annotator"))
    throw new WrongUse("--annotator does not go with --for, which packs everybody's own layers.");
  const each = wholeNumber(values, "each") ?? 1;
  if (each < 1) throw new WrongUse("--each has to be 1 or more.");
  const people = new Set(annotators).size;
  if (each > people)
    throw new WrongUse(
      `--each ${each} needs as many people; --for has ${people === 1 ? "one" : people}.`,
    );
  return { annotators, each, overlap: shareOf(values), seed: wholeNumber(values, "seed") ?? 1 };
}

/** "20%" and "0.2" are the same; without it everything is shared. */
function shareOf(values: Values): number {
  const text = stringOf(values, "overlap") ?? "100%";
  const value = text.endsWith("%") ? Number(text.slice(0, -1)) / 100 : Number(text);
  if (text.trim() === "" || !(value >= 0 && value <= 1))
    throw new WrongUse("--overlap has to be a share such as 20% or 0.2.");
  return value;
}
