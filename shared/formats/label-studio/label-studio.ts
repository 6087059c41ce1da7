import {
  fitInSteps,
  withLayerFacts,
  withoutMetadata,
  withoutShortLists,
} from "../fit/fit-facts.ts";
import { type Format, holdsSpans } from "../format.ts";
import { titleOfFormat } from "../format-ids.ts";
import { labellingConfig } from "./config.ts";
import { readTasks } from "./read.ts";
import { ownFacts } from "./task.ts";
import { taskOf } from "./write.ts";

/**
 * Label Studio's JSON: a list of tasks, each with its text and the results of its annotators. Offsets count code
 * points since label-studio-frontend's change 308, UTF-16 code units before. Source: labelstud.io/guide/export and
 * labelstud.io/guide/task_format.
 */
export const labelStudio: Format = {
  id: "label-studio",
  title: titleOfFormat("label-studio"),
  unit: "codepoint",
  reader: {
    endings: [".json"],
    recognises: (head) =>
      /^\uFEFF?\s*[[{]/.test(head) &&
      !/"@context"\s*:/.test(head) &&
      ((/"(?:annotations|completions|predictions)"\s*:\s*\[/.test(head) &&
        /"(?:from_name|completed_by|created_username)"\s*:|"data"\s*:\s*\{/.test(head)) ||
        /"annotation_id"\s*:/.test(head)),
    byLine: false,
    read: readTasks,
  },
  writer: {
    holds: {
      ...holdsSpans,
      layers: true,
      title: true,
      case: true,
      metadata: true,
      spanAttributes: true,
      spanNotes: true,
      relations: true,
      reportLabels: true,
      layerFacts: true,
    },
    files: "one",
    endings: [".json"],
    begin: () => "[\n",
    between: ",\n",
    end: () => "\n]\n",
    fit: (document) =>
      fitInSteps(document, [
        withLayerFacts({ note: false, done: false }),
        withoutMetadata((key) => ownFacts.has(key)),
        withoutShortLists,
      ]),
    wholes: ({ scheme }) => [{ name: "label-studio-config.xml", text: labellingConfig(scheme) }],
    write: (document, options) => [JSON.stringify(taskOf(document, options))],
  },
};
