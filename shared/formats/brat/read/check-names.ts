import { AppError } from "../../../errors.ts";
import type { RawLine } from "./raw-line.ts";

/** Names of annotations that others refer to must be given once. @throws AppError `bad-file`. */
export function checkNames(lines: readonly RawLine[], file: string): void {
  const first = new Map<string, RawLine>();
  for (const line of lines) {
    if (!/^[TER]\d/.test(line.name)) continue;
    const earlier = first.get(line.name);
    if (earlier !== undefined)
      throw new AppError(
        "bad-file",
        `${file}, line ${line.number}: ${line.name} is the name of line ${earlier.number} already; give one of the two another name.`,
      );
    if (!/^[\w.-]+$/.test(line.name))
      throw new AppError(
        "bad-file",
        `${file}, line ${line.number}: "${line.name.slice(0, 60)}" is no name; a line begins with a name such as ${line.name.charAt(0)}1 and a tab.`,
      );
    first.set(line.name, line);
  }
}
