import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parse } from "csv-parse/sync";
import { AppError } from "../../shared/errors.ts";

/** A study as it is in its file, with the units of the table that it names under "units_file". */
export function withUnits(study: unknown, file: string): unknown {
  if (typeof study !== "object" || study === null || "units" in study) return study;
  const named: unknown = Reflect.get(study, "units_file");
  if (typeof named !== "string") return study;
  return { ...study, units: unitsIn(placeOf(named, file)) };
}

/**
 * The units of a table without a head: annotator, category, begin and end in each line, as
 * pygamma-agreement has them. @throws AppError "bad-file"
 */
export function unitsIn(file: string): object[] {
  return rowsOf(file).map(([rater, category, begin, end], at) => {
    const [from, to] = [Number(begin), Number(end)];
    if (end === undefined || Number.isNaN(from) || Number.isNaN(to))
      throw new AppError(
        "bad-file",
        `"${file}", line ${at + 1}: a unit is annotator, category, begin and end with commas between; correct it there.`,
      );
    return { rater, category, begin: from, end: to };
  });
}

function rowsOf(file: string): string[][] {
  try {
    return parse(readFileSync(file, "utf8"), {
      bom: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
    });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new AppError("bad-file", `"${file}" cannot be read as a table (${why}); correct it.`, {
      cause,
    });
  }
}

/** Beside the study's file or below a folder above it, since collections name files from their own top. */
function placeOf(named: string, file: string): string {
  for (let folder = dirname(resolve(file)); ; folder = dirname(folder)) {
    const place = join(folder, named);
    if (existsSync(place)) return place;
    if (folder === dirname(folder))
      throw new AppError(
        "bad-file",
        `"${named}", which "${file}" names, is not there; put it beside that file.`,
      );
  }
}
