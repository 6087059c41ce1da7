import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { reservedKeys } from "../../shared/commands.ts";
import type { SchemeFile } from "../../shared/contract/scheme.ts";
import { AppError } from "../../shared/errors.ts";
import { readAnnotationConf } from "../../shared/formats/brat/read-conf.ts";
import { Scheme } from "../../shared/model/scheme.ts";
import { addToScheme } from "../../shared/scheme/add-to-scheme.ts";
import { checkScheme } from "../../shared/scheme/check-scheme.ts";
import { schemeFromYaml } from "../../shared/scheme/yaml.ts";
import { decodeUtf8 } from "../import/decode.ts";

/**
 * A scheme from a YAML file, or from brat's annotation.conf, which is told by its ending.
 * @throws AppError "bad-file" when the file is not there or is no sound scheme.
 */
export function readSchemeFile(file: string, shown = basename(file)): SchemeFile {
  const text = readText(file, shown);
  const read = file.endsWith(".conf") ? fromConf(text, shown) : fromYaml(text, shown);
  const [problem] = checkScheme(read.scheme);
  if (problem !== undefined) throw new AppError("bad-file", `${shown}: ${problem}`);
  return { name: basename(file), ...read };
}

type Read = Omit<SchemeFile, "name">;

const fromYaml = (text: string, shown: string): Read => ({
  scheme: schemeFromYaml(text, shown),
  warnings: [],
});

/** Colours and keys, which brat keeps elsewhere, are given as to any new label. */
function fromConf(text: string, shown: string): Read {
  const { additions, warnings } = readAnnotationConf(text, shown);
  const empty = Scheme.parse({ name: shown.replace(/\.conf$/, "") });
  const scheme = addToScheme(empty, additions, reservedKeys);
  if (scheme.labels.length + scheme.relations.length + scheme.attributes.length === 0)
    throw new AppError(
      "bad-file",
      `${shown} defines no labels; choose a brat annotation.conf with a section [entities].`,
    );
  return { scheme, warnings };
}

function readText(file: string, shown: string): string {
  try {
    return decodeUtf8(readFileSync(file), shown);
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError("bad-file", `"${shown}" cannot be read; check the name.`, { cause });
  }
}
