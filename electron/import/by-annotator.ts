import { gold } from "../../shared/review/gold.ts";
import type { AnnotatorsBy } from "../../shared/staged.ts";
import type { Collected, Unit } from "./collect.ts";

interface Told {
  annotator: string;
  /** The document's name without what tells the annotator, so that all of them have the same. */
  name: string;
}

/**
 * Says of each file of annotations whose it is. By folder, as brat's are kept: `ana/case-1.ann` is Ana's of
 * "case-1". By file, as INCEpTION exports them: `case-1/ana.tsv` is Ana's of "case-1".
 */
export function byAnnotator(collected: Collected, by: AnnotatorsBy): Collected {
  if (by === "import") return collected;
  const into: Collected = { ...collected, units: [], failed: [...collected.failed] };
  into.notes = [...collected.notes];
  for (const unit of collected.units) sortUnit(unit, by, into);
  return into;
}

function sortUnit(unit: Unit, by: Exclude<AnnotatorsBy, "import">, into: Collected): void {
  const { shown: file } = unit;
  if (unit.kind !== "annotated") into.units.push(unit);
  else if (by === "file" && isBeginning(unit)) {
    const message = `"${file}" was passed over: it holds the document as it was before anybody annotated.`;
    into.notes.push({ file, message });
  } else {
    const told = by === "folder" ? toldByFolder(unit) : toldByFile(unit);
    if (told) into.units.push({ ...unit, ...told });
    else into.failed.push({ file, message: noFolder(file, by) });
  }
}

function noFolder(file: string, by: "folder" | "file"): string {
  return by === "folder"
    ? `"${file}" lies in no folder that names its annotator; import the folder that holds one for each annotator.`
    : `"${file}" lies in no folder that names its document; import the folder that holds one for each document.`;
}

/** The first folder below the one that was asked for, else that one itself. */
function toldByFolder({ name, shown }: Unit): Told | null {
  const [folder, ...rest] = name.split("/");
  if (folder !== undefined && rest.length > 0) return { annotator: folder, name: rest.join("/") };
  const own = shown.split(/[/\\]/).at(-2);
  return own ? { annotator: own, name } : null;
}

function toldByFile({ name, shown }: Unit): Told | null {
  const annotator = annotatorOf(name);
  const folders = name.split("/").slice(0, -1);
  const document = folders.length > 0 ? folders.join("/") : shown.split(/[/\\]/).at(-2);
  return document ? { annotator, name: document } : null;
}

/** INCEpTION keeps what a curator decided as the work of a user of this name. */
function annotatorOf(name: string): string {
  const own = lastOf(name);
  return own === "CURATION_USER" ? gold : own;
}

const isBeginning = ({ name }: Unit) => lastOf(name) === "INITIAL_CAS";
const lastOf = (name: string) => name.slice(name.lastIndexOf("/") + 1);
