import { resolve } from "node:path";
import type { ReleaseLoss, ReleaseTexts } from "../../../shared/dataset/facts.ts";
import type { LayerChoice } from "../../../shared/dataset/layers.ts";
import { ReleaseOptions } from "../../../shared/dataset/manifest.ts";
import { AppError } from "../../../shared/errors.ts";
import { exportFormats } from "../../../shared/formats/format-ids.ts";
import { lossSentence } from "../../../shared/formats/losses.ts";
import { makeDatasetAt, remember } from "../../api/releases.ts";
import type { Session } from "../../api/session.ts";
import { manifestIn } from "../../dataset/verify-release.ts";
import { readScheme } from "../../store/scheme/schemes.ts";
import { textsOf } from "./about-file.ts";
import {
  ask,
  type Command,
  changing,
  counted,
  listOf,
  required,
  someOf,
  stringOf,
  type Values,
  WrongUse,
  watched,
  wholeNumber,
} from "./command.ts";
import { tellLoss } from "./export.ts";
import { findReports } from "./find-reports.ts";

export const dataset: Command = {
  usage:
    "casemark dataset PROJECT OUT [--formats F,F] [--split 80/10/10] [--seed N] [--layers all|gold|agreed|NAME] [--reports GLOB] [--search QUERY] [--group-by case] [--stratify label,KEY] [--label OLD=NEW,OLD=] [--likeness 0.7|off] [--continue RELEASE] [--about FILE.yaml] [--deidentify] [--strict]",
  about:
    "Writes a release into a new folder: records and the formats asked for by part, card, Croissant metadata, citation, scheme, statistics, agreement, provenance and the SHA-256 of every file. The same project, options and seed give the same bytes. --label renames, merges or (OLD=) drops labels; --continue keeps the split of an earlier release's folder; --about gives title, version, authors, licence and the other texts of the card; --deidentify requires that all candidates are reviewed and replaces them. What is left out and what the formats cannot hold is listed on stderr before anything is written; with --strict nothing is written where a format or the records cannot hold all.",
  options: {
    formats: { type: "string" },
    split: { type: "string" },
    seed: { type: "string" },
    layers: { type: "string" },
    reports: { type: "string" },
    search: { type: "string" },
    "group-by": { type: "string" },
    stratify: { type: "string" },
    label: { type: "string", multiple: true },
    likeness: { type: "string" },
    continue: { type: "string" },
    about: { type: "string" },
    deidentify: { type: "boolean" },
    strict: { type: "boolean" },
  },
  async run(positionals, values) {
    const project = required(positionals, 0, "PROJECT");
    const out = resolve(required(positionals, 1, "OUT"));
    const options = optionsOf(values);
    const pattern = stringOf(values, "reports");
    const search = stringOf(values, "search");
    const earlier = stringOf(values, "continue");
    const frozen = earlier === null ? {} : manifestIn(resolve(earlier)).assignment;
    return changing(project, null, async (session) => {
      const reports = pattern === null ? null : findReports(session.db, pattern);
      const texts = textsOf(stringOf(values, "about"), session.db.name);
      await refuseUnknownNames(session, options);
      const deidentify = values.get("deidentify") === true;
      const request = { options, texts, reports, search, deidentify };
      const before: ReleaseLoss[] = [];
      const result = await watched((watch) =>
        makeDatasetAt({ session, ...watch }, out, request, frozen, (losses) => {
          before.push(...losses);
          tellReleaseLosses(losses);
          if (values.get("strict") === true) refuseLosses(losses);
        }),
      );
      remember(session.db.name, request, result, out);
      const told = new Set(before.map(sentenceOf));
      tellReleaseLosses(result.losses.filter((loss) => !told.has(sentenceOf(loss))));
      for (const cases of result.torn)
        console.error(`Almost the same, and parted by the earlier release: ${cases.join(", ")}.`);
      tellUnsaid(texts);
      const { manifest, nearDuplicates, torn } = result;
      return {
        json: { place: out, ...manifest, nearDuplicates, torn, losses: result.losses },
        text: `Released ${counted(manifest.counts.reports, "report")} with ${counted(manifest.counts.spans, "span")} to ${out}; read back and compared.`,
      };
    });
  },
};

const sentenceOf = ({ format, ...loss }: ReleaseLoss) => `${format}: ${lossSentence(loss)}`;

function tellReleaseLosses(losses: readonly ReleaseLoss[]): void {
  for (const { format, ...loss } of losses)
    tellLoss(loss, format === "" ? "Left out" : `Not held by ${format}`);
}

