import { badFile, type Source } from "../../extract/source.ts";
import type { ReadDocument, ReadOptions } from "../format.ts";
import { type CountedWarnings, countedWarnings } from "../reading/counted-warnings.ts";
import { type GivenLayer, placeLayers } from "../reading/given-layers.ts";
import { parseJson } from "../reading/json.ts";
import { isRecord, recordsIn, wordIn } from "../reading/json-lines.ts";
import { metadataIn, reportText } from "../reading/json-values.ts";
import { layerOfResults } from "./results.ts";
import { type Json, ownFacts, predictor } from "./task.ts";

/** A task whose text was found under `key` of its data. */
interface TextTask {
  data: Json;
  annotations: Json[];
  predictions: Json[];
  key: string;
  /** "task 11". */
  where: string;
}

/**
 * Every task with a text. Those about images, sound and talks are left out, which is counted.
 * @throws AppError "bad-file" where no task has a text.
 */
export function* readTasks(source: Source, options: ReadOptions): Generator<ReadDocument> {
  const value = parseJson(source);
  const tasks = [value].flat().filter(isRecord).map(wholeTask);
  const readable = tasks.flatMap((task, at) => textTask(task, at) ?? []);
  if (readable.length === 0 && tasks.length > 0) throw badFile(source, noText(tasks));
  if (tasks.length === 0 && !Array.isArray(value))
    throw badFile(source, "has no tasks of Label Studio; export it as JSON.");
  for (const [at, task] of readable.entries()) {
    const warnings = countedWarnings(source.fileName);
    // What is left out of the whole file is said once.
    if (at === 0) countLeftOut(tasks, warnings);
    const name = tasks.length === 1 ? options.name : `${options.name}-${at + 1}`;
    yield readTask(task, { name, source, options, warnings });
  }
}

function noText(tasks: readonly Json[]): string {
  return tasks.some(isHyperText)
    ? "is of Label Studio's HyperText, whose offsets count in a web page; annotate the text in a Text tag and export that."
    : "has no task with a text, only images, sound or talks; export a project with a Text tag.";
}

function countLeftOut(tasks: readonly Json[], warnings: CountedWarnings): void {
  for (const [at, task] of tasks.entries())
    if (textTask(task, at) === null)
      warnings.count(
        `task ${at + 1}`,
        "has no text that can be annotated here, and was left out",
        "have no text that can be annotated here, and were left out",
      );
}

/** Of the export JSON_MIN, a task whose data, results and annotator stand side by side, as any other. */
function wholeTask(task: Json): Json {
  if (task.data !== undefined || task.annotation_id === undefined) return task;
  const { id, annotator, ...others } = task;
  const facts = Object.entries(others).filter(([key]) => !sideFacts.has(key));
  const data = Object.fromEntries(facts.filter(([, value]) => !isRegions(value)));
  const result = facts
    .flatMap(([key, value]) => (isRegions(value) ? value.map((one) => [key, one] as const) : []))
    .map(([key, value], at) => ({
      ...{ id: `region-${at + 1}`, type: "labels", from_name: key, to_name: "text", value },
    }));
  return { id, data, annotations: [{ completed_by: annotator, result }] };
}

const sideFacts: ReadonlySet<string> = new Set([
  ...["annotation_id", "created_at", "updated_at", "lead_time"],
]);

function isRegions(value: unknown): value is Json[] {
  return (
    Array.isArray(value) && value.length > 0 && value.every((one) => Array.isArray(one?.labels))
  );
}

/** Null for tasks about something else than a text. */
function textTask(task: Json, at: number): TextTask | null {
  const data = isRecord(task.data) ? task.data : {};
  const annotations = [task.annotations, task.completions].flatMap(recordsIn);
  const predictions = recordsIn(task.predictions);
  const results = [...annotations, ...predictions].flatMap(({ result }) => recordsIn(result));
  const key = textKey(data, results);
  if (key === null || isHyperText(task)) return null;
  const where = `task ${typeof task.id === "number" ? task.id : at + 1}`;
  return { ...{ data, annotations, predictions }, key, where };
}

