import { z } from "zod";
import {
  AttributeDefinition,
  EventDefinition,
  GroupDefinition,
  KindDefinition,
  LabelDefinition,
  noAdditions,
  RelationDefinition,
  type SchemeAdditions,
  schemeLists,
} from "../../../model/scheme.ts";
import { oneLineJson } from "../grammar/one-line-json.ts";

/*
 * What annotation.conf has no form for stands in comments that our reader understands, one
 * definition a line; a definition that has both counts as its comment says:
 *
 *     # Casemark attributes {"name":"percent","type":"number", ...}
 *     # Casemark names {"PD-L1__22C3_":"PD-L1 (22C3)"}
 */

const definitions = {
  labels: LabelDefinition,
  kinds: KindDefinition,
  attributes: AttributeDefinition,
  relations: RelationDefinition,
  events: EventDefinition,
  groups: GroupDefinition,
  reportLabels: AttributeDefinition,
};

interface OwnComments {
  definitions: SchemeAdditions;
  /** True names by their spelling in the file. */
  names: Map<string, string>;
  /** The numbers of comments of ours that this version cannot read. */
  unread: number[];
}

const shape = /^# Casemark (\w+) (\{.*\})$/;

/** Gathers our comments from all comments of a file. */
export function ownComments(comments: readonly { number: number; text: string }[]): OwnComments {
  const own: OwnComments = { definitions: noAdditions(), names: new Map(), unread: [] };
  for (const { number, text } of comments) {
    const [, list = "", json] = shape.exec(text) ?? [];
    if (json !== undefined && !takeComment(own, list, json)) own.unread.push(number);
  }
  return own;
}

function takeComment(own: OwnComments, list: string, json: string): boolean {
  const value = parsed(json);
  if (list === "names") {
    const names = z.record(z.string(), z.string()).safeParse(value);
    for (const [spelling, name] of Object.entries(names.data ?? {})) own.names.set(spelling, name);
    return names.success;
  }
  const known = schemeLists.find((one) => one === list);
  return known !== undefined && take(own.definitions, known, value);
}

function take<List extends keyof SchemeAdditions>(
  into: Pick<SchemeAdditions, List>,
  list: List,
  value: unknown,
): boolean {
  const read = z.array(definitions[list]).safeParse([value]);
  // The schema of a list reads just what that list holds.
  if (read.success) (into[list] as unknown[]).push(...read.data);
  return read.success;
}

/** A definition, or the spellings, as one comment line. */
export function commentOf(list: string, value: unknown): string {
  return `# Casemark ${list} ${oneLineJson(value)}`;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
