import { badFile, type Source } from "../../../../extract/source.ts";
import {
  dependencyType,
  lemmaType,
  namedEntityType,
  partOfSpeechType,
  tokenType,
} from "../../types.ts";

/*
 * WebAnno TSV 1 and 2, from before there were offsets: words in rows, the text of each sentence above
 * them, spans as B- and I- tags. TSV 1 has no header and always the same columns.
 */

export interface Layer {
  type: string;
  features: string[];
  /** Of relations, the type of their ends. */
  base: string | null;
  /** Whether "B-" and "I-" are tags and not a part of the value, as in "B-cell". */
  isTagged: boolean;
}

/** The layers of TSV 1: its columns are lemma, part of speech, named entity, nothing, head and dependency. */
export const firstLayers: readonly Layer[] = [
  { type: lemmaType, features: ["value"], base: null, isTagged: false },
  { type: partOfSpeechType, features: ["PosValue"], base: null, isTagged: false },
  { type: namedEntityType, features: ["value"], base: null, isTagged: true },
  { type: dependencyType, features: ["DependencyType"], base: tokenType, isTagged: false },
];

const secondHeader = /^\s*#\s*[\p{L}\w.]+\.[\p{L}\w]+\s*\|/u;
/** Whether a text begins as TSV 2 or TSV 1 does. */
export function isVersion2(head: string): boolean {
  return secondHeader.test(head) || /^#id=\d+\r?\n#text=.*\r?\n1\t([^\t\n]*\t){8}/.test(head);
}

/** What the header declares; [] for TSV 1. @throws AppError "bad-file" for a layer without a name. */
export function declaredLayers(lines: readonly string[], source: Source): Layer[] {
  const layers = lines.flatMap((line) => (secondHeader.test(line) ? layersOf(line) : []));
  if (layers.some(({ type }) => type === "" || type.endsWith(".")))
    throw badFile(source, "declares a layer without a name; export it again.");
  return layers;
}

/** "# TYPE | FEATURE | FEATURE # TYPE | FEATURE | AttachTo=TYPE". */
function layersOf(line: string): Layer[] {
  const parts = line.split("#").filter((part) => part.trim() !== "");
  return parts.map((part) => {
    const [type = "", ...names] = part.split("|").map((name) => name.trim());
    const base = names.find((name) => name.startsWith(attachTo));
    const features = names.filter((name) => name !== "" && !name.startsWith(attachTo));
    return { type, features, base: base?.slice(attachTo.length) ?? null, isTagged: true };
  });
}

const attachTo = "AttachTo=";