/** The datum that is annotated: "text", that of the tag's name, or the only text that there is. */
function textKey(data: Json, results: readonly Json[]): string | null {
  if (typeof data.text === "string") return "text";
  const texts = Object.keys(data).filter((key) => isProse(data[key]));
  const regions = results.filter(isTextRegion);
  const named = regions.map(({ to_name }) => String(to_name)).find((name) => texts.includes(name));
  if (named !== undefined) return named;
  const [only, ...more] = texts;
  const isAboutText = regions.length > 0 || results.length === 0;
  return only !== undefined && more.length === 0 && isAboutText ? only : null;
}

function isProse(value: unknown): boolean {
  return typeof value === "string" && !/^(?:[a-z0-9+]+:\/\/|\/)\S+$/i.test(value);
}

function isTextRegion({ type, value }: Json): boolean {
  return type === "labels" && isRecord(value) && typeof value.start === "number";
}

/** Regions in a web page begin at a path in it. */
function isHyperText(task: Json): boolean {
  return [task.annotations, task.completions, task.predictions]
    .flatMap(recordsIn)
    .flatMap(({ result }) => recordsIn(result))
    .some(
      ({ type, value }) =>
        type === "hypertextlabels" || (isRecord(value) && typeof value.startOffset === "number"),
    );
}

interface Place {
  name: string;
  source: Source;
  options: ReadOptions;
  warnings: CountedWarnings;
}

function readTask(
  task: TextTask,
  { name: fallback, source, options, warnings }: Place,
): ReadDocument {
  const { data, key, where } = task;
  const raw = reportText(data[key], where, source);
  const reading = { source, warnings, raw };
  const taken = new Map<string, number>();
  const layers = [...task.annotations, ...task.predictions].map((given, at): GivenLayer => {
    const isPrediction = at >= task.annotations.length;
    const annotator = isPrediction ? predictor : annotatorOf(given, options.annotator);
    const place = `${where}, ${isPrediction ? "prediction" : "annotation"} ${given.id ?? at + 1}`;
    if (given.was_cancelled === true) warnings.count(place, skipped.one, skipped.many);
    return layerOfResults(recordsIn(given.result), numbered(annotator, taken), place, reading);
  });
  const units = options.offsets ? [options.offsets] : (["codepoint", "utf16"] as const);
  const placed = placeLayers(raw, layers, { units, source, warnings });
  const name = wordIn(data.name) ?? fallback;
  const facts = { name, title: wordIn(data.title) ?? name, case: wordIn(data.case) ?? name };
  const metadata = metadataIn(data, new Set([...ownFacts, key]));
  return {
    document: { ...facts, ...placed, sections: [], metadata },
    warnings: warnings.sentences(),
  };
}

const skipped = {
  one: "was skipped by its annotator, and was read with the others",
  many: "were skipped by their annotators, and were read with the others",
};

/** By name, address or number, as the versions of the export have it. */
function annotatorOf({ created_username, completed_by }: Json, fallback: string): string {
  const username = wordIn(created_username)
    ?.replace(/, ?\d+$/, "")
    .trim();
  if (username) return username;
  if (typeof completed_by === "number") return `annotator ${completed_by}`;
  if (!isRecord(completed_by)) return wordIn(completed_by) ?? fallback;
  const { email, username: name, id } = completed_by;
  return wordIn(email) ?? wordIn(name) ?? (id === undefined ? fallback : `annotator ${id}`);
}

/** The second work of the same annotator is told apart by a number. */
function numbered(annotator: string, taken: Map<string, number>): string {
  const count = (taken.get(annotator) ?? 0) + 1;
  taken.set(annotator, count);
  return count === 1 ? annotator : `${annotator} (${count})`;
}