/** What a person chose to leave out is no reason. @throws AppError "bad-input" */
function refuseLosses(losses: readonly ReleaseLoss[]): void {
  const formats = [
    ...new Set(losses.map(({ format }) => format).filter((format) => format !== "")),
  ];
  if (formats.length > 0)
    throw new AppError(
      "bad-input",
      `All of it cannot be held (${formats.join("; ")}), so nothing was written; leave out --strict, or choose other formats.`,
    );
}

function optionsOf(values: Values): ReleaseOptions {
  const grouping = stringOf(values, "group-by") ?? "case";
  if (grouping !== "case")
    throw new WrongUse("--group-by has to be case: a patient is never in two parts.");
  const keys = listOf(stringOf(values, "stratify") ?? "label");
  return ReleaseOptions.parse({
    layers: layersOf(stringOf(values, "layers") ?? "all"),
    labels: { labels: labelsOf(values.get("label")), relations: {} },
    formats: someOf(values, "formats", exportFormats) ?? [],
    // As the manifest tells it: which files, and what they were searched for.
    reports: [stringOf(values, "reports") ?? "*", stringOf(values, "search") ?? ""]
      .join(" ")
      .trim(),
    parts: partsOf(stringOf(values, "split") ?? "80/10/10"),
    stratifyBy: { labels: keys.includes("label"), metadata: keys.filter((key) => key !== "label") },
    likeness: likenessOf(stringOf(values, "likeness") ?? "0.7"),
    seed: wholeNumber(values, "seed") ?? 1,
  });
}

function layersOf(whose: string): LayerChoice {
  if (whose === "all" || whose === "gold" || whose === "agreed") return { of: whose };
  return { of: "one", annotator: whose };
}

const usualParts = ["train", "validation", "test"];

/** "80/10/10" are train, validation and test, "80/20" train and test; "fold1=50/fold2=50" have names. */
function partsOf(split: string) {
  const shares = split.split("/");
  const names = shares.length === 2 ? ["train", "test"] : usualParts;
  const parts = shares.map((share, at) => {
    const [name, value] = share.includes("=") ? share.split("=") : [names[at], share];
    return { name: name ?? "", share: Number(value) };
  });
  if (parts.some(({ name, share }) => name === "" || !(share > 0)))
    throw new WrongUse(
      "--split has to be two or three shares such as 80/10/10, or names with shares such as a=50/b=50.",
    );
  return parts;
}

function likenessOf(text: string): number | null {
  if (text === "off") return null;
  const value = Number(text);
  if (!(value >= 0.5 && value <= 1))
    throw new WrongUse("--likeness has to be from 0.5 to 1, or off.");
  return value;
}

function labelsOf(given: unknown): Record<string, string | null> {
  const pairs = Array.isArray(given) ? given.flatMap((one) => listOf(String(one))) : [];
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf("=");
      if (at <= 0) throw new WrongUse("--label has to be OLD=NEW, or OLD= to drop a label.");
      return [pair.slice(0, at), pair.slice(at + 1) || null];
    }),
  );
}

/** Croissant asks for more than a release has to say. */
function tellUnsaid({ licence, url, doi, authors, released }: ReleaseTexts): void {
  const said = { licence, "url or doi": url || doi, authors: authors.length > 0, released };
  const unsaid = Object.entries(said).flatMap(([name, value]) => (value ? [] : [name]));
  if (unsaid.length > 0)
    console.error(
      `Croissant asks for what nobody has said: ${unsaid.join(", ")}; say it in the file of --about.`,
    );
}

/** A name that is spelled otherwise than in the project would change nothing, without a word. */
async function refuseUnknownNames(session: Session, options: ReleaseOptions): Promise<void> {
  const { labels } = readScheme(session.db).scheme;
  const unknown = Object.keys(options.labels.labels).find(
    (name) => !labels.some((label) => label.name === name),
  );
  if (unknown !== undefined)
    throw new AppError(
      "bad-input",
      `The scheme has no label "${unknown}"; "casemark scheme" prints those it has.`,
    );
  const { keys } = await ask(session, "dataset.metadataKeys", {});
  const unsaid = options.stratifyBy.metadata.find((key) => !keys.includes(key));
  if (unsaid !== undefined)
    throw new AppError(
      "bad-input",
      `No report says its "${unsaid}"; stratify by ${["label", ...keys].join(" or ")}.`,
    );
}
