import { intervalAssumes } from "../agreement/bootstrap.ts";
import type { Agreement } from "./agreement.ts";
import { bibTex, plainCitation } from "./citation.ts";
import type { Counted, ReleaseFacts, ReleaseLoss } from "./facts.ts";
import { frontMatter } from "./front-matter.ts";
import type { LayerChoice } from "./layers.ts";
import { fileNameOf, recordsFile, releaseFiles } from "./layout.ts";
import { loadingExamples } from "./loading-examples.ts";
import { codeBlock, plainMarkdown, table } from "./markdown.ts";
import { recordFields, recordsId } from "./records.ts";
import { f1Assumes } from "./span-matches.ts";

/** What Hugging Face's template says where nobody has written anything. */
const missing = "[More Information Needed]";

const written = (text: string) => (text.trim() === "" ? missing : text.trim());

/**
 * The release's README.md: a dataset card with the sections of Hugging Face's template, filled with what
 * is known. What people write stays Markdown; names from the data are made plain.
 * Source: huggingface_hub, templates/datasetcard_template.md.
 */
export function datasetCard(facts: ReleaseFacts): string {
  const sections = [
    `# Dataset Card for ${plainMarkdown(facts.texts.title)}`,
    written(facts.texts.summary),
    detailsOf(facts),
    usesOf(facts),
    structureOf(facts),
    splitsOf(facts),
    loadingOf(facts),
    creationOf(facts),
    annotationsOf(facts),
    privacyAndRisksOf(facts),
    citationOf(facts),
  ];
  return `${frontMatter(facts)}\n${sections.join("\n\n")}\n`;
}

function detailsOf({ texts, languages, statistics }: ReleaseFacts): string {
  const { whole } = statistics;
  const counts = [
    `reports: ${whole.reports}`,
    `cases: ${whole.cases}`,
    `labelled spans: ${whole.spans}`,
    `entities: ${whole.entities}`,
    `relations: ${whole.relations}`,
  ];
  const makers = texts.authors.map(({ family, given }) => `${given} ${family}`.trim());
  return `## Dataset Details

### Dataset Description

- **Size:** ${counts.join(", ")}
- **Curated by:** ${makers.map(plainMarkdown).join(", ") || missing}
- **Language(s) (NLP):** ${languages.join(", ") || missing}
- **License:** ${plainMarkdown(texts.licence) || missing}
- **Version:** ${plainMarkdown(texts.version)}

### Dataset Sources

- **Repository:** ${texts.url || missing}
- **DOI:** ${texts.doi || missing}`;
}

function usesOf({ texts }: ReleaseFacts): string {
  return `## Uses

${written(texts.uses)}`;
}

function structureOf(facts: ReleaseFacts): string {
  const fields = recordFields.map(({ name, type, says }) => [
    name,
    type.is === "list" ? `list of (${type.of.map((field) => field.name).join(", ")})` : type.is,
    says,
  ]);
  const others = facts.files
    .filter(({ name }) => !name.startsWith("data/") && !name.startsWith("formats/"))
    .map(({ name }) => `\`${name}\``);
  const isListed = facts.files.some(({ name }) => name === releaseFiles.losses);
  const losses = isListed ? ` What they cannot hold is listed in \`${releaseFiles.losses}\`.` : "";
  const formats = new Set(
    facts.files.flatMap(({ name }) => /^formats\/([^/]+)\//.exec(name)?.[1] ?? []),
  );
  return `## Dataset Structure

Each line of \`${recordsFile("PART")}\` is one annotator's layer of one report. Offsets are Unicode code points from the start of \`text\`, the end exclusive.

${table(["Field", "Type", "Meaning"], fields)}

The same annotations are in other formats: ${
    [...formats]
      .sort()
      .map((one) => `\`formats/${one}/\``)
      .join(", ") || "none"
  }.${losses} Besides: ${others.join(", ") || "nothing"}. \`${releaseFiles.croissant}\` describes every file with its SHA-256 but itself and \`${releaseFiles.checksums}\`, which has those of all others for \`sha256sum -c\`; \`${releaseFiles.manifest}\` describes the release itself.

### Labels

${labelTable(facts)}

![Spans of each label, by part](${releaseFiles.labelPlot})

![Reports by their number of spans](${releaseFiles.spansPlot})`;
}

function labelTable({ statistics, parts, scheme }: ReleaseFacts): string {
  const guidelines = new Map(scheme.labels.map(({ name, guideline }) => [name, guideline]));
  const rows = statistics.labels.map((counts) => [
    counts.label,
    counts.spans,
    ...parts.map(({ name }) => counts.byPart[name] ?? 0),
    counts.meanTokens,
    firstSentence(guidelines.get(counts.label) ?? ""),
  ]);
  return table(["Label", "Spans", ...parts.map(({ name }) => name), "Tokens", "Guideline"], rows);
}

/** What a guideline begins with; all of it is in the guidelines' file. */
function firstSentence(guideline: string): string {
  const [line = ""] = guideline.trim().split("\n");
  return /^.*?[.!?](?=\s|$)/.exec(line)?.[0] ?? line;
}

