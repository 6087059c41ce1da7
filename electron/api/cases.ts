import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { parse } from "csv-parse/sync";
import type { Input } from "../../shared/contract.ts";
import { AppError } from "../../shared/errors.ts";
import type { ArrivalFacts } from "../store/describe-arrivals.ts";
import type { Session } from "./session.ts";

/** What is said of a file; null when nothing is. */
type FactsOf = (file: string) => ArrivalFacts | null;
type ByName = Exclude<Input<"import.assignCases">["by"], { from: "table" }>;

/** Cases by what the files are called; the folders that all of them are in say nothing. */
export function caseByName(by: ByName, names: readonly string[]): FactsOf {
  const shared = sharedFolders(names);
  const below = (file: string) => file.split("/").slice(shared.length);
  const stem = (file: string) =>
    below(file)
      .join("/")
      .replace(/\.[^./]*$/, "");
  switch (by.from) {
    case "file":
      return (file) => ({ case: stem(file) });
    case "folder":
      return (file) => {
        const folders = below(file).slice(0, -1).join("/");
        return { case: folders || (shared.at(-1) ?? stem(file)) };
      };
    case "pattern": {
      const pattern = patternOf(by.pattern);
      return (file) => {
        const found = pattern.exec(basename(file));
        const name = found ? (found[1] ?? found[0]).trim() : "";
        return name === "" ? null : { case: name };
      };
    }
    default:
      return by satisfies never;
  }
}

function sharedFolders(names: readonly string[]): string[] {
  const folders = names.map((name) => name.split("/").slice(0, -1));
  const [first = []] = folders;
  const isShared = (at: number) => folders.every((path) => path[at] === first[at]);
  const end = first.findIndex((_, at) => !isShared(at));
  return end < 0 ? first : first.slice(0, end);
}

function patternOf(pattern: string): RegExp {
  try {
    return new RegExp(pattern, "u");
  } catch (cause) {
    throw new AppError("bad-input", `"${pattern}" is not a regular expression; mend it.`, {
      cause,
    });
  }
}

/**
 * From a CSV file with a head line: "file" (the name with or without folder and ending), "case", and
 * any others; "title" is the report's, all the rest is metadata. Empty cells say nothing.
 */
export function factsInTable(session: Session, ticket: string): FactsOf {
  const [path] = session.tickets.read(ticket);
  if (path === undefined) throw new AppError("wrong-use", "No CSV file was chosen.");
  const rows = rowsOf(path);
  if (!rows.every((row) => row.file && row.case))
    throw new AppError(
      "bad-file",
      `"${basename(path)}" has to have the columns "file" and "case", filled in every line.`,
    );
  const facts = new Map(rows.map((row) => [row.file, factsOfRow(row)]));
  return (file) => {
    const name = basename(file);
    const names = [file, name, name.replace(/\.[^.]*$/, "")];
    return names.map((one) => facts.get(one)).find((found) => found !== undefined) ?? null;
  };
}

function factsOfRow({ file: _, case: name = "", title, ...others }: Record<string, string>) {
  const said = Object.entries(others).filter(([key, value]) => key !== "" && value !== "");
  const facts: ArrivalFacts = { case: name, metadata: Object.fromEntries(said) };
  return title ? { ...facts, title } : facts;
}

function rowsOf(path: string): Record<string, string>[] {
  try {
    const options = { columns: true, bom: true, trim: true, skip_empty_lines: true } as const;
    return parse<Record<string, string>>(readFileSync(path), options);
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause);
    throw new AppError("bad-file", `"${basename(path)}" is no CSV file: ${problem}.`, { cause });
  }
}
