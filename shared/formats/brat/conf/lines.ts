/** A line of annotation.conf that defines something. */
export interface ConfLine {
  /** Counted from 1. */
  number: number;
  section: string;
  /** How far it is indented; what is indented further than the line above is below it. */
  indent: number;
  name: string;
  /** A type that only groups others, marked with "!". */
  disabled: boolean;
  /** A further name behind "|", which old files use for another vocabulary's. */
  alias: string;
  arguments: ConfArgument[];
}

/** `Theme+:Protein|<EVENT>`: what stands before the colon, and the types behind it. */
export interface ConfArgument {
  name: string;
  /** How often it may be there: "?", "*", "+", "{2}" or "" for once. */
  mark: string;
  types: string[];
}

/** A whole annotation.conf; no line of it is in none of these lists but blank ones and headings. */
export interface ConfFile {
  lines: ConfLine[];
  /** `<POG>=Person|Organization`, by what stands for it, with its brackets. */
  macros: Map<string, string[]>;
  comments: { number: number; text: string }[];
  /** The numbers of lines that are none of these. */
  unread: number[];
}

const macroShape = /^(<[^<>]+>)=(.*)$/;
const lineShape = /^(!?)([^\s|]+)(?:\|(\S+))?(?:\s+(.+))?$/;
const argumentShape = /^([^:?*+{]+)([?*+]|\{[^}]*\})?:(.*)$/;

/** Cuts annotation.conf into its lines. */
export function confLines(conf: string): ConfFile {
  const file: ConfFile = { lines: [], macros: new Map(), comments: [], unread: [] };
  let section = "";
  conf.split(/\r\n|\r|\n/).forEach((raw, index) => {
    const text = raw.trim();
    const [, heading] = /^\[(.+)\]$/.exec(text) ?? [];
    if (heading !== undefined) section = heading.trim().toLowerCase();
    else takeLine(file, raw, index + 1, section);
  });
  return file;
}

function takeLine(file: ConfFile, raw: string, number: number, section: string): void {
  const text = raw.trim();
  const [, macro, value = ""] = macroShape.exec(text) ?? [];
  if (text === "" || /^-+$/.test(text)) return;
  if (text.startsWith("#")) file.comments.push({ number, text });
  else if (macro !== undefined) file.macros.set(macro, typesOf(value));
  else {
    const line = confLine(raw, number, section);
    if (line === null) file.unread.push(number);
    else file.lines.push(line);
  }
}

function confLine(raw: string, number: number, section: string): ConfLine | null {
  const indent = raw.length - raw.trimStart().length;
  const [, bang, name, alias = "", rest = ""] = lineShape.exec(raw.trim()) ?? [];
  const written = rest.split(",").map((part) => part.trim());
  const read = written.filter((part) => part !== "").map(argumentOf);
  const all = read.filter((argument) => argument !== null);
  if (name === undefined || all.length < read.length) return null;
  return { number, section, indent, name, disabled: bang === "!", alias, arguments: all };
}

function argumentOf(text: string): ConfArgument | null {
  const [, name, mark = "", types] = argumentShape.exec(text) ?? [];
  if (name === undefined || types === undefined) return null;
  return { name: name.trim(), mark, types: typesOf(types) };
}

function typesOf(list: string): string[] {
  return list
    .split("|")
    .map((type) => type.trim())
    .filter((type) => type !== "");
}
