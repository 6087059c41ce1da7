import { type RememberedRelease, Texts } from "../../shared/contract/datasets.ts";
import type { LabelChoice } from "../../shared/dataset/labels.ts";
import type { LayerChoice } from "../../shared/dataset/layers.ts";
import { type ExportFormat, exportFormats } from "../../shared/formats/format-ids.ts";
import type { Scheme } from "../../shared/model/scheme.ts";
import { gold } from "../../shared/review/gold.ts";
import { createValueStore } from "../state/value-store.ts";
import { nextVersion } from "./next-version.ts";

/** A part of the split as it is typed; its share may not be a number yet. */
export interface PartDraft {
  name: string;
  share: string;
}

/** A release as a person fills it in: numbers as they are typed, and all of it possibly unfinished. */
export interface ReleaseDraft {
  /** The project that it is of, by its identifier. */
  project: string;
  texts: ReturnType<typeof Texts.parse>;
  /** What the reports are looked for by; null for all of them. */
  search: string | null;
  layers: LayerChoice;
  labels: LabelChoice;
  formats: readonly ExportFormat[];
  parts: readonly PartDraft[];
  seed: string;
  stratifyBy: { labels: boolean; metadata: readonly string[] };
  /** Whether reports that are almost the same are looked for, and from how many percent on. */
  looksForAlike: boolean;
  likeness: string;
  /** The release whose split stays; null for a new split. */
  continues: string | null;
  deidentify: boolean;
}

/** What every part of the form has. */
export interface FormProps {
  draft: ReleaseDraft;
  problems: readonly DraftProblem[];
  onChange: (facts: Partial<ReleaseDraft>) => void;
}

/** Why a release cannot be made of a draft yet, and in which field. */
export interface DraftProblem {
  field: string;
  text: string;
}

/** What stands before the digits of an ORCID in a citation; it is not shown in the form. */
export const orcidAddress = "https://orcid.org/";

/** What was typed stays while other screens are shown. */
export const releaseDraft = createValueStore<ReleaseDraft | null>(null);
export const forgetDraft = (): void => releaseDraft.set(null);

export function changeDraft(facts: Partial<ReleaseDraft>): void {
  const draft = releaseDraft.get();
  if (draft) releaseDraft.set({ ...draft, ...facts });
}

interface Known {
  newest: RememberedRelease | undefined;
  project: { id: string; name: string };
  scheme: Scheme;
  /** Whether decisions were made, so that there is a layer of them. */
  hasGold: boolean;
  /** Whether anything was found in the reports that may tell who a patient is. */
  hasIdentifiers: boolean;
}

/** What a new release begins with: all as in the newest one, its split included, or what is usual. */
export function newDraft({
  newest,
  project,
  scheme,
  hasGold,
  hasIdentifiers,
}: Known): ReleaseDraft {
  const draft =
    newest === undefined ? firstDraft(project.name, hasGold) : draftAfter(newest, scheme);
  return { ...draft, project: project.id, deidentify: hasIdentifiers };
}

type Draft = Omit<ReleaseDraft, "project" | "deidentify">;

/** Where people have decided, a dataset is what they decided on. */
function firstDraft(project: string, hasGold: boolean): Draft {
  return {
    texts: Texts.parse({ title: project.trim() || "?" }),
    search: null,
    layers: { of: hasGold ? "gold" : "all" },
    labels: { labels: {}, relations: {} },
    formats: [],
    parts: [
      { name: "train", share: "80" },
      { name: "validation", share: "10" },
      { name: "test", share: "10" },
    ],
    seed: "1",
    stratifyBy: { labels: true, metadata: [] },
    looksForAlike: true,
    likeness: "70",
    continues: null,
  };
}

/** A release of the annotator of decisions is one of what was decided on. */
const isOfGold = (layers: LayerChoice) => layers.of === "one" && layers.annotator === gold;

function draftAfter({ id, texts, options, version }: RememberedRelease, scheme: Scheme): Draft {
  const { layers, labels, parts, seed, stratifyBy, likeness } = options;
  return {
    // A date and a DOI belong to one version alone.
    texts: {
      ...texts,
      ...{ version: nextVersion(version), released: "", doi: "" },
      authors: texts.authors.map((author) => ({
        ...author,
        orcid: author.orcid.replace(orcidAddress, ""),
      })),
    },
    search: searchIn(options.reports),
    layers: isOfGold(layers) ? { of: "gold" } : layers,
    labels: {
      labels: onlyNamed(labels.labels, [...scheme.labels, ...scheme.events]),
      relations: onlyNamed(labels.relations, [...scheme.relations, ...scheme.groups]),
    },
    formats: exportFormats.filter((format) => options.formats.includes(format)),
    parts: parts.map(({ name, share }) => ({ name, share: String(share) })),
    seed: String(seed),
    stratifyBy,
    looksForAlike: likeness !== null,
    likeness: String(Math.round(100 * (likeness ?? 0.7))),
    continues: id,
  };
}

/** What stands in a release's options for all reports; a search stands behind it. */
const allReports = "*";

/** How a release's options tell which reports are in it. */
export const reportsOf = (search: string | null): string =>
  search === null ? allReports : `${allReports} ${search.trim()}`;

/** The search in it; null for all reports, and for what only the command line can choose. */
function searchIn(reports: string): string | null {
  const prefix = `${allReports} `;
  return reports.startsWith(prefix) ? reports.slice(prefix.length) : null;
}

/** Without what is said of labels that the scheme no longer has, and that the form would not show. */
function onlyNamed<Value>(
  map: Readonly<Record<string, Value>>,
  known: readonly { name: string }[],
): Record<string, Value> {
  const names = new Set(known.map(({ name }) => name));
  return Object.fromEntries(Object.entries(map).filter(([name]) => names.has(name)));
}