function splitsOf({ statistics, parts, seed, nearDuplicates }: ReleaseFacts): string {
  const rows = [...statistics.parts, { ...statistics.whole, part: "all" }].map((counts) => [
    ...[counts.part, counts.cases, counts.reports, counts.characters, counts.tokens],
    ...[counts.spans, counts.discontinuous, counts.overlapping, counts.relations],
  ]);
  const heads = ["Part", "Cases", "Reports", "Characters", "Tokens"].concat(
    ...["Spans", "Discontinuous", "Overlapping", "Relations"],
  );
  const pairs = nearDuplicates
    .slice(0, 20)
    .map(({ a, b, likeness }) => [a, b, Number(likeness.toFixed(2))]);
  const shares = parts.map(({ name, share }) => `${plainMarkdown(name)} ${share}`).join(", ");
  const alike =
    pairs.length === 0
      ? "No two reports are almost the same."
      : `Pairs of reports that are almost the same: ${nearDuplicates.length}. Both stand in the same part unless an earlier release had parted them. The likest:\n\n${table(["Report", "Report", "Likeness"], pairs)}`;
  return `### Data Splits

The split is by case, so that no patient is in two parts. Shares: ${shares}; seed ${seed}; parts were balanced by iterative stratification (Sechidis et al., 2011).

${table(heads, rows)}

${alike}`;
}

function loadingOf({ statistics, files }: ReleaseFacts): string {
  const filled = statistics.parts.filter(({ reports }) => reports > 0);
  const examples = loadingExamples(
    filled.map(({ part }) => part),
    files.map(({ name }) => name),
  ).map(({ title, language, code }) => `#### ${title}\n\n${codeBlock(language, code)}`);
  return [
    "### Loading",
    "Run in the release's folder. Splits are called " +
      `${filled.map(({ part }) => `\`${fileNameOf(part)}\``).join(", ")}.`,
    ...examples,
  ].join("\n\n");
}

function creationOf(facts: ReleaseFacts): string {
  const { texts, sources, licences, repairedReports } = facts;
  return `## Dataset Creation

### Curation Rationale

${written(texts.curation)}

### Source Data

${countedTable("Source", sources)}

${countedTable("Licence of the reports", licences)}

Each report's source, licence and annotators are in \`${releaseFiles.provenance}\`. Reports whose text was corrected or repaired after it was imported: ${repairedReports}.`;
}

function countedTable(head: string, list: readonly Counted[]): string {
  return table(
    [head, "Reports"],
    list.map(({ name, reports }) => [name || "not stated", reports]),
  );
}

function annotationsOf(facts: ReleaseFacts): string {
  const { texts, statistics, scheme, schemeVersion, layers } = facts;
  const people = statistics.annotators.map((one) => [one.annotator, one.reports, one.spans]);
  return `### Annotations

#### Annotation process

${written(texts.annotation)}

The scheme “${plainMarkdown(scheme.name)}”, version ${plainMarkdown(schemeVersion)}, is in \`${releaseFiles.scheme}\`, its guidelines are in \`${releaseFiles.guidelines}\`. ${layersSentence(layers)}

${leftOut(facts.losses)}

#### Who are the annotators?

${written(texts.annotators)}

${table(["Annotator", "Reports", "Spans"], people)}

#### Agreement

${agreementOf(facts.agreements)}`;
}

function layersSentence(layers: LayerChoice): string {
  switch (layers.of) {
    case "all":
      return "The release holds the layers of all annotators.";
    case "gold":
      return "The release holds what was decided on where annotators differed.";
    case "one":
      return `The release holds the layer of ${plainMarkdown(layers.annotator)}.`;
    case "agreed":
      return "The release holds only what all annotators of a report said alike.";
    default:
      return layers satisfies never;
  }
}

/** What is in no format, or not in the records; what single formats cannot hold is in a file. */
function leftOut(losses: readonly ReleaseLoss[]): string {
  const rows = losses
    .filter(({ format }) => format === "" || format === recordsId)
    .map(({ format, things, count, consequence }) => [
      ...[format === "" ? "release" : format, things, count, consequence],
    ]);
  if (rows.length === 0) return "Nothing of these annotations is left out of the release.";
  return `Left out of the release, or of its records:

${table(["Not in the", "What", "Count", "What became of it"], rows)}

Examples are in \`${releaseFiles.losses}\`.`;
}

function agreementOf(agreements: readonly Agreement[]): string {
  const rows = agreements
    .filter(({ label }) => label === null)
    .map(({ a, b, reports, cases, f1, interval }) => [
      ...[a, b, reports, cases],
      f1.defined ? f1.value.toFixed(3) : "not defined: neither marked a span",
      interval.defined
        ? `${interval.low.toFixed(3)} to ${interval.high.toFixed(3)}`
        : intervalReasons[interval.reason],
    ]);
  if (rows.length === 0)
    return "No report was finished by two annotators, so nothing can be said of their agreement.";
  return `${table(["Annotator", "Annotator", "Reports", "Cases", "Exact span F1", "95 % interval"], rows)}

${f1Assumes} ${intervalAssumes} The figures of each label are in \`${releaseFiles.agreement}\`.`;
}

const intervalReasons = {
  "one-case": "not defined: fewer than two cases",
  "mostly-undefined": "not defined: too few cases with spans",
};

function privacyAndRisksOf({ texts }: ReleaseFacts): string {
  return `## Personal and Sensitive Information

${written(texts.personal)}

## Bias, Risks, and Limitations

${written(texts.limitations)}

### Recommendations

Case reports tell of unusual patients: frequencies in this dataset are not those of any clinic. It is not meant for decisions about patients.`;
}

function citationOf({ texts, project, app }: ReleaseFacts): string {
  return `## Citation

${plainMarkdown(plainCitation(texts))}

${codeBlock("bibtex", bibTex(texts))}

## Dataset Card Contact

${written(texts.contact)}

Written by Casemark ${plainMarkdown(app)} from the project “${plainMarkdown(project)}”.`;
}
