import type { ReleaseFacts } from "./facts.ts";
import { fileNameOf, recordsFile } from "./layout.ts";
import { huggingFaceLicence } from "./licences.ts";
import { type RecordField, recordFields } from "./records.ts";
import { yamlText } from "./yaml-text.ts";

/**
 * What Hugging Face reads of a dataset card: its YAML, between two lines of dashes. It names the records
 * of each part, so that `load_dataset` finds them among the other files, and their types.
 * Source: https://github.com/huggingface/hub-docs/blob/main/datasetcard.md.
 */
export function frontMatter(facts: ReleaseFacts): string {
  const { texts, languages, statistics } = facts;
  const filled = statistics.parts.filter(({ reports }) => reports > 0);
  const card = {
    pretty_name: texts.title,
    ...huggingFaceLicence(texts.licence),
    ...(languages.length > 0 && { language: languages }),
    ...(languages.length > 0 && {
      multilinguality: [languages.length > 1 ? "multilingual" : "monolingual"],
    }),
    task_categories: ["token-classification"],
    task_ids: ["named-entity-recognition"],
    annotations_creators: ["expert-generated"],
    source_datasets: ["original"],
    size_categories: [sizeCategory(statistics.whole.reports)],
    tags: [...new Set([...texts.keywords, "medical", "pathology", "casemark"])],
    configs: [
      {
        config_name: "default",
        default: true,
        data_files: filled.map(({ part }) => ({
          split: fileNameOf(part),
          path: recordsFile(part),
        })),
      },
    ],
    dataset_info: { config_name: "default", features: recordFields.map(featureOf) },
  };
  return `---\n${yamlText(card)}---\n`;
}

/** A field as `datasets` declares it. */
function featureOf({ name, type }: RecordField): Record<string, unknown> {
  switch (type.is) {
    case "text":
      return { name, dtype: "string" };
    case "integer":
      return { name, dtype: "int64" };
    case "list":
      return { name, list: type.of.map(featureOf) };
    default:
      return type satisfies never;
  }
}

const steps = [1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];
const stepNames = ["1K", "10K", "100K", "1M", "10M", "100M", "1B"];

function sizeCategory(count: number): string {
  const above = steps.filter((step) => count >= step).length;
  if (above === 0) return "n<1K";
  const from = stepNames[above - 1];
  return above === steps.length ? `n>${from}` : `${from}<n<${stepNames[above]}`;
}
